/** When wages are paid 结算: 日结 daily, 周结 weekly, 半月结 biweekly, 月结 monthly, 完工结 on_completion. */
export const SETTLEMENTS = ['daily', 'weekly', 'biweekly', 'monthly', 'on_completion'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** What comes with the wage: 管饭 meals, 包住 lodging, 保险 insurance. */
export const BENEFITS = ['meals', 'lodging', 'insurance'] as const;
export type Benefit = (typeof BENEFITS)[number];

/** How a seeker travels: 步行 walk, 慢走 slow (an older walker), 自行车 bike, 电动车 ebike, 汽车 car. */
export const MODES = ['walk', 'slow', 'bike', 'ebike', 'car'] as const;
export type Mode = (typeof MODES)[number];

/** What kind of work it is: 兼职 part_time, 全职 full_time, 一次性的活 task. */
export const ENGAGEMENTS = ['part_time', 'full_time', 'task'] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];

/** Certificates 证件 that postings ask for and people hold; others are written out. */
export const CERTIFICATES = ['health', 'driver', 'electrician', 'welder', 'forklift', 'security'] as const;
export type Certificate = (typeof CERTIFICATES)[number];

/**
 * What work is like, or whom it suits: 轻省 light, 出力 heavy, 坐着 sitting, 站着 standing, 在家 home, 室内 indoor, 室外 outdoor,
 * 不吵 quiet, 不要经验 no_experience, 不要证 no_certificate, 不识字也行 no_literacy, 不用跟人打交道 no_talking, 年纪大也行 older,
 * 学生 student, 时间灵活 flexible, 急招 urgent.
 */
export const TRAITS = [
  'light',
  'heavy',
  'sitting',
  'standing',
  'home',
  'indoor',
  'outdoor',
  'quiet',
  'no_experience',
  'no_certificate',
  'no_literacy',
  'no_talking',
  'older',
  'student',
  'flexible',
  'urgent',
] as const;
export type Trait = (typeof TRAITS)[number];

/** Who gives the work 用工方: 商铺 shop, 企业 company, 家庭 household. */
export const BUSINESS_KINDS = ['shop', 'company', 'household'] as const;
export type BusinessKind = (typeof BUSINESS_KINDS)[number];
