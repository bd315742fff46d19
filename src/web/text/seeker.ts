import type { Sort } from '../../matching';
import { figure } from './vocabulary';

/** How a list can be ordered: what stands first. */
export const SORT_TEXT: Record<Sort, string> = {
  best: '最合适',
  near: '离得近',
  pay: '工钱高',
  new: '新发布',
  flexible: '时间灵活',
};

/** Words of the search form. */
export const SEARCH_TEXT = {
  title: '附近的活',
  formLabel: '找活',
  q: '想找什么活',
  qHint: '例如：洗碗、日结、管饭',
  suggest: { label: '想说的是不是', count: '有 # 个可选，按上下键选' },
  mode: '怎么去',
  minutes: '路上最多',
  minutesOption: (minutes: number) => `${minutes} 分钟`,
  from: '从哪儿出发',
  station: (name: string) => name,
  here: '我现在的位置',
  locate: '用我的位置',
  locating: '正在找您的位置……',
  located: '找到了',
  notLocated: '没找到您的位置，可能是手机没有允许。请从上面选一个地方。',
  hours: '我什么时候有空',
  hoursNow: (week: string) => `我有空：${week}`,
  presets: '常用：',
  more: '更多条件',
  moreCount: (count: number) => `更多条件（已选 ${count} 项）`,
  settlement: '工钱多久结一次',
  benefits: '要有',
  payMin: '每小时至少',
  payUnit: '元',
  hoursMax: '每周最多干',
  hoursUnit: '小时',
  sort: '先看',
  submit: '查找',
  reset: '全部清空，重新找',
  wrong: '条件里有填得不对的地方，改好以后再查。',
};

/** Weeks that many people have, as links. */
export const WEEK_PRESETS = [
  { text: '送完孩子到接孩子', free: 'Mo-Fr 08:20-15:40' },
  { text: '白天', free: 'Mo-Su 08:00-18:00' },
  { text: '晚上', free: 'Mo-Su 18:00-22:00' },
  { text: '周末', free: 'Sa,Su 08:00-18:00' },
] as const;

/** Words of the list. */
export const LIST_TEXT = {
  deleted: '您的资料已经全部删除。',
  found: (mode: string, minutes: number, total: number) =>
    `${mode} ${figure(minutes)} 分钟以内，有 ${total} 个岗位`,
  foundTime: (mode: string, minutes: number, total: number) =>
    `${mode} ${figure(minutes)} 分钟以内、时间合适的，有 ${total} 个岗位`,
  minutes: '分钟',
  exact: '正合您说的',
  related: '相近的岗位',
  relatedHint: '跟您说的不完全一样，列在后面供您参考',
  understood: '您说的，我们听成',
  chosen: '您选的',
  undo: (what: string) => `去掉“${what}”`,
  undoHint: '点一下就去掉',
  keyword: (word: string) => `带“${word}”的`,
  correction: (from: string, to: string) => `“${from}”当作“${to}”`,
  asWritten: '还是按我打的字找',
  didYouMean: '您要找的是不是：',
  cut: '您说的太长，只听了前面一段。',
  unsure: (words: string) => `“${words}”没有用上。要紧的话，请在“更多条件”里选。`,
  estimate: '路程按直线估算',
  street: '路程按实际街道算',
  hoursWeek: (hours: number) => `每周 ${figure(hours)} 小时`,
  verified: '已核验',
  verifiedUntil: (day: string) => `已核验 · 到${day}`,
  verifiedHint: '驿站看过营业执照',
  verifiedHousehold: '驿站看过身份证',
  household: '家庭雇主',
  notWhole: '差一点：',
  open: (title: string) => `看看“${title}”`,
  next: '下一页',
  first: '回到第一页',
  relax: '放宽一点，还有这些：',
  nothing: '眼下没有完全合适的，别急，试试这样：',
  noSuchJob: '这里没有这样的岗位',
  noSuchJobMore: '换个说法试试，或者看看附近正在招的。',
  allNear: '看附近所有的岗位',
  withoutWords: '不限工种，只按距离和时间找',
  withoutTime: '先不管时间，看看有什么',
  wider: (minutes: number) => `路上放宽到 ${minutes} 分钟`,
  askDesk: '也可以到驿站窗口登记，有合适的我们打电话告诉您。',
  degraded: '文字搜索这会儿有点慢，这一页用的是备用的查法，可能少一些。',
  unplaced: (count: number) => `另有 ${count} 个岗位，位置待核实`,
  unplacedHint: '这几个岗位只知道大概地方，算不出路上要多久，想去请先问驿站。',
};

/** What was taken out of the words of a search. */
export const SPAN_TEXT = {
  place: (name: string) => `在${name}附近`,
  refused: (what: string) => `不要${what}`,
  wish: (week: string) => `上班时间在${week}`,
  free: (week: string) => `有空：${week}`,
};

/** Words of one posting's page. */
export const JOB_PAGE_TEXT = {
  back: '回到列表',
  minutes: '分钟',
  hours: '上班时间',
  hoursWeek: '每周工时',
  pay: '工钱',
  settlement: '结算',
  benefits: '待遇',
  none: '没有写',
  place: '地点',
  unplaced: '位置待核实',
  unplacedHint: '只知道大概地方，去之前请先问驿站。',
  amap: '用高德地图看路',
  tencent: '用腾讯地图看路',
  business: '用工方',
  unverified: '这个用工方的核验过期了，重新核验以前不上名单，也不能报名。',
  household:
    '家庭请人，不是劳动法上的用人单位：最低工资、每周工时、工伤保险这些规定不直接管它，双方说好的才算数。在驿站发的，一样不许收钱、押证件、歧视人，工钱和时间要写清楚；有了争议，驿站帮着调解。',
  headcount: '招几个人',
  people: (count: number) => `${count} 人`,
  certificates: '要带的证',
  minAge: '年龄',
  minAgeOf: (age: number) => `年满 ${age} 周岁`,
  note: '其他要求',
  engagement: '用工方式',
  validThrough: '有效期',
  until: (day: string) => `到 ${day}`,
  about: '干些什么',
  why: '跟您合不合适',
  whyOf: (mode: string, minutes: number, week: string | null) =>
    week === null
      ? `按${mode} ${figure(minutes)} 分钟以内看`
      : `按${mode} ${figure(minutes)} 分钟以内、${week} 有空来看`,
  fits: '合适',
  notFits: '不合适',
  fix: '这样就行：',
  phone: '联系用工方请通过驿站',
  phoneMore: '点“我感兴趣”，驿站帮您联系；或者把这一页给窗口的工作人员看。谁要您先交钱，都不要给。',
  interested: '我感兴趣',
  signInFirst: '登录后报名',
  profileFirst: '先填几项资料，再报名',
  edit: '管理这个岗位',
  statusNote: {
    draft: '这是草稿，还没有公开。',
    review: '正在审核，还没有公开。',
    filled: '这个岗位已经招满了。',
    closed: '这个岗位已经不招了。',
    expired: '这个岗位已经过了有效期。',
    blocked: '这个岗位已经下架。',
  },
  others: '看看附近别的活',
  interestNote: {
    waiting: '您已经报名了，等用工方回话。',
    accepted: '用工方愿意见您，驿站会联系您。',
    declined: '用工方这次没有选上您，再看看别的。',
  },
  interestDone: '报名成功',
};
