import type { BlockReason } from '../../businesses';
import type { Decision, EmployerLabel, ReportCode, ReturnReason } from '../../review';

/** The message to those who were sent to a posting, or mean to go, when it is blocked. */
export const blockedNotice = (o: { title: string; business: string }): string =>
  `【零工驿站】${o.business}的“${o.title}”违反规定，已被驿站下架，请不要再去。已经交过钱、押过证件或者干了活没拿到钱的，请马上到驿站或给驿站打电话。`;

/** What people can report of a posting, in the order of the buttons. */
export const REPORT_TEXT: Record<ReportCode, string> = {
  fee: '要先交钱、押证件',
  fake: '假的，没有这个活',
  pay: '工钱和写的不一样',
  filled: '早就招满了',
  place: '地点不对',
  unsafe: '骚扰、不安全',
  discrimination: '歧视人',
  other: '别的问题',
};

/** Words of the report button and of the thanks. */
export const REPORT_PAGE_TEXT = {
  title: '这个岗位有问题？点一下就举报',
  hint: '不用登录，不记您是谁，用工方也不知道是谁举报的。',
  thanks: '收到了，谢谢您',
  thanksMore: '驿站会去核实。几位不同的街坊都这么说，这个岗位会先收起来，等工作人员看过。',
  urgent: '已经交了钱，或者人身有危险的，请直接报警 110，再告诉驿站。',
  others: '看看附近别的活',
};

/** Why staff return a posting. */
export const RETURN_TEXT: Record<ReturnReason, string> = {
  unclear: '写得不清楚',
  unlawful: '有不合规定的写法',
  pay: '工钱没写清或不合理',
  place: '地点不对',
  proof: '要先补营业执照等材料',
  duplicate: '和别的岗位重复',
  other: '其他',
};

/** Why staff block a posting or a business. */
export const BLOCK_TEXT: Record<BlockReason, string> = {
  fee: '向求职者收钱、押证件',
  fraud: '诈骗',
  fake: '虚假岗位',
  unpaid: '拖欠工钱',
  unlawful: '违法用工',
  unsafe: '危害人身安全',
  other: '其他',
};

/** What was decided about a posting. */
export const DECISION_TEXT: Record<Decision, string> = {
  approved: '审核通过',
  returned: '退回修改',
  blocked: '下架',
  hidden: '多人举报，先收起来了',
  dismissed: '举报看过了，没有发现问题',
};

/** The reason of a decision for reading; null when it has none. */
export function decisionReason(decision: Decision, reason: string | null): string | null {
  if (reason === null) return null;
  const table: Readonly<Record<string, string>> = decision === 'returned' ? RETURN_TEXT : BLOCK_TEXT;
  return table[reason] ?? null;
}

/** Words of the queue of staff. */
export const REVIEW_TEXT = {
  title: '待审核',
  none: '没有等着审核的岗位。',
  lead: '先进先看。通过就公开；退回时写清哪里要改，店家看得到；下架不能恢复，会通知已经推荐、报名和拿了名单的人。',
  reported: '有人举报、还公开着的',
  held: { reports: '多人举报，已收起', returned: '退回过，改了再交' },
  found: '发现的问题',
  clean: '没有发现违规的写法',
  missing: '还缺',
  reports: '举报',
  reportCount: (text: string, count: number) => `${text} × ${count}`,
  employer: '用工方以往',
  first: '第一次发岗位',
  approve: '通过，公开',
  cannotApprove: '有必须改的地方，不能直接公开。',
  give: '退回',
  giveSure: '退回去改',
  block: '下架',
  blockSure: '确定，下架',
  dismiss: '看过了，没问题',
  reason: '原因',
  note: '跟店家说一句（可不写）',
  open: '看岗位全文',
  business: '看用工方',
  done: {
    approved: '已通过，马上公开',
    returned: '已退回，店家看得到原因',
    blocked: '已下架，有关的人正在通知',
    dismissed: '已记下：举报看过了',
    overtaken: '刚才有人先处理了，或者店家又改过，请再看一遍',
  } as Readonly<Record<string, string>>,
};

/** A day without its weekday: a label is short. 2026-11-30 → 2026年11月30日 */
export const dayText = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** The label of an employer beside its postings, for staff. */
export const EMPLOYER_TEXT = {
  verified: (day: string) => `已核验，到 ${day}`,
  expired: (day: string) => `核验过期（${day}）`,
  never: '没有核验过',
  openCases: (count: number) => `欠薪诉求 ${count} 件没办完`,
  pastCases: (count: number) => `以前有过欠薪诉求 ${count} 件`,
  facts: (count: number) => `失约 ${count} 次`,
  childrenChecked: (day: string) => `接触孩子：已声明查询，到 ${day}`,
  childrenExpired: (day: string) => `接触孩子：声明过期（${day}）`,
};

/** What is known of a business from before, in a few words each. */
export function historyText(history: EmployerLabel): string[] {
  const { postings, open, blocked, returned, hidden, reports } = history;
  return [
    `发过 ${postings} 个岗位，${open} 个在招`,
    ...(returned > 0 ? [`退回 ${returned} 次`] : []),
    ...(hidden > 0 ? [`因举报收起 ${hidden} 次`] : []),
    ...(blocked > 0 ? [`下架 ${blocked} 个`] : []),
    ...(reports > 0 ? [`被举报 ${reports} 次`] : []),
  ];
}

/** Words about decisions on a posting's page, and about who was told. */
export const DECISIONS_TEXT = {
  title: '审核记录',
  returned: '驿站退回了这个岗位，请照下面说的改，改好再交：',
  hidden: '有几位街坊反映这个岗位有问题，驿站先收起来了，核实后再处理。有疑问请到窗口。',
  warned: '已通知有关的人',
  warnedCount: (count: number) => `已发短信 ${count} 人`,
  waiting: (count: number) => `正在发 ${count} 人`,
  left: '没有电话、没有同意或没发出去的，请当面或打电话告诉：',
  person: '求职者',
  visitor: '来访',
  nobody: '没有推荐、报名或列入名单的人。',
};

/** The warning on a seeker's own page. */
export const WARNING_TEXT = {
  title: '这些岗位已经下架，请不要再去',
  hint: '已经交过钱、押过证件，或者干了活没拿到钱的，请马上告诉驿站。',
  line: (o: { title: string; business: string }) => `${o.business}的“${o.title}”`,
};
