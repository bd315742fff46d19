/** Words of the desk plan. */
export const PLAN_TEXT = {
  title: '现场派工',
  lead: '今天等着的人，一次排好：先让更多的班有人，再让等得久的先有活，再看谁更合适。',
  link: (people: number) => `给等着的 ${people} 人一次派好`,
  summary: (people: number, placed: number) => `等着 ${people} 人，派出 ${placed} 人。`,
  shifts: (filled: number, of: number) => `填上 ${filled} 个班（他们够得着的空班一共 ${of} 个）。`,
  byEstimate: '街道路程这会儿查不到，这次都按直线估算。',
  nobody: '现在没有人等着。来访登记以后，再来这里派。',
  places: '谁去哪儿',
  none: '按他们说的条件，眼下没有能派的岗位。',
  waited: (minutes: number) => `等了 ${waitText(minutes)}`,
  fills: (shifts: number) => `填 ${shifts} 个班`,
  refer: '推荐',
  referOne: (name: string, title: string) => `推荐${name}去“${title}”`,
  referAll: (count: number) => `${count} 人全部推荐`,
  others: '还没派上的',
  unsent: (count: number) => `有 ${count} 人没推荐成：岗位刚收起来，或者已经推荐过了。名单已经重新排过。`,
};

function waitText(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`;
  return minutes % 60 === 0
    ? `${minutes / 60} 小时`
    : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`;
}

/** What somebody's own best posting went to: figures of the plan with names of the posting and the other person. */
export interface DisplacedWords {
  title: string;
  /** Who has the place, or would go without one; null for nobody in particular. */
  for: string | null;
  because: 'fewer_shifts' | 'waits_longer' | 'worse_together';
  shifts?: number | undefined;
  waitedMinutes?: number | undefined;
}

/** Why somebody does not get what suits them best: “洗碗工”更合适，给了王姐：不然少填 3 个班. */
export function displacedText({ title, for: other, because, shifts, waitedMinutes }: DisplacedWords): string {
  const best = `“${title}”本来更合适`;
  switch (because) {
    case 'fewer_shifts':
      return `${best}，${other === null ? '没有这样派' : `给了${other}`}：不然少填 ${shifts ?? 0} 个班`;
    case 'waits_longer':
      return `${best}，让着${other ?? '先来的人'}：等得更久（${waitText(waitedMinutes ?? 0)}），不然就没有活了`;
    case 'worse_together':
      return `${best}，${other === null ? '没有这样派' : `给了${other}`}：这样大家加起来更合适`;
  }
}

/** Why somebody who waits is not in the plan. @param title of the posting they were sent to */
export function unplannedText(code: 'no_consent' | 'no_match' | 'sent', title?: string): string {
  switch (code) {
    case 'no_consent':
      return '本人没有同意介绍活，不能派';
    case 'no_match':
      return '按本人的条件，眼下没有合适又空着的岗位';
    case 'sent':
      return title === undefined ? '已经推荐出去了，等回话' : `已经推荐去“${title}”，等回话`;
  }
}
