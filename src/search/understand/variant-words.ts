/** Variants that OpenCC leaves as they are, since they are rare or regional. */
const VARIANTS: Readonly<Record<string, string>> = {
  妳: '你',
  祇: '只',
  衹: '只',
  塼: '砖',
  餠: '饼',
  锺: '钟',
  麽: '么',
  鉄: '铁',
  冩: '写',
};
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]|甚么`, 'gu');
/** Characters that stay as they are alone and become others in a word: 甚么, 毛坏, 沈浸. */
export const OTHERS_IN_WORDS: ReadonlySet<string> = new Set('甚坏瞭藉覆沈哩甦衹');

/** Simplified characters for variants that are left. */
export const withoutVariants = (text: string): string =>
  text.replace(VARIANT, (variant) => VARIANTS[variant] ?? '什么');
