import type { QuestionCode, ReadBack, ReadBackRule } from '../../hours';

/** Words of the rows in which people enter their weekly hours. */
export const HOURS_TEXT = {
  from: '从',
  to: '到',
  span: (span: number) => (span === 1 ? '' : `第 ${span} 段`),
  again: (days: string) => `${days}，另一段`,
  hint: '路上来回的时间也要算在里面。夜里过了零点也行，比如 22:00 到 06:00。没空的那天空着就行。',
  more: '一天有两段空，或者每天不一样',
};

const DAY_NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** Monday = 0. 周一到周五, 周末, 每天, 周一、周三. */
function daysText(days: readonly number[]): string {
  const key = [...days].sort((a, b) => a - b).join('');
  if (key === '0123456') return '每天';
  if (key === '56') return '周六、周日';
  const parts: string[] = [];
  for (let i = 0; i < days.length; ) {
    let j = i;
    while (j + 1 < days.length && days[j + 1] === (days[j] ?? 0) + 1) j++;
    const [first, last] = [DAY_NAMES[days[i] ?? 0] ?? '', DAY_NAMES[days[j] ?? 0] ?? ''];
    if (j - i >= 2) parts.push(`${first}到${last}`);
    else parts.push(...days.slice(i, j + 1).map((day) => DAY_NAMES[day] ?? ''));
    i = j + 1;
  }
  return parts.join('、');
}

/** Minutes of the day as people read them: 8:00, 24:00, on the next day 第二天 6:00. */
function clockText(minutes: number): string {
  const within = minutes > 1440 ? minutes - 1440 : minutes;
  const text = `${Math.floor(within / 60)}:${String(within % 60).padStart(2, '0')}`;
  return minutes > 1440 ? `第二天 ${text}` : text;
}

function rulesText(rules: readonly ReadBackRule[]): string {
  return rules
    .map(({ days, hours }) =>
      hours === null
        ? `${daysText(days)}全天`
        : `${daysText(days)} ${hours.map(({ start, end }) => hoursText(start, end)).join('、')}`,
    )
    .join('，');
}

function hoursText(start: number, end: number): string {
  if (start === 0 && end < 1440) return `${clockText(end)} 以前`;
  if (start > 0 && end === 1440) return `${clockText(start)} 以后`;
  return `${clockText(start)}–${clockText(end)}`;
}

const dateText = (date: string) => {
  const [, month, day] = date.split('-');
  return `${Number(month)}月${Number(day)}日`;
};

/** Seasons by their codes; an unknown one is called 那段时间. */
const SEASON_NAMES: Readonly<Record<string, string>> = {
  summer_harvest: '三夏',
  autumn_harvest: '秋收',
  farm_work: '农忙',
  winter_holiday: '寒假',
  summer_holiday: '暑假',
  before_spring_festival: '年前',
  spring_festival: '过年',
  after_spring_festival: '年后',
  qingming: '清明',
  dragon_boat: '端午',
  mid_autumn: '中秋',
  month_start: '月初',
  month_middle: '月中',
  month_end: '月底',
  holidays: '节假日',
  spring: '春天',
  summer: '夏天',
  autumn: '秋天',
  winter: '冬天',
  rainy_days: '下雨天',
  these_days: '这几天',
};

function exceptionText(one: ReadBack['exceptions'][number]): string {
  const when =
    'season' in one
      ? (SEASON_NAMES[one.season] ?? '那段时间')
      : one.from === one.to
        ? dateText(one.from)
        : `${dateText(one.from)}到${dateText(one.to)}`;
  if (one.rules.length === 0) return `${when}不行`;
  const hours = one.rules[0]?.hours ?? null;
  if (hours === null) return `${when}有空`;
  return `${when} ${hours.map(({ start, end }) => hoursText(start, end)).join('、')} 有空`;
}

/** The sentence that says back what was read: 周一到周五 8:00–16:00 有空，对吗？ Null when there is nothing to say. */
export function readBackText({ kind, rules, exceptions }: ReadBack): string | null {
  const week =
    rules.length > 0 ? (kind === 'wish' ? `想要${rulesText(rules)}的活` : `${rulesText(rules)} 有空`) : null;
  const parts = [week, ...exceptions.map(exceptionText)].filter((part) => part !== null);
  return parts.length === 0 ? null : `${parts.join('，')}，对吗？`;
}

/** What is asked when it was not said, by code. */
const QUESTION_TEXTS: Readonly<Record<QuestionCode, string>> = {
  days: '一周里哪几天可以？',
  start: '最早几点可以开始？',
  end: '最晚几点要走？',
  am_pm: '是上午还是晚上？',
  alternation: '哪几天轮到有空？',
  season_dates: '大概几号到几号？',
  dates: '具体是哪几天？',
  when: '一般几点到几点可以？',
  rest: '休息的那天是能干活，还是不想干？',
};

/** A question to the person, short and polite. */
export function questionText(code: QuestionCode): string {
  return QUESTION_TEXTS[code];
}
