import type { ConductView } from '../../conduct';
import type { CaseOutcome, PlacementView, WageCaseHistory, WageCaseView } from '../../placements';
import { figure, PAY_UNIT_TEXT, SETTLEMENT_TEXT } from './vocabulary';

/** 240 → 4 小时; 250 → 4 小时 10 分. */
export function workedText(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (rest === 0) return `${whole} 小时`;
  return rest === 30 ? `${whole}.5 小时` : `${whole} 小时 ${rest} 分`;
}

/** Yuan as people write them. */
export const yuanText = (yuan: number): string => `${figure(yuan, 2)} 元`;

/** The agreed pay in a few words: 每小时 25 元，日结. */
export function termsText({ amount, unit, settlement }: PlacementView['pay']): string {
  const pay =
    amount === null || unit === null ? '工钱没写' : `每${PAY_UNIT_TEXT[unit]} ${figure(amount, 2)} 元`;
  return settlement === null ? pay : `${pay}，${SETTLEMENT_TEXT[settlement]}`;
}

/** Words of the ledger of hours and pay, as each side reads them. */
export const WORK_TEXT = {
  mine: '我的工时和工钱',
  mineLead: '每天干了几小时、钱拿到没有，在这里记一笔。钱由用工方直接给您，不经过驿站。',
  mineLink: '记工时、记工钱',
  shop: '工时确认',
  shopLead: '介绍来的人每天干了几小时，您和他各记一笔，对上了以后不扯皮。工钱请直接给本人，不经过驿站。',
  desk: '工时和工钱',
  none: '还没有上岗的活。',
  noneShop: '还没有上岗的人。',
  anonymous: '没留名字',
  erased: '（资料已删除）',
  days: '已记的工时',
  noDays: '还没有记过。',
  worker: { worker: '您记', employer: '用工方记', staff: '本人记' },
  employer: { worker: '用工方记', employer: '您记', staff: '用工方记' },
  notSaid: '没记',
  agreed: '对上了',
  differs: '对不上',
  owed: (yuan: number) => `应给 ${yuanText(yuan)}`,
  owedUnknown: '应给多少算不出来',
  claimed: (yuan: number) => `按多的算是 ${yuanText(yuan)}，差的部分两边再对一对，也可以找驿站`,
  due: (day: string) => `最晚 ${day} 给`,
  overdue: '过了日子没拿到',
  paid: (yuan: number, day: string) => `${day} 拿到 ${yuanText(yuan)}`,
  unpaid: '还没拿到',
  date: '哪一天',
  hours: '干了几小时',
  hoursHint: '比如 4 或 4.5；没干填 0',
  hoursUnit: '小时',
  yuanUnit: '元',
  side: '谁说的',
  sides: { worker: '本人', employer: '用工方' },
  sayHours: '记工时',
  same: (text: string) => `对，是 ${text}`,
  paidTitle: '拿到钱了',
  paidAmount: '一共拿到多少',
  paidOn: '哪天拿到的',
  sayPaid: '记下，钱拿到了',
  unpaidTitle: '没拿到钱',
  unpaidLead: '点一下，驿站马上有专人去问。不收您一分钱。',
  unpaidNote: '想说明的（可不填）',
  sayUnpaid: '没拿到钱，请驿站管',
  case: (owner: string | null) =>
    owner === null ? '驿站已经在管这笔工钱。' : `驿站已经在管这笔工钱，由${owner}负责。`,
  caseShop: '这份活的工钱本人说没有拿到，驿站正在了解。办结以前不能发新岗位。',
  history: '每一笔怎么记的',
  historyHint: '记过的都留着，改了也看得到。',
  atDesk: '（窗口代记）',
  hoursLine: (who: string, text: string) => `${who}：${text}`,
  paidLine: (yuan: number, day: string) =>
    yuan === 0 ? '本人：收回“拿到了”' : `本人：${day} 拿到 ${yuanText(yuan)}`,
  conduct: '守约记录',
  conductLead: '谁没来、谁临时取消，只记事实，不打分。九十天后不再算，自动删掉。',
  noConduct: '没有记录。',
  told: { worker: '人没来、临时说不来', employer: '用工方让我白跑了' },
  tell: '记下',
  kind: '是什么事',
  counts: '现在算数',
  notCounts: '现在不算数',
  appealing: '正在申诉，先不算数',
  upheld: '驿站看过，维持',
  struck: '驿站看过，已划掉',
  reason: '理由',
  said: (who: string) => `${who}说的`,
  appeal: '不是这样，请驿站看看',
  appealNote: '当时是怎么回事',
  until: (day: string) => `${day} 后删掉`,
  done: '记下了。',
  doneUnpaid: '驿站已经收到，会有专人去问。',
  doneAppeal: '驿站收到了，看过以前这条先不算数。',
  back: '回到列表',
};

const SAID_BY: Record<ConductView['saidBy'], string> = {
  worker: '求职者',
  employer: '用工方',
  staff: '驿站',
};

/** What happened, in one line: 6月1日 求职者没有来（用工方说的）. */
export function conductText({ about, kind, saidBy }: Pick<ConductView, 'about' | 'kind' | 'saidBy'>): string {
  return `${CONDUCT_TEXT[about][kind]}（${WORK_TEXT.said(SAID_BY[saidBy])}）`;
}

/** What the side that it is about says to it. */
export function viewText({
  about,
  view,
}: Pick<ConductView, 'about'> & { view: 'agrees' | 'disagrees' }): string {
  return `${SAID_BY[about]}说：${view === 'agrees' ? '是这样' : '不是这样'}`;
}

/** What happened, by whom it is about. */
export const CONDUCT_TEXT: Record<ConductView['about'], Record<ConductView['kind'], string>> = {
  worker: { no_show: '说好了没有来', late_cancel: '临时说不来' },
  employer: { no_show: '人到了没有活', late_cancel: '用工方临时取消' },
};

/** Words of the desk's pages about cases and appeals. */
export const CASE_TEXT = {
  title: '工钱诉求',
  open: '没办完的',
  all: '全部',
  none: '没有工钱诉求。',
  reason: { overdue: '过了日子没有记“拿到了”', not_paid: '本人说没拿到' } satisfies Record<
    WageCaseView['reason'],
    string
  >,
  state: { open: '已接访', handed_over: '已交办', closed: '已办结' } satisfies Record<
    WageCaseView['state'],
    string
  >,
  due: (day: string) => `该给的日子：${day}`,
  left: (yuan: number) => `还差 ${yuanText(yuan)}`,
  leftUnknown: '差多少还不清楚',
  owner: (name: string) => `负责人：${name}`,
  noOwner: '还没有负责人',
  since: (day: string) => `${day} 接到`,
  ledger: '看工时和工钱',
  person: '看这个人',
  steps: '办理经过',
  step: {
    opened: '接访',
    handed_over: '交办',
    noted: '记录',
    closed: '回访办结',
  } satisfies Record<WageCaseHistory['steps'][number]['kind'], string>,
  system: '系统',
  to: (name: string) => `交给${name}`,
  handOver: '交办',
  handTo: '交给谁',
  ownerOption: (name: string, count: number) => `${name}（手上 ${count} 件）`,
  note: '说明',
  addNote: '记一条',
  close: '回访办结',
  closeLead: '给本人打过电话、问清楚了再办结。办结以后这家又能发岗位。',
  followUp: '回访时本人怎么说',
  outcome: '结果',
  outcomes: {
    paid: '钱已经给了',
    agreed: '两边商量好了',
    unfounded: '没有欠钱',
    authority: '转劳动监察',
  } satisfies Record<CaseOutcome, string>,
  done: '记下了',
  appeals: '申诉',
  appealsTitle: '守约记录的申诉',
  noAppeals: '没有等着定的申诉。',
  uphold: '维持',
  strike: '划掉',
  decision: '理由（两边都看得到）',
};
