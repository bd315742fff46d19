import type { Finding, FindingCode } from '../../checks';

type Values = Record<string, string | number>;

/** What each finding is called, in a few characters. */
export const FINDING_NAMES: Readonly<Record<FindingCode, string>> = {
  sex: '限制性别',
  marriage: '限制婚姻状况',
  children: '限制生育状况',
  origin: '限制户籍地域',
  ethnicity: '限制民族',
  religion: '限制宗教信仰',
  health: '歧视残疾或病原携带者',
  age: '限制年龄',
  deposit: '收押金',
  fee: '向求职者收费',
  id_held: '扣押证件',
  unpaid_trial: '试工不付钱',
  probation: '约定试用期',
  penalty: '罚款或违约金',
  below_floor: '低于最低工资',
  pay_cycle: '结算周期太长',
  bait: '夸大收入',
  fraud: '疑似诈骗',
  loan: '诱导贷款',
  lure: '站外联系方式',
  minors: '招用未满16周岁',
  near_children: '接触未成年人',
  missing_field: '没写全',
  style: '写法',
};

const yuan = (value: string | number | undefined) => (value === undefined ? null : String(value));

const SAID: Readonly<Record<FindingCode, string | ((values: Values) => string)>> = {
  sex: '招人不能限定或者偏好男女',
  marriage: '招人不能问、不能限婚姻状况',
  children: '招人不能限生没生孩子、怀没怀孕',
  origin: '招人不能限户籍、籍贯和哪里人',
  ethnicity: '招人不能限民族',
  religion: '招人不能限宗教信仰',
  health: '不能因为残疾、乙肝、艾滋病等拒绝人，也不能要求查乙肝',
  age: ({ from, to }) =>
    from === undefined && to === undefined
      ? '限年龄要有和岗位相关的理由，先由驿站看过再公开'
      : `限年龄（${from ?? ''}${to === undefined ? '岁起' : `${from === undefined ? '' : '–'}${to}岁`}）要有和岗位相关的理由，先由驿站看过再公开`,
  deposit: '不能收押金、保证金或者要人抵押东西',
  fee: '不能向来干活的人收培训、服装、体检、中介等任何费用',
  id_held: '不能扣押身份证和其他证件，看过要当场归还',
  unpaid_trial: '试工、培训也是干活，第一天起就要付钱',
  probation: '非全日制用工不能约定试用期',
  penalty: '不能罚款、扣工资、收违约金，干多久就要结多久',
  below_floor: ({ hourly, floor }) =>
    yuan(floor) === null
      ? '工钱低于当地小时最低工资标准'
      : `折合每小时 ${hourly} 元，低于当地小时最低工资 ${floor} 元`,
  pay_cycle: '非全日制用工的工资最长十五天结一次，不能月结，也不能压工资',
  bait: '收入要写实际标准，不能夸大；先由驿站看过再公开',
  fraud: '像是刷单、跑分这类诈骗，不能发布',
  loan: '不能让来干活的人贷款、分期',
  lure: '联系方式不能写在正文里：对方同意后，驿站会把电话给双方',
  minors: '不能招用未满16周岁的人',
  near_children: '这份工作会接触未成年人：要每年查询从业人员的违法犯罪记录，先由驿站看过再公开',
  missing_field: '还没有填写',
  style: '标点太多，写清楚就好',
};

/** The sentence of a finding's code, without its article. */
export function findingSaid(code: FindingCode, values: Values = {}): string {
  const said = SAID[code];
  return typeof said === 'string' ? said : said(values);
}

/** The sentence of a finding with the article it rests on. */
export function findingText({ code, values, article }: Pick<Finding, 'code' | 'values' | 'article'>): string {
  return article === '' ? findingSaid(code, values) : `${findingSaid(code, values)}（${article}）`;
}

/** Words around the findings of a form. */
export const FINDING_TEXT = {
  check: '检查有没有违规',
  clean: '没有发现违规的写法。',
  found: (count: number) => `有 ${count} 处要改或者要看一看，写在下面各栏旁边。`,
  quoted: (words: string) => `“${words}”：`,
  apply: (words: string) => `改成“${words}”`,
  takeOut: '去掉这几个字',
  severity: { block: '不能发布', approve: '驿站看过再公开', warn: '建议' },
};
