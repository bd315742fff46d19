import type { Mode } from '../../kernel/vocabulary';
import type { Nearness } from '../understood';
import { FIGURE, numberOf } from './number-words';

/** A stretch that says how near; UTF-16 offsets. */
export interface NearFound {
  start: number;
  end: number;
  near: Nearness;
}

const MODE_WORDS: readonly (readonly [Mode, string])[] = [
  ['ebike', '(?:骑|坐|开)?(?:个|着)?(?:电动车|电瓶车|小电车|小电驴|电驴|电车|电三轮)|骑电动|骑电瓶'],
  ['bike', '(?:骑)(?:个|着)?(?:自行车|单车|共享单车|脚踏车|洋车|洋车子|车子?)|蹬车'],
  ['car', '(?:开|坐|打)(?:个|着)?(?:小?汽车|公交车?|私家车|车|的)'],
  ['walk', '步行|走路|走着|腿着|地走|走'],
];
const MODES = MODE_WORDS.map(([mode, words]) => `(?<${mode}>${words})`).join('|');
const MOST =
  '(?:不超过|不能超过|不要超过|别超过|超不过|别超出|不要超出|别超出|不超|最多|最远|控制在|大概|大约|在)';
const WITHIN = '(?:以内|之内|内|里|左右|的?范围|远|之间)(?:的?路程?)?';
const REACH = '(?:(?:就|都|也)?(?:能|可以|可|会)?(?:走|骑|过)?到(?:的|家|单位)?|能去|的?地方)';
const MINUTES = `(?<minutes>${FIGURE})(?:分钟|分)|(?<half>半(?:个)?(?:小时|钟头))|(?<quarter>一刻钟)|(?<hour>一个?(?:小时|钟头))`;
const METRES = `(?<km>${FIGURE})(?:公里|千米|km)|(?<li>${FIGURE})里(?:地|路|(?=以内|之内|左右|范围|远|的|$|[\\s,。]))|(?<metres>${FIGURE})(?:米|m)(?![a-z])|(?<stops>${FIGURE})站(?:地|路)?(?!式|[长点台])|(?<halfLi>半里地)|(?<someStops>几站地?)`;

/** 骑电车十分钟以内, 走路一刻钟能到, 走路就能到, 十五分钟之内. */
const TIMED = new RegExp(
  `(?:(?:${MODES})(?:的)?(?:路)?)?(?:${MOST})?(?:(?:${MINUTES})(?:的)?(?:${WITHIN})?(?:${REACH})?)`,
  'gu',
);
/** 一公里以内, 三里地, 两站地, 500米. */
const FAR = new RegExp(
  `(?:(?:${MODES})(?:的)?)?(?:(?:离家|离我|距离|方圆|周边|周围|附近)(?:${MOST})?|${MOST})?(?:${METRES})(?:${WITHIN})?(?:${REACH})?`,
  'gu',
);
/** 走路就能到, 骑车能到的. */
const REACHED = new RegExp(
  `(?:${MODES})(?:就|都|也)?(?:能|可以|可)?(?:走|骑)?(?:到|过去|上班|去)(?:的)?`,
  'gu',
);

/** Bus stops in a town stand 500–800 m apart (GB 50220-95, 3.3.2); the wider, so that nothing is cut off. */
const METRES_PER_STOP = 800;
const METRES_PER_LI = 500;
/** Who says some stops means two or three. */
const SOME_STOPS = 3;
/** Nobody looks for work farther away than this, minutes and metres. */
const MOST_MINUTES = 120;
const MOST_METRES = 50_000;
/** Fewer are the size of something (3.8米货车). */
const LEAST_METRES = 50;

/** Every limit of travel in a text that was normalised, in order, without overlap. Pure. */
export function readNearness(text: string): NearFound[] {
  if (!/[分里米站m走步骑开坐打腿蹬刻时钟到]/u.test(text)) return [];
  const found: NearFound[] = [];
  for (const form of [FAR, TIMED, REACHED]) {
    for (const match of text.matchAll(form)) {
      const one = nearOf(match, form === TIMED, text);
      if (one && !found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function nearOf(match: RegExpMatchArray, timed: boolean, text: string): NearFound | null {
  const groups = match.groups ?? {};
  const mode = MODE_WORDS.find(([name]) => groups[name] !== undefined)?.[0];
  const start = match.index ?? 0;
  const end = start + match[0].length;
  if (/[\d.]/.test(text[start - 1] ?? '')) return null;
  // Minutes alone may be anything: 每次十分钟, 干半小时.
  if (timed && !mode && !LIMITS.test(match[0])) return null;
  const minutes = minutesOf(groups);
  const metres = metresOf(groups);
  if (minutes === null || metres === null) return null;
  if (minutes === undefined && metres === undefined && !mode) return null;
  // 不会骑电车 names no way to go.
  if (
    minutes === undefined &&
    metres === undefined &&
    REFUSED.test(text.slice(Math.max(0, start - 8), start))
  )
    return null;
  return {
    start,
    end,
    near: { ...(minutes ? { minutes } : {}), ...(metres ? { metres } : {}), ...(mode ? { mode } : {}) },
  };
}

const REFUSED = /(?:不|别|没|没有|无|不会|不能|不想|不敢|不是|别给我推)(?:会|能|想|敢|要|用|愿意)?$/u;
/** What makes a number of minutes a limit of travel. */
const LIMITS =
  /^(?:不超过|不要超过|别超过|别超出|不超|最多|最远|控制在)|(?:以内|之内|内|的?范围|[的内]路程?|路程|的路|到的?|到家|单位|地方|能去)$/u;

type Groups = Record<string, string | undefined>;

/** Minutes; undefined when none were said, null when they make no sense. */
function minutesOf({ minutes, half, quarter, hour }: Groups): number | null | undefined {
  if (half) return 30;
  if (quarter) return 15;
  if (hour) return 60;
  return minutes === undefined ? undefined : within(numberOf(minutes), MOST_MINUTES);
}

function metresOf({ km, li, metres, stops, halfLi, someStops }: Groups): number | null | undefined {
  if (halfLi) return METRES_PER_LI / 2;
  if (someStops) return SOME_STOPS * METRES_PER_STOP;
  const said = [
    [km, 1000],
    [li, METRES_PER_LI],
    [metres, 1],
    [stops, METRES_PER_STOP],
  ] as const;
  const [figure, unit] = said.find(([text]) => text !== undefined) ?? [undefined, 0];
  if (figure === undefined) return undefined;
  const distance = within((numberOf(upper(figure)) ?? 0) * unit, MOST_METRES);
  return distance && distance >= LEAST_METRES ? distance : null;
}

/** 两三站: at most three. */
const upper = (figure: string) =>
  figure.replace(/^[一二两三四五六七八](?=[二三四五六七八九](?:$|[多来几]))/u, '');
const within = (value: number | null, most: number) => (value && value > 0 && value <= most ? value : null);
