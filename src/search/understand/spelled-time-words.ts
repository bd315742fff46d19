import type { Lexicon } from '../lexicon';
import { type Sounds, syllablesOf } from './sounds';

/** Shorter spellings are too many things (ye, zao). */
const LEAST_LETTERS = 5;
/** Shorter names of places sound like words. */
const LEAST_NAME = 3;
/** Words of time that are left as they are: they are read as work or pay. */
const NO_TIME = new Set(['临时', '小时']);

/** How words of time are mistyped that hours are read from; none of these is a word. */
const MISTYPED =
  '周末:周未 周沫 周莫 周抹 周墨 州末,上午:尚午,中午:钟午 众午,晚上:晚尚,早上:早尚 枣上,夜班:页班,寒假:含假,暑假:署假 鼠假';
const MEANT = new Map(
  MISTYPED.split(',').flatMap((line) => {
    const [word = '', slips = ''] = line.split(':');
    return slips.split(' ').map((slip) => [slip, word] as const);
  }),
);
const SLIPS = new RegExp([...MEANT.keys()].join('|'), 'gu');
const SLIP = /[未沫莫抹墨州尚钟众枣页含署鼠]/u;
/** Main streets as people spell them, which need no list when written (解放路), and places of two characters. */
const SPELLED: Readonly<Record<string, string>> = {
  jiefanglu: '解放路',
  jiaodonglu: '焦东路',
  minzhulu: '民主路',
  renminlu: '人民路',
  jianshelu: '建设路',
  tananlu: '塔南路',
  taihanglu: '太行路',
  fengshoulu: '丰收路',
  shanyanglu: '山阳路',
  wuzhi: '武陟',
  xiuwu: '修武',
  wenxian: '温县',
  mengzhou: '孟州',
  qinyang: '沁阳',
  macun: '马村',
  zhongzhan: '中站',
  shanyang: '山阳区',
};

const SPELLINGS = new WeakMap<Lexicon['terms'], ReadonlyMap<string, string>>();

/**
 * The normal form with words of time and names of places that are spelled out (wanshang, zhou mo, gaoxinqu) or mistyped
 * (周未) as they are written: there is one grammar of hours. Of letters only whole runs are looked at. Pure.
 */
export function withSpelledTime(normal: string, lexicon: Pick<Lexicon, 'terms'>, sounds: Sounds): string {
  const text = SLIP.test(normal) ? normal.replace(SLIPS, (slip) => MEANT.get(slip) ?? slip) : normal;
  if (!/[a-z]{2}/.test(text)) return text;
  const spellings = spellingsOf(lexicon, sounds);
  const tokens = text.split(' ');
  const read: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const one = tokens[i] ?? '';
    const two = `${one}${tokens[i + 1] ?? ''}`;
    const together = spellings.get(two);
    if (together && i + 1 < tokens.length) {
      read.push(together);
      i++;
    } else read.push(spellings.get(one) ?? one);
  }
  return read.join(' ');
}

function spellingsOf({ terms }: Pick<Lexicon, 'terms'>, sounds: Sounds): ReadonlyMap<string, string> {
  const known = SPELLINGS.get(terms);
  if (known) return known;
  const spellings = new Map(Object.entries(SPELLED));
  for (const { word, time, constraints, placeName } of terms.values()) {
    const isNight = constraints.some(({ param, value }) => param === 'avoid' && value === 'night');
    const isSaid = time || placeName !== null || (isNight && word.endsWith('班'));
    if (!isSaid || NO_TIME.has(word) || (placeName !== null && word.length < LEAST_NAME)) continue;
    const spelled = syllablesOf(word, sounds)?.join('') ?? '';
    if (spelled.length >= LEAST_LETTERS && !spellings.has(spelled)) spellings.set(spelled, word);
  }
  SPELLINGS.set(terms, spellings);
  return spellings;
}
