import { numberOf as numberSaid } from '../../search';

/** Source of a regular expression for a number in figures or in words: 20, 3.5, 2千, 一百二, 两千五. */
export const NUMBER = '(?:\\d{1,6}(?:\\.\\d{1,2})?[百千万kw]?|[零〇一二两俩三仨四五六七八九十百千万]{1,9})';
/** Two numbers in one breath (两三个): which of them is meant is asked. */
const EITHER = /[一二两俩三仨四五六七八九]{2}/u;

/** The one number of a text; the last place of speech may be left out (一百五 150). NaN for anything else. */
export const numberOf = (text: string): number =>
  EITHER.test(text) ? Number.NaN : (numberSaid(text) ?? Number.NaN);
