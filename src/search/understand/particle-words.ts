/** Lone characters that stand beside a word without belonging to it: 当保安, 会洗碗, 洗碗和. */
export const BESIDE = new Set('当干做去找招是会有给能想要的了个和跟或与还也在到儿哩嘞咧吧不');
