/** Words of the rows in which people enter their weekly hours. */
export const HOURS_TEXT = {
  from: '从',
  to: '到',
  span: (span: number) => (span === 1 ? '' : `第 ${span} 段`),
  again: (days: string) => `${days}，另一段`,
  hint: '路上来回的时间也要算在里面。夜里过了零点也行，比如 22:00 到 06:00。没空的那天空着就行。',
  more: '一天有两段空，或者每天不一样',
};
