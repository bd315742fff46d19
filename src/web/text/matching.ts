import type { Mode } from '../../kernel/vocabulary';
import type { Gain, GateAnswer, Missing, Reason, Relaxation, TimeNotice } from '../../matching';
import { certificatesText, daysText, figure, MODE_TEXT } from './vocabulary';

const WISH_TEXT: Record<string, string> = {
  hoursMax: '每周工时超出您说的',
  payMinFen: '时薪低于您说的',
  settlements: '结算方式不一样',
  benefits: '您要的待遇没写',
  occupations: '工种相近',
  certificates: '要您没有的证',
  engagements: '用工方式不一样',
  traits: '活儿和您要的不大一样',
  notTraits: '活儿是您不想干的那样',
  notOccupations: '是您不想干的工种',
  workHours: '上班时间和您要的不一样',
  noNight: '要上夜班',
  dated: '干的时间长短和您要的不一样',
  earns: '挣的钱没您说的多',
  nearMinutes: '离得没您说的那么近',
  atWorkplace: '不在您说的那种地方',
  dayMinutesMax: '一天干的钟头比您说的多',
  daysMax: '一周要来的天数比您说的多',
};

/** The sentence of a reason. `mode` is how the person travels. */
export function reasonText(reason: Reason, mode: Mode): string {
  const n = (key: string) => Number(reason[key] ?? 0);
  switch (reason.code) {
    case 'travel':
      return `${MODE_TEXT[mode]} ${figure(n('minutes'))} 分钟`;
    case 'hours_week':
      return `每周 ${figure(n('hours'))} 小时`;
    case 'fit_full':
      return '时间全合适';
    case 'fit_partial':
      return partialText(reason);
    case 'choose_shifts':
      return `可自选班次（${n('of')} 个班选 ${n('atLeast')} 个）`;
    case 'flexible_window':
      return `时间自己定，每周干够 ${figure(n('hours'))} 小时`;
    case 'pay':
      return `每小时 ${figure(n('hourlyFen') / 100, 2)} 元`;
    case 'certificate':
      return `要${certificatesText(String(reason.lacking))}`;
    case 'related':
      return '工种相近，不是您说的那一种';
    case 'unmet':
      return WISH_TEXT[String(reason.wish)] ?? '有一项不一样';
  }
}

function partialText(reason: Reason): string {
  const of = Number(reason.of);
  if (of === 0) return `时间合适 ${reason.percent}%`;
  const share = `${reason.feasible}/${of}`;
  return reason.days === undefined ? `时间合适 ${share}` : `${daysText(String(reason.days))}不符 (${share})`;
}

/** What is missing for a shift, and the smallest fix: 会迟到 9 分钟，早走 9 分钟就行. */
export function missingText(missing: Missing): string {
  const when = `${daysText(missing.days)} ${missing.start}–${missing.end}`;
  const late = missing.lateBy ? `晚到 ${missing.lateBy} 分钟` : '';
  const early = missing.earlyBy ? `早走 ${missing.earlyBy} 分钟` : '';
  if (!late && !early) return `${when} 来不了`;
  return `${when}：${[late, early].filter(Boolean).join('、')}就行`;
}

/** What one change would add: 放宽到 20 分钟多 3 个. */
export function relaxationText({ change, gain }: Relaxation): string {
  switch (change.param) {
    case 'minutes':
      return `放宽到 ${change.value} 分钟多 ${gain} 个`;
    case 'free':
      return `不限时间多 ${gain} 个`;
    case 'hours_max':
      return `不限每周工时多 ${gain} 个`;
    case 'pay_min':
      return `不限工钱多 ${gain} 个`;
    case 'settlement':
      return `不限结算方式多 ${gain} 个`;
    case 'certificates':
      return `不管证件多 ${gain} 个`;
    case 'engagement':
      return `不限用工方式多 ${gain} 个`;
    case 'benefits':
      return `不限待遇多 ${gain} 个`;
    default:
      return `不限工种多 ${gain} 个`;
  }
}

/** The sentence of a gate in `/why`, and of the smallest change that opens it. */
export function gateText(gate: GateAnswer): { text: string; fix?: string } {
  const n = (key: string) => Number(gate[key] ?? 0);
  switch (gate.code) {
    case 'open':
      return gate.ok ? { text: '正在招人' } : { text: '这个岗位现在不招人' };
    case 'place':
      return { text: '位置待核实，还不能算路程', fix: '请站点工作人员核实门牌' };
    case 'expired':
      return gate.ok ? { text: '在有效期内' } : { text: '已过有效期' };
    case 'verified':
      return gate.ok ? { text: '用工方符合站点要求' } : { text: '用工方还没有核验', fix: '请站点核验用工方' };
    case 'travel':
      if (gate.minutes === undefined) return { text: '没有路能到那里' };
      return gate.ok
        ? { text: `路上 ${figure(n('minutes'))} 分钟，在 ${n('limit')} 分钟以内` }
        : {
            text: `路上 ${figure(n('minutes'))} 分钟，超过 ${n('limit')} 分钟`,
            fix: `放宽到 ${Math.ceil(n('minutes') - 0.01)} 分钟`,
          };
    case 'time':
      return timeText(gate);
    case 'hours':
      return { text: `每周要干 ${figure(n('hours'))} 小时，您最多 ${figure(n('max'))} 小时` };
    case 'pay':
      return {
        text: `每小时 ${figure(n('hourlyFen') / 100, 2)} 元，您要 ${figure(n('minFen') / 100, 2)} 元以上`,
      };
    case 'settlement':
      return { text: gate.ok ? '结算方式符合' : '结算方式不一样' };
    case 'benefits':
      return { text: gate.ok ? '待遇符合' : '您要的待遇没写' };
    case 'occupation':
      return { text: gate.ok ? '工种符合' : '工种不一样' };
    case 'certificate':
      return gate.ok
        ? { text: '不要您没有的证' }
        : {
            text: `要${certificatesText(String(gate.lacking))}`,
            fix: `办好${certificatesText(String(gate.lacking))}就行`,
          };
    case 'engagement':
      return { text: gate.ok ? '用工方式符合' : '用工方式不一样' };
    case 'age':
      return { text: gate.ok ? '年龄符合' : ageText(gate) };
    case 'employer':
      return employerText(gate);
    case 'text':
      return { text: gate.ok ? '和您说的对得上' : '和您说的对不上' };
  }
}

function ageText(gate: GateAnswer): string {
  const n = (key: string) => Number(gate[key] ?? 0);
  if (gate.max !== undefined && n('age') > n('max'))
    return `开工那天 ${n('age')} 岁，这类工作最多干到 ${n('max')} 岁`;
  return `开工那天 ${n('age')} 岁，这类工作要满 ${n('min')} 岁`;
}

function employerText(gate: GateAnswer): { text: string; fix?: string } {
  const n = (key: string) => Number(gate[key] ?? 0);
  if (gate.ok) return { text: '在同一家每周不超过法定工时' };
  const text = `在同一家一共每周 ${figure(n('hours'))} 小时，超过 ${n('max')} 小时`;
  if (gate.days === undefined) return { text, fix: `每周少干 ${figure(n('hours') - n('max'))} 小时就行` };
  return { text, fix: `${daysText(String(gate.days))}改 ${figure(n('instead'))} 小时即可` };
}

function timeText(gate: GateAnswer): { text: string; fix?: string } {
  const missing = (gate.missing ?? []) as Missing[];
  if (missing.length === 0) return { text: gate.ok ? '时间全合适' : '时间对不上' };
  const fixable = missing.find((m) => m.lateBy || m.earlyBy);
  return {
    text: gate.ok ? '时间大部分合适' : lateText(fixable),
    ...(fixable ? { fix: missingText(fixable) } : {}),
  };
}

function lateText(missing: Missing | undefined): string {
  if (missing?.earlyBy) return `会迟到 ${missing.earlyBy} 分钟`;
  if (missing?.lateBy) return `上班会晚到 ${missing.lateBy} 分钟`;
  return '时间对不上';
}

/** What one change of the person's own would open: 早 20 分钟有空，多 3 个. */
export function gainText({ code, by, gain }: Gain): string {
  const more = `多 ${gain} 个`;
  switch (code) {
    case 'minutes':
      return `路上肯多走 ${by} 分钟，${more}`;
    case 'earlier':
      return `早 ${by} 分钟有空，${more}`;
    case 'later':
      return `晚 ${by} 分钟也行，${more}`;
    case 'day':
      return `${daysText(String(by))}也能干，${more}`;
    case 'certificate':
      return `有${certificatesText(String(by))}，${more}`;
    case 'hours':
      return `每周多干 ${by} 小时，${more}`;
  }
}

/** What is said above a list, by the code of the notice. */
export const NOTICE_TEXT = {
  no_such_job: '这里没有这样的岗位',
  fraud: '这是骗人的把戏：先垫钱、交押金、帮人刷单都别做。被骗了打 96110 或到站里来',
} as const;

/** What somebody should be told about their own time. */
export function timeNoticeText({ year }: TimeNotice): string {
  return `${year} 年的放假安排还没公布，公布以前那一年按平常的日子算`;
}
