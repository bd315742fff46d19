import type { RetentionClass } from '../../trust';

/** What people agree to when one business may see their phone; a new wording is a new CONSENT_TEXT_VERSION. */
export const EMPLOYER_CONSENT_TEXT = {
  screen: '同意把我的电话给这一家用工方看',
  spoken: '本人当面说了：同意给这家看电话',
  more: '只给这一家。随时可以在“我的”里收回，收回以后马上看不到。',
};

/** Words about who sees a person's phone. */
export const SHARE_TEXT = {
  title: '哪些用工方看得到我的电话',
  none: '还没有和哪一家打过交道，谁也看不到您的电话。',
  sees: '看得到',
  masked: '看不到（中间的数字遮住）',
  give: '让这家看',
  withdraw: '不让看了',
  since: (day: string) => `${day} 同意`,
};

/** What each class of records is, for people. */
export const RETENTION_TEXT: Record<RetentionClass, { what: string; later: string }> = {
  visit_words: { what: '来窗口时说的话、从哪儿出发、要在哪儿接人', later: '删掉' },
  interest: { what: '报名、急招问过您的记录', later: '删掉' },
  idle_profile: { what: '没有人再用的资料（本人没来、驿站也没打开过）', later: '删掉，法律要求留的锁起来' },
  visit: { what: '来访登记（称呼、电话）', later: '抹掉称呼和电话，只留下数目' },
  service_ledger: { what: '服务台账：介绍您去过哪家、结果怎样', later: '删掉' },
  wage_ledger: { what: '用工和工钱的记录', later: '删掉' },
  posting_contact: { what: '招聘信息里的联系人；家庭雇主的地址', later: '抹掉' },
  locked: { what: '您要求删除、但法律要求先留着的记录', later: '到写明的那一天删掉' },
};

/** A period in words. */
export const monthsText = (months: number): string =>
  months === 0 ? '到写明的日子' : months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`;

/** The page 您的信息怎么用. */
export const PRIVACY_TEXT = {
  title: '您的信息怎么用',
  lead: '驿站只记找活用得着的事。您不同意的，不记；记下的，您随时能看、能拿走、能改、能删。看岗位不用登记，也不用留名字。',
  sections: [
    {
      title: '记什么，为什么',
      lines: [
        '称呼、电话：找到合适的活好告诉您。',
        '大概住哪儿、怎么去、什么时候有空、想干什么：算路上要多久、时间对不对得上。',
        '出生日期：未满 16 周岁不能介绍；有的活法律对年龄有规定。',
        '不记身份证号码，不收证件照片，不收押金和任何费用。',
      ],
    },
    {
      title: '谁看得到',
      lines: [
        '住处加密保存，用工方永远看不到，只看得到“路上几分钟”。',
        '电话加密保存。哪一家能看，要您为那一家单独点头；收回以后马上看不到。',
        '窗口的工作人员给您办事时看得到资料，每看一次都记下来，您在“谁看过我的资料”里查得到。',
        '不卖、不给别的公司，不拿来做广告。',
      ],
    },
    {
      title: '您能做什么',
      lines: [
        '在“我的”里看全部资料、拿一份、打印一份。',
        '改；撤回同意；删除。法律要求留的台账会锁起来，写明到哪一天删。',
        '名单可以改成“只按距离和时间排”，不看别的。',
        '不会用手机的，来窗口说一声，工作人员当面给您办。',
        '觉得驿站做得不对，可以找窗口，也可以向网信部门投诉。',
      ],
    },
  ],
  keepTitle: '留多久',
  what: '什么',
  period: '留多久',
  later: '到期以后',
  article: '依据',
  ranking: '名单是怎么排的',
};

/** The page on how lists are made. */
export const RANKING_TEXT = {
  title: '名单是怎么排的',
  lead: '先去掉去不了的：路太远的、时间对不上的、年龄不合规定的。剩下的按分数排，分数高的在前。谁也不能花钱排到前面。',
  parts: {
    time: '时间对得上多少',
    timeUnknown: '还不知道您什么时候有空时，看上班时间灵不灵活',
    travel: '路上近不近',
    text: '和您说的话对不对得上（说了才算）',
    pay: '工钱比最低标准高多少',
    skills: '和您想干的活对不对得上（填了才算）',
    freshness: '岗位新不新',
  },
  part: '看什么',
  weight: '占多少',
  plainWeight: '只按距离和时间排时',
  more: '各样先算成 0 到 1，乘上占的分量加起来，再除以总分量。用的都是您自己填的、说的，不看您点过什么、看过什么。',
  plainTitle: '只按距离和时间排',
  plainLead:
    '不想让程序按您的情况挑，就打开这个：只看路上多久、时间对不对得上，别的都不算。搜索时点一下就行；登录以后在“修改资料”里可以一直开着。',
  plainOn: '只按距离和时间排',
  plainOff: '改回来：各样都算',
  plainNow: '现在只按距离和时间排。',
  how: '名单是怎么排的？',
};

/** The printable copy of everything the station holds about a person. */
export const COPY_TEXT = {
  title: '驿站存着的您的资料',
  made: (day: string) => `${day} 打印`,
  open: '看一看、打印一份',
  profile: '资料',
  consents: '同意的事',
  employers: '哪些用工方看得到电话',
  interests: '报过的名',
  referrals: '驿站介绍过的',
  offers: '急招问过的',
  offered: {
    waiting: '还没有答',
    accepted: '您答应了',
    declined: '您没有接',
    expired: '没有答，问完了',
    late: '您答应时已经招满',
  },
  account: '登录的账号',
  noAccount: '没有账号，资料由窗口代管',
  since: (day: string) => `${day} 开的`,
  session: (device: string, from: string, until: string) => `在${device}登录过：${from} 起，到 ${until} 为止`,
  profileSince: '资料从哪天起',
  ledger: '工时和工钱',
  hired: (day: string) => `${day} 上岗`,
  word: (day: string, date: string, what: string) => `${day} 记 ${date} 的——${what}`,
  event: (day: string, what: string) => `　${day} ${what}`,
  conduct: '守约记录（谁说的、您怎么说、驿站怎么定）',
  warnings: '通知过您的：岗位因违规下架',
  warned: {
    waiting: '正在通知',
    sent: '已发到您的手机',
    unreachable: '没有电话或没有同意，没有发',
    failed: '没有发出去',
  },
  visit: (day: string) => `${day} 来窗口登记的`,
  merged: '和同一个人的另一次来访并成了一条',
  shortlist: '带走的名单',
  seenBy: (business: string) => `让${business}看电话`,
  witness: (name: string) => `${name}听见的`,
  access: '谁看过、为什么',
  none: '没有',
  withdrawn: (day: string) => `${day} 撤回`,
  version: (version: string) => `文字第 ${version} 版`,
  plain: '只按距离和时间排',
  yes: '是',
  no: '否',
  goneJob: '（岗位已经删除）',
  log: '谁看过这份资料',
};

/** What the desk does for a visitor about their data. */
export const VISIT_DATA_TEXT = {
  title: '来访人的资料',
  hint: '本人要看、要撤回、要删，当面就办，不用说理由。',
  copy: '打印一份给本人',
  withdraw: (purpose: string) => `撤回“${purpose}”`,
  erase: '删掉这位的资料',
  eraseHint: '称呼、电话、说的话、从哪儿出发都删掉，找不回来。',
  eraseSure: '本人要删，确定',
  withdrawn: '撤回了，已经记下',
  erased: '删掉了。法律要求留的推荐记录还在，但没有名字了。',
};

/** Words of erasing. */
export const ERASE_TEXT = {
  kept: '下面这些法律要求先留着，会锁起来：谁也查不到、用不了，到日子就删。',
  line: (what: string, count: number, article: string, until: string) =>
    `${what}（${count} 条）——${article}，${until} 删除`,
  locked: '您的资料删掉了。法律要求留的记录锁了起来，到日子就删。',
};

/** The desk's page on what is past its period. */
export const DUE_TEXT = {
  title: '到期要删的记录',
  lead: '这里只是看看。到期的每小时自动清理一次，清理了什么记在审计日志里。',
  count: '到期',
  oldest: '最早',
  never: '—',
};
