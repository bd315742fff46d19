import type { JobStatus } from '../../jobs';
import type { PayUnit } from '../../kernel/money';
import {
  type Benefit,
  type BusinessKind,
  CERTIFICATES,
  type Engagement,
  type Mode,
  type Settlement,
} from '../../kernel/vocabulary';

/** What every station is called until it has a name of its own. */
export const STATION_TITLE = '零工驿站';

/** The station's closed vocabularies in Chinese. */
export const MODE_TEXT: Record<Mode, string> = {
  walk: '步行',
  slow: '慢走',
  bike: '骑自行车',
  ebike: '骑电动车',
  car: '开车',
};

export const SETTLEMENT_TEXT: Record<Settlement, string> = {
  daily: '日结',
  weekly: '周结',
  biweekly: '半月结',
  monthly: '月结',
  on_completion: '完工结',
};

export const BENEFIT_TEXT: Record<Benefit, string> = { meals: '管饭', lodging: '包住', insurance: '有保险' };

export const PAY_UNIT_TEXT: Record<PayUnit, string> = {
  hour: '小时',
  day: '天',
  shift: '班',
  month: '月',
  piece: '件',
};

export const ENGAGEMENT_TEXT: Record<Engagement, string> = {
  part_time: '兼职',
  full_time: '全职',
  task: '一次性的活',
};

export const BUSINESS_KIND_TEXT: Record<BusinessKind, string> = {
  shop: '商铺',
  company: '企业',
  household: '家庭',
};

export const STATUS_TEXT: Record<JobStatus, string> = {
  draft: '草稿',
  review: '待审核',
  open: '招人中',
  filled: '已招满',
  closed: '已关闭',
  expired: '已过期',
  blocked: '已下架',
};

const DAY_TEXT: Record<string, string> = {
  Mo: '周一',
  Tu: '周二',
  We: '周三',
  Th: '周四',
  Fr: '周五',
  Sa: '周六',
  Su: '周日',
};

/** `Mo-Fr` → 周一到周五, `Sa,Su` → 周六、周日, `Mo-Su` → 每天. */
export function daysText(days: string): string {
  if (days === 'Mo-Su') return '每天';
  return days
    .split(',')
    .map((part) =>
      part
        .split('-')
        .map((day) => DAY_TEXT[day] ?? day)
        .join('到'),
    )
    .join('、');
}

/** Weekly hours of the contract's syntax in plain words: 周一到周五 08:20–15:40；周六 09:00–12:00. */
export function weekText(free: string): string {
  return free
    .split(';')
    .map((rule) => {
      const [days, ...spans] = rule.trim().split(' ');
      return `${daysText(days ?? '')} ${spans.join(' ').replaceAll('-', '–').replaceAll(',', '、')}`.trim();
    })
    .join('；');
}

/** A figure without needless zeros: 24, 23.5. */
export function figure(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits)));
}

/** Certificates by code, as people call them; others stand as they were written. */
export const CERTIFICATE_TEXT: Readonly<Record<string, string>> = {
  health: '健康证',
  driver: '驾驶证',
  electrician: '电工证',
  welder: '焊工证',
  forklift: '叉车证',
  security: '保安证',
};
export const CERTIFICATE_CODES: readonly string[] = CERTIFICATES;

/** A certificate for reading. */
export const certificateText = (code: string): string => CERTIFICATE_TEXT[code] ?? code;

/** Several, parted by commas; `other` stands for any that is written out. */
export const certificatesText = (codes: string): string =>
  codes
    .split(',')
    .map((code) => (code === 'other' ? '别的证件' : certificateText(code)))
    .join('、');
