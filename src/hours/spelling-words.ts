/** Traditional characters in words of time, each with the simplified one. */
export const TRADITIONAL: ReadonlyMap<string, string> = new Map(
  [
    ...'禮礼點点時时週周個个兩两後后間间無无會会號号開开從从過过幾几學学飯饭飽饱幹干來来歲岁亂乱進进還还這这裡里嗎吗貳二叁三',
  ].flatMap((char, i, all): [string, string][] => (i % 2 === 0 ? [[char, all[i + 1] ?? char]] : [])),
);
/** Any of them. */
export const TRADITIONAL_CHARS = new RegExp(`[${[...TRADITIONAL.keys()].join('')}]`, 'g');
/** One character for another of the same sound, where the words beside it tell that time is meant. */
export const SOUND_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/理拜|里拜|礼摆|礼败/g, '礼拜'],
  [/星其/g, '星期'],
  [/(?<=周|星期|礼拜)[无吾]/g, '五'],
  [/(?<=周|星期|礼拜)[曰]/g, '日'],
  [/(?<=周|星期|礼拜)伍|伍(?=[点典])/g, '五'],
  [/(?<=周|星期|礼拜)陆|陆(?=[点典])/g, '六'],
  [/(?<=周|星期|礼拜)[而儿]|贰(?=[点典])/g, '二'],
  [/(?<=周|星期|礼拜)[叁山](?!区|路|庄|村)/g, '三'],
  [/(?<=周|星期|礼拜)肆|肆(?=[点典])/g, '四'],
  [/(?<=周|星期|礼拜)[壹依](?!次|回)/g, '一'],
  [/(?<![多好长很许永])久(?=[点典])|玖(?=[点典])/g, '九'],
  [/吧(?=[点典](?:到|以|之|半|钟|[前后]))|捌(?=[点典])/g, '八'],
  [/(?<=[到至-])时(?=[点典])|拾(?=[点典])/g, '十'],
  [/(?<=[\d一二三四五六七八九十两][点典])[板扳伴](?![凳房栗])/g, '半'],
  [/[期其](?=[点典](?!心|评|赞|菜|餐))/g, '七'],
  [/(?<=[\d零一二三四五六七八九十两])典/g, '点'],
  [/(?<=[上下中])[无舞](?=[有没都能行可不到\s,]|$)/g, '午'],
  [/(?<=[早晚])[商尚](?!品|场|店|贸|业|城|铺|超)/g, '上'],
];
