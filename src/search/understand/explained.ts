/** Stands for characters that are explained already: private use, so that no normal form and no word has it. */
export const EXPLAINED = '\uE000';
