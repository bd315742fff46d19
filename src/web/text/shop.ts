import type { Notice } from '../../businesses';
import type { ReferralState } from '../../desk';
import type { JobStatus } from '../../jobs';
import { dateText } from './jobs';
import { VISIT_DATA_TEXT } from './privacy';
import { yuanText } from './work';

/** Words of the shopkeeper's own page. */
export const SHOP_TEXT = {
  title: '我的岗位',
  post: '发布岗位',
  none: '还没有岗位。店里缺人手，写一条，附近的街坊就看得见。',
  noneHere: '这里没有岗位。',
  all: '全部',
  notices: '站里的消息',
  readAll: '都看过了',
  waiting: (count: number) => `${count} 人想来，等您回话`,
  validThrough: (day: string) => `挂到 ${day}`,
  businesses: '我的店',
  verified: '已核验',
  unverified: '未核验',
  blocked: '已停用',
  blockedHint: '被停用的店不能再发岗位。有不同意见，请到驿站窗口说明。',
  details: '营业执照和联系人',
  detailsHint: '先在这里填好，到窗口核验时快一些。改了执照号要重新核验。',
  detailsHousehold: '家庭不用填执照，联系人填请人的本人。',
  licence: '统一社会信用代码（18 位）',
  contactName: '联系人',
  contactPhone: '联系电话',
  childrenChecked: '接触孩子的岗位：哪天查询过从业人员违法犯罪记录',
  childrenCheckedHint:
    '只有接触孩子的岗位要填，每年查一次（未成年人保护法第62条）。填了就是声明已经查过、没有问题。',
  childrenCheckedUntil: (day: string) => `已声明查询过，管到 ${day}`,
  detailsSave: '存好',
  unverifiedHint:
    '还没核验的店，发布、修改、续期都先由驿站看一眼再公开。带上营业执照到驿站窗口，当场就能核验。',
  noBusiness:
    '您的手机号还没有连到哪家店。发布第一个岗位时把店名写上就行；店已经登记过的，请驿站窗口帮您连上。',
  alsoSeeking: '自己也想找活？',
  alsoSeekingHint: '还用这个手机号。找活的资料和店里的分开放，店里看不见。',
  alsoSeekingDo: '开一个找活的账号',
  states: '按状态看',
  pending: '位置待核实',
};

const dayText = (date: string | number | undefined) => dateText(String(date ?? ''));

/** What a notice says. */
export function noticeText({ code, values }: Pick<Notice, 'code' | 'values'>): string {
  const title = `“${values.title ?? ''}”`;
  switch (code) {
    case 'expiring':
      return `${title}${values.validThrough ? ` ${values.validThrough} ` : ''}就到期了，还招人就续一下`;
    case 'expired':
      return `${title}到期了，已经看不见了`;
    case 'interest':
      return `有人想来干${title}`;
    case 'filled':
      return `${title}招满了，已经收起来了`;
    case 'returned':
      return `${title}被退回了，点进去看要改哪里`;
    case 'hidden':
      return `有几位街坊反映${title}有问题，先收起来了，驿站正在核实`;
    case 'blocked':
      return `${title}被驿站下架了，点进去看原因`;
    case 'pay_due':
      return `${title}的工钱最晚 ${dayText(values.dueOn)} 要给${values.amount ? `，${yuanText(Number(values.amount))}` : ''}。请直接给本人，给完请他记一笔`;
    case 'verification_ending':
      return `“${values.name ?? ''}”的核验到 ${values.until ?? ''} 就过期了，请带营业执照到驿站窗口再核验一次`;
    case 'verification_ended':
      return `“${values.name ?? ''}”的核验已经过期，岗位先收起来了。请带营业执照到驿站窗口再核验一次，核验好了点“发布”就又公开`;
  }
}

/** Words of one posting's page for those who manage it. */
export const JOB_TEXT = {
  edit: '修改',
  publish: '发布',
  close: '不招了',
  closeAsk: '收起来以后别人就看不见了。以后还招，可以再续上。',
  closeSure: '确定，不招了',
  fill: '招满了',
  fillAsk: '人招够了就点这里，不会再有人来问。',
  fillSure: '确定，招满了',
  renew: '续期',
  renewLabel: '再挂多少天',
  renewReviewed: '您的店还没核验（或者核验过期了）：续期以后先由驿站看一眼，看过再公开，这之前别人看不见。',
  block: '下架（违规）',
  blockAsk: '下架以后这个岗位不能再恢复，只能重新写。已经推荐、报名和拿了名单的人会收到通知。',
  blockSure: '确定，下架',
  public: '看公开的页面',
  missing: '还差这些才能公开：',
  ready: '都写齐了，可以发布。',
  review: '已经交给驿站，看过就公开，一般当天。',
  reviewStaff: '等着审核：看一看写得对不对，没问题就发布。',
  similar: '好像写了两遍',
  similarHint: '同一家、同样名字的岗位。是同一个的话，把多出来的收起来。',
  merge: '收起这一条',
  people: '想来的人',
  nobody: '还没有人报名。',
  accept: '请来看看',
  decline: '不合适',
  accepted: '已经请来',
  declined: '已回绝',
  waiting: '等您回话',
  phoneLater: '您答应以后，本人同意公开电话的才看得到全号。',
  free: '有空',
  can: '会',
  referrals: '驿站介绍来的人',
  noReferrals: '还没有介绍来的人。',
  anonymous: '没留名字',
  address: '地点',
  pending: '位置待核实',
  pendingHint: '还没有标准确的位置，所以排不进“走路几分钟”的名单。标好位置，找到的人会多很多。',
  pay: '工钱',
  hours: '时间',
  headcount: '人数',
  people1: (count: number) => `${count} 人`,
  benefits: '待遇',
  certificates: '证件',
  note: '要求',
  description: '说明',
  kind: '用工方式',
  validThrough: '挂到',
  unknown: '没写',
  verified: '已核验',
  unverified: '未核验',
  occupation: '工种',
  business: '用工方',
  back: '回到列表',
};

/** What was just done, by the word in the address. */
export const DONE_TEXT: Readonly<Record<string, string>> = {
  urgent: '急招已经开始，进展在“急招”里看',
  saved: '已存好',
  published: '已经公开，附近的人马上就能看到',
  submitted: '已交给驿站，看过就公开',
  reviewed_again: '改好了，已交给驿站，看过就公开；这之前别人看不见',
  changed_meanwhile: '刚才有人改过这个岗位，还没有公开。请再看一遍，没问题再发布',
  renewal_reviewed: '已交给驿站，看过就续上；这之前别人看不见',
  closed: '已收起来',
  filled: '招满了，已收起来',
  renewed: '续上了',
  blocked: '已下架',
  merged: '多出来的那条收起来了',
  accepted: '已经答应，驿站会帮着联系',
  declined: '已回绝',
  event: '记下了',
  referred: '已推荐，进展在“推荐”里记',
  verified: '已核验，六个月内有效',
  business_saved: '用工方的资料已存好',
  business_blocked: '这个用工方已停用，岗位都下架了，有关的人正在通知',
  business_unblocked: '已恢复，请重新核验',
  demanded: '设置已改',
  approved: '已通过，马上公开',
  returned: '已退回，店家看得到原因',
  member: '手机号已连到这家店',
  revised: '已改好，名单重新排过了',
  merged_visit: '两次来访并成一条了',
  created: '档案建好了',
  visit_withdrawn: VISIT_DATA_TEXT.withdrawn,
  visit_erased: VISIT_DATA_TEXT.erased,
  also_seeking: '开好了。退出以后再登录：选“找活干”就是找活的账号，选“招人”就回到店里',
};

/** Referral states and events. */
export const REFERRAL_STEP_TEXT: Record<ReferralState, string> = {
  referred: '已推荐',
  contacted: '联系了',
  interview: '面试',
  hired: '上岗',
  declined: '不合适',
  no_show: '没去',
  finished: '做完了',
  revisited: '回访',
};

/** Why a posting stands in a state, for those who manage it. */
export const STATUS_HINT: Partial<Record<JobStatus, string>> = {
  draft: '只有您自己看得见',
  filled: '人招够了，已经不公开',
  closed: '已经不公开',
  expired: '过了日期，已经不公开',
  blocked: '被驿站下架，有疑问请到窗口问',
};
