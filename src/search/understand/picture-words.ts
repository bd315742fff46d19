/** What a picture by itself asks for; every word is one of the lexicon or plain text. */
const PICTURES: Readonly<Record<string, string>> = {
  '🧹': '保洁',
  '🧼': '保洁',
  '🧽': '洗碗',
  '🍽': '洗碗',
  '🧺': '家政',
  '👶': '带孩子',
  '🍼': '带孩子',
  '👵': '照顾老人',
  '👴': '照顾老人',
  '🧓': '照顾老人',
  '🍳': '厨师',
  '👨‍🍳': '厨师',
  '👩‍🍳': '厨师',
  '🥟': '包饺子',
  '🧋': '奶茶',
  '🍜': '面馆',
  '🍲': '火锅店',
  '🛵': '外卖骑手',
  '🏍': '外卖骑手',
  '📦': '快递',
  '🚚': '送货司机',
  '🚛': '送货司机',
  '🚗': '司机',
  '🚜': '农忙',
  '🌾': '农忙',
  '🌽': '掰玉米',
  '🧱': '瓦工',
  '🔨': '木工',
  '🔧': '水电工',
  '🏭': '普工',
  '🧵': '缝纫工',
  '🪡': '缝纫工',
  '💇': '美发',
  '🛒': '超市',
  '👮': '保安',
  '🌳': '绿化工',
  '🏨': '客房',
};
const PICTURE = new RegExp(
  Object.keys(PICTURES)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'gu',
);

/** The words that the pictures of a text stand for, with spaces; for texts of nothing but pictures. */
export function wordsOfPictures(text: string): string {
  const words = [...text.slice(0, 400).matchAll(PICTURE)].flatMap(([picture]) => PICTURES[picture] ?? []);
  return [...new Set(words)].join(' ');
}
