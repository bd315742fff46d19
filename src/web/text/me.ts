import type { Interest, Purpose } from '../../candidates';
import type { ReferralState } from '../../desk';

/** What a consent is for, in plain words. */
export const PURPOSE_TEXT: Record<Purpose, { title: string; more: string }> = {
  matching: {
    title: '让驿站用我的资料给我找活',
    more: '用您的空闲时间、大概住处和想干的活来排岗位。用工方看不到。',
  },
  contact: {
    title: '驿站可以打电话、发消息联系我',
    more: '有合适的活告诉您；有正好合您时间的急招给您发消息。用工方看不到电话：哪一家能看，到时候一家一家再问您。',
  },
  follow_up: {
    title: '上岗以后，驿站可以打电话问问情况',
    more: '问问干得怎么样、工钱给了没有。',
  },
};

/** How an interest stands. */
export const INTEREST_TEXT: Record<Interest['status'], string> = {
  waiting: '等用工方回话',
  accepted: '用工方愿意见您',
  declined: '这次没有选上',
};

/** How a referral by the station stands. */
export const REFERRAL_TEXT: Record<ReferralState, string> = {
  referred: '驿站已经介绍',
  contacted: '已经联系上',
  interview: '约好见面',
  hired: '已经录用',
  declined: '没有成',
  no_show: '没有见上',
  finished: '已经干完',
  revisited: '驿站回访过了',
};

/** Words of the seeker's own page. */
export const ME_TEXT = {
  title: '我的',
  minutes: '分钟',
  notSaid: '没有填',
  hello: (name: string) => `${name}，您好`,
  saved: '资料存好了。',
  consentChanged: '已经照您的意思改了。',
  accepted: '接下了，请按时到。地址在下面“驿站介绍的”里点开看。',
  declined: '好的，这次不接。',
  matches: '适合我的活',
  matchesCount: (total: number) => `按您的资料，现在有 ${total} 个岗位合适`,
  noMatches: '按您的资料，眼下没有合适的。路上的时间、空闲的时间放宽一点再看看。',
  allMatches: '全部看一遍',
  search: '自己找找看',
  interests: '我报名的',
  underReview: '岗位改过，驿站看过再公开',
  noInterests: '还没有报名。看中了哪个岗位，点“我感兴趣”就行。',
  referrals: '驿站介绍的',
  profile: '我的资料',
  edit: '修改资料',
  consents: '我同意的事',
  consentHint: '不同意也能看岗位。什么时候都能改。',
  given: (day: string) => `${day} 同意`,
  notGiven: '没有同意',
  withdraw: '撤回',
  give: '同意',
  data: '我的数据',
  dataHint: '驿站存了您的什么，谁看过，都可以查。',
  export: '导出我的全部资料（文件）',
  log: '谁看过我的资料',
  delete: '删除我的资料',
  noLog: '还没有人看过。',
  back: '回到“我的”',
  deleteTitle: '删除我的资料',
  deleteLead:
    '删除以后找不回来：电话、住处、空闲时间、报名记录都会删掉。只留下一条“已删除”的记录，里面没有您的名字。',
  deleteSure: '我明白，删掉就找不回来了',
  deleteButton: '全部删除',
  keep: '不删了',
};

/** Words of the profile form. */
export const PROFILE_TEXT = {
  titleNew: '填一下资料',
  titleEdit: '修改资料',
  lead: '填好以后，驿站就按您的时间和路程给您挑活，也才能报名。带“必填”的填上就行。',
  name: '怎么称呼您',
  phone: '电话',
  phoneNote: (phone: string) => `${phone}（就是您登录用的号码）`,
  birth: '出生日期',
  birthHint: '有的活对年龄有规定。未满 16 周岁不能介绍。',
  year: '年',
  month: '月',
  day: '日',
  from: '从哪儿出发算路程',
  fromHint: '选离家近的地方；或者在家里点“用我的位置”，存得最准。位置加密保存，用工方看不到。',
  home: '我存过的住处',
  mode: '平时怎么去',
  minutes: '路上最多',
  hours: '我什么时候有空',
  hoursHint: '不填就不按时间挑。',
  hoursMax: '每周最多干',
  hoursUnit: '小时',
  occupations: '想干什么活',
  occupationsHint: '可以不选，最多选 10 样。',
  occupationsChosen: (names: string) => `想干的活：${names}`,
  certificates: '我有的证',
  consent: '您同意吗',
  consentHint: '第一条同意了才能存资料；后两条可以不选。以后随时可以撤回。',
  plain: '只按距离和时间排',
  plainHint: '打开以后，给您的名单只看路上多久、时间对不对得上，不看工钱、想干的活和别的。',
  save: '存好',
  cancel: '不改了',
};
