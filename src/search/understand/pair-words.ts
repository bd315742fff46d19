/** Conditions that people shorten to two letters beside work. */
export const PAIRS: Readonly<Record<string, string>> = {
  rj: '日结',
  jz: '兼职',
  qz: '全职',
  zj: '周结',
  yj: '月结',
};
