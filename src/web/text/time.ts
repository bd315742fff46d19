/** Words of the rows in which people say where they have to be, and which days are unlike others. */
export const TIME_TEXT = {
  anchors: '几点要在哪儿',
  anchorsMore: '接送、做饭、喂饭、赶车这样固定的事',
  anchorsLegend: '每周固定的事',
  anchorsHint:
    '排活的时候会避开，路上的时间也算进去。只记几点、在哪儿，不用说是谁。星期一天都不勾，就是每天。',
  anchorRow: (row: number) => `固定的事，第 ${row} 行`,
  at: '几点',
  kind: '怎么个事',
  kinds: {
    be_at: '要到那儿（接人、做饭）',
    leave: '从那儿走（送完孩子）',
  } satisfies Record<'be_at' | 'leave', string>,
  days: '星期几',
  place: '在哪儿',
  placeHome: '家里（就是出发的地方）',
  placeStation: (station: string) => `本站（${station}）`,
  placeKept: '自己标的位置',
  exceptions: '哪天不行',
  exceptionsMore: '放假、有事；哪天钟点不一样，也写在这里',
  exceptionsSaid: '哪天不一样',
  holidays: '国家放假的日子',
  holidaysHint: '春节、国庆这样的法定节假日，连着调休放的假。',
  makeupDays: '调休要上班的周末',
  dates: '别的日子',
  datesHint: '只有一天就填一个日期；连着几天，再填到哪天。',
  dateRow: (row: number) => `别的日子，第 ${row} 行`,
  date: '哪天',
  until: '到哪天（可不填）',
  choice: '怎么样',
  choices: { '': '跟平常一样', off: '不行', all: '全天都行', hours: '只有这段时间行：' },
  /** Hours that the rows have no room for. */
  otherHours: (hours: string) => `只有这些时间行：${hours}`,
  from: '从',
  to: '到',
  addAnchor: '再加一件固定的事',
  addDate: '再加一个日子',
};

const NAMES: Readonly<Record<'holidays' | 'makeupDays', string>> = {
  holidays: '国家放假的日子',
  makeupDays: '调休要上班的周末',
};

/** 周一到周五 16:00 要到实验小学; 每天 08:00 从实验小学走. */
export function anchorText(anchor: {
  kind: 'leave' | 'be_at';
  at: string;
  days: string;
  place: string | null;
}) {
  const { kind, at, days } = anchor;
  const place = anchor.place ?? '家里';
  return kind === 'leave' ? `${days} ${at} 从${place}走` : `${days} ${at} 要到${place}`;
}

/** 国家放假的日子：不行; 2026年10月1日（周四）：只有 08:00–12:00 行. @param days a date, or from the first to the last */
export function exceptionText(
  days: 'holidays' | 'makeupDays' | readonly string[],
  free: { choice: 'off' | 'all' | 'hours'; hours: string },
): string {
  const when = typeof days === 'string' ? NAMES[days] : days.join('到');
  const how = free.choice === 'hours' ? `只有 ${free.hours} 行` : TIME_TEXT.choices[free.choice];
  return `${when}：${how}`;
}
