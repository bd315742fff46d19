import type { Certificate } from '../../kernel/vocabulary';

const CERTIFICATE_WORDS: readonly (readonly [Certificate, RegExp])[] = [
  ['health', /健康证|卫生证|体检证/gu],
  ['driver', /驾驶?证|驾照|驾驶执照|[abc][123]驾?[照证本]/giu],
  ['electrician', /电工证|电工本/gu],
  ['welder', /焊工证|电焊证|焊工本/gu],
  ['forklift', /叉车证|叉车本/gu],
  ['security', /保安证|保安员证/gu],
];
/** Before or behind a certificate: it is not asked for, or would only be nice to have. */
const NOT_ASKED_BEFORE = /(?:不用|不要|不需要?|无需|免|没有?|无)(?:办|有|要求)?$/u;
const NOT_ASKED_AFTER = /^(?:者|的)?(?:优先|更好|最好|不要|都行|也行|没有也|可以?不|不用|无所谓|没有都)/u;

/** Certificates that a text asks for. */
export function certificatesIn(text: string): Certificate[] {
  return CERTIFICATE_WORDS.flatMap(([code, words]) => {
    const asked = [...text.matchAll(words)].some(
      ({ 0: word, index }) =>
        !NOT_ASKED_BEFORE.test(text.slice(0, index)) &&
        !NOT_ASKED_AFTER.test(text.slice(index + word.length)),
    );
    return asked ? [code] : [];
  });
}

/** 干一天歇一天, 隔天, 上一休一: on which days is not said. */
export const ALTERNATING = /[干上做]一天?.{0,2}[歇休停]一天?|隔[一天日](?!天?[结清发算付])|倒班|轮[班休着]/u;
/** Hours that come again and again. */
export const RECURRING = /每|逢|天天|都|固定|长期|一直|常年|平时|长白班|(?<!\d)月/u;
/** 周六, 星期三, 礼拜天, with no other day beside it. */
export const LONE_DAY = /(?:周|星期|礼拜)[一二三四五六日天](?![一二三四五六日天、,到至和-])/gu;
/** A mobile number, which belongs to the contact and not into the text. */
export const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/u;
export const PHONE_WITH_LABEL =
  /(?:(?:联系)?电话|手机号?|微信|联系方式|号码)?\s*(?:是|[:：])?\s*(?<!\d)1[3-9]\d{9}(?!\d)/gu;
/** How many days a week are enough: 一周来三天就行. */
export const DAYS_A_WEEK =
  /(?:一|每|1)个?(?:周|星期|礼拜)(?:至少|最少)?(?:来|干|上|做|到)?够?(?<days>[一二两三四五六1-6])(?:天|次|回|趟)/u;
/** Days off. */
export const DAYS_OFF = /[休歇][一二两三四五六\d]+天|[月周轮调]休|单休/u;
/** Says that the work is there on every day. */
export const EVERY_DAY =
  /每[天日晚早夜]|天天|日日|一天到晚|见天|成天|全年|365|一周七天|无休|不休|每个?(?:早上|上午|中午|下午|晚上|晌午|清早|后晌)|(?:周|星期|礼拜)[一二三四五六日天]到(?:周|星期|礼拜)?[日天]/u;
/** Shifts of the two halves of a day. */
export const DAY_SHIFT = /[白早]班/u;
export const NIGHT_SHIFT = /[晚夜]班/u;
