import type { Channel, Purpose } from '../../candidates';

/** Words of the desk's menu. Letters are access keys. */
export const DESK_MENU = {
  label: '窗口',
  visit: '来访',
  referrals: '推荐',
  cases: '工钱',
  jobs: '岗位',
  candidates: '求职者',
  businesses: '用工方',
  queue: '审核',
  review: (count: number) => `待审核 ${count}`,
};

/** Words of the intake form. */
export const INTAKE_TEXT = {
  title: '来访登记',
  editTitle: '改登记',
  name: '怎么称呼',
  phone: '电话（可不留）',
  phoneKept: '电话不改就空着',
  text: '本人怎么说',
  textHint: '照原话记，例如：想找洗碗的活，日结，管饭最好',
  from: '从哪儿出发',
  point: '用坐标（填在下面）',
  coordinates: '用坐标',
  lat: '纬度',
  lng: '经度',
  datum: '坐标来源',
  mode: '怎么去',
  minutes: '路上最多',
  minutesOption: (minutes: number) => `${minutes} 分钟`,
  hours: '什么时候有空',
  hoursMax: '每周最多干',
  hoursUnit: '小时',
  occupations: '想干什么',
  occupationsHint: '可写几样，用顿号隔开：洗碗、保洁',
  consent: '本人同意',
  purposes: {
    matching: '介绍活',
    contact: '驿站打电话联系',
    follow_up: '以后回访',
  } satisfies Record<Purpose, string>,
  channel: '怎么同意的',
  channels: { spoken: '口头说的', paper: '纸上签字', screen: '本人在屏幕上点' } satisfies Record<
    Channel,
    string
  >,
  witness: '谁听见的',
  keys: 'Alt＋W 直接到“想干什么”，回车就找',
  submit: '找合适的活',
  submitEdit: '改好了，重新排',
  cancel: '不改了',
};

/** Words about what was heard in what a visitor said. */
export const HEARD_TEXT = {
  read: '照原话填好下面',
  filled: '听到的填在下面了，看一遍再找。',
  nothing: '原话里没听出时间和活，请直接填下面。',
  ask: (questions: string) => `还要问一句：${questions}`,
  heard: '听成',
};

/** The intake's field names in the summary of what is wrong. */
export const INTAKE_LABELS: Readonly<Record<string, string>> = {
  name: INTAKE_TEXT.name,
  phone: '电话',
  text: INTAKE_TEXT.text,
  from: INTAKE_TEXT.from,
  lat: INTAKE_TEXT.lat,
  lng: INTAKE_TEXT.lng,
  mode: INTAKE_TEXT.mode,
  minutes: INTAKE_TEXT.minutes,
  hoursMax: INTAKE_TEXT.hoursMax,
  occupations: INTAKE_TEXT.occupations,
  purpose: INTAKE_TEXT.consent,
  channel: INTAKE_TEXT.channel,
  witness: INTAKE_TEXT.witness,
  birthDate: '出生日期',
  certificates: '有什么证',
};

/** Words of the desk's first page. */
export const DESK_TEXT = {
  title: '窗口',
  find: '查人、查岗位、查用工方',
  findHint: '名字、电话全号、岗位名、店名都行',
  findSubmit: '查',
  found: (text: string) => `“${text}”查到的`,
  nothing: '什么也没查到。',
  clear: '清掉',
  queue: '今天来过的人',
  queueEmpty: '今天还没有人来。',
  waiting: '等着',
  served: '办好了',
  anonymous: '没留名字',
  visitors: '来访',
  people: '求职者',
  postings: '岗位',
  businesses: '用工方',
};

/** Words of one visit. */
export const VISIT_TEXT = {
  title: (name: string) => `${name}的来访`,
  edit: '改一改',
  next: '下一位',
  slip: '看小票',
  at: '登记于',
  from: '从哪儿出发',
  station: '本站',
  ownPoint: '自己标的位置',
  travel: '路上',
  travelOf: (mode: string, minutes: number) => `${mode}，最多 ${minutes} 分钟`,
  free: '有空',
  anytime: '没说，什么时候都行',
  hoursMax: '每周最多',
  hours: (hours: number) => `${hours} 小时`,
  occupations: '想干',
  understood: '听懂的',
  unsure: '没用上',
  phone: '电话',
  words: '原话',
  duplicates: '好像是同一个人',
  duplicatesHint: '电话一样，或者今天同名同住处。是同一个人就并到这一次来。',
  merge: '并过来',
  list: (total: number) => `合适的活（${total} 个）`,
  none: '按这些条件没有合适的。试试下面放宽一点，或者改一改登记。',
  save: '存为备选名单',
  saveHint: '勾上要带走的（Alt＋数字），存好就出小票',
  nothingTicked: '一个也没勾。先勾上几个，再存。',
  pick: (title: string) => `选“${title}”`,
  refer: '推荐去面试',
  others: '名单里的其他岗位',
  relax: '放宽一点：',
  gains: '差什么：',
  loosened: '现在看的是放宽以后的名单，登记没有改。',
  tighten: '回到登记的条件',
  more: '再多看一些',
};

/** Words of the printed slip. */
export const SLIP_TEXT = {
  title: '备选岗位',
  for: (name: string) => `${name}：`,
  visitor: '来访的您',
  on: (day: string) => `${day}登记`,
  travel: (mode: string, minutes: number, isEstimated: boolean) =>
    `${mode}约 ${minutes} 分钟${isEstimated ? '（估算）' : ''}`,
  noWay: '没有路能到那里，先问驿站',
  pending: '位置待核实，先问驿站',
  scan: '扫一扫看详情',
  free: '找活不花钱',
  freeMore: '谁要您先交押金、体检费、培训费，都不要给，回来告诉驿站。',
  ask: '想去哪一家，跟驿站说一声，我们帮您联系。',
  over: '现在不招了',
  empty: '名单还是空的。',
  print: '打印',
  printHint: '也可以按 Ctrl+P',
  back: '回到这位来访',
  next: '下一位',
};

/** Words of the list of referrals. */
export const REFERRALS_TEXT = {
  title: '推荐',
  none: '还没有推荐。在来访页上点“推荐去面试”。',
  next: '记一笔',
  since: '推荐于',
  open: '还在办的',
  all: '全部',
};

/** Words of the list of postings. */
export const DESK_JOBS_TEXT = {
  title: '岗位',
  post: '新写一条',
  contains: '岗位名或店名',
  lacks: '缺什么',
  lackOptions: { '': '都看', place: '没有地点', schedule: '没有时间', door: '位置待核实' },
  search: '查',
  none: '没有这样的岗位。',
  missing: '缺：',
};

/** What a posting lacks, by the pointer of its problem. */
export const LACK_TEXT: Readonly<Record<string, string>> = {
  '/place': '地点',
  '/schedule': '时间',
  '/pay': '工钱',
  '/pay/amount': '工钱',
  '/pay/expectedHours': '几小时一份',
  '/pay/settlement': '怎么结',
};
export const LACK_OTHER = '要改一处';

/** Words of the pages of candidates. */
export const CANDIDATES_TEXT = {
  title: '求职者',
  new: '代建档案',
  newHint: '不会打字的街坊，窗口代办。先问清楚本人同意什么。',
  edit: '修改档案',
  contains: '名字，或者电话全号',
  search: '查',
  none: '没有查到。',
  name: '姓名',
  phone: '电话',
  birthDate: '出生日期（可不写）',
  home: '住在哪儿',
  homeUnknown: '没说（按本站算）',
  certificates: '有什么证',
  otherCertificates: '别的证',
  save: '存档案',
  consents: '同意过的',
  consentLine: (purpose: string, channel: string, day: string) => `${purpose} · ${channel} · ${day}`,
  withdrawn: '已撤回',
  witness: (name: string) => `见证：${name}`,
  matches: '合适的岗位',
  noMatches: '眼下没有合适的。',
  refer: '推荐去面试',
  referrals: '推荐过的',
  noConsent: '没有有效的同意，不能推荐。',
  can: '会干',
};

/** Words of the list of businesses. */
export const BUSINESSES_TEXT = {
  title: '用工方',
  contains: '店名、单位名',
  search: '查',
  none: '没有查到。',
  verify: '标为已核验',
  renew: '再核验一次',
  verifyHint: '看过营业执照（家庭看身份证）再点，六个月有效。商铺、企业要先填统一社会信用代码。',
  verifyTitle: '核验、资料',
  licence: '统一社会信用代码（18 位）',
  licenceKept: (masked: string) => `现在是 ${masked}，不改就空着`,
  contactName: '联系人',
  contactPhone: '联系电话',
  contactKept: '不改就空着',
  saveOnly: '只存资料',
  by: (day: string) => `${day} 核验`,
  state: '核验情况',
  states: {
    '': '都看',
    unverified: '没有核验过',
    ending: '两周内到期',
    expired: '已过期',
    blocked: '已停用',
  },
  blocked: '已停用',
  block: '停用这个用工方',
  blockHint: '它的岗位全部下架，有关的人会收到通知；同一个执照、同一个电话不能再登记。',
  blockSure: '确定，停用',
  reason: '原因',
  unblock: '恢复',
  demand: {
    title: '只列出核验过的用工方',
    hint: '打开以后，没核验或者核验过期的用工方，岗位不上名单，别人搜不到。',
    on: '现在：只列核验过的',
    off: '现在：都列',
    set: '打开',
    unset: '关掉',
  },
  member: '连手机号',
  memberPhone: '店家手机号',
  memberName: '称呼',
  memberSave: '连上',
  jobs: '看岗位',
};
