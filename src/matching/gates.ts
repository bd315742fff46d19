/** Conditions that keep a posting off the list, as bits of `Evaluation.failed`. */
export const GATE = {
  expired: 1,
  verified: 2,
  travel: 4,
  time: 8,
  hours: 16,
  pay: 32,
  settlement: 64,
  benefits: 128,
  occupation: 256,
  certificate: 512,
  engagement: 1024,
  text: 2048,
  age: 4096,
  employer: 8192,
} as const;
export type Gate = keyof typeof GATE;
/** The gate of the first filter is this bit; the others follow. */
export const FIRST_FILTER_BIT = 4;
/** Beside the bits of {@link GATE}: farther than anybody looks, nothing else was worked out. */
export const BEYOND = 1 << 14;
