import { FINDING_CODES, type FindingCode } from '../../checks';
import { findingSaid } from './findings';

type Values = Record<string, string | number>;
type Sentence = string | ((values: Values) => string);

const megabytes = (bytes: string | number | undefined) => {
  const kilo = Number(bytes ?? 0) / 1024;
  return kilo >= 1024 ? `${Math.round(kilo / 1024)} MB` : `${Math.round(kilo)} KB`;
};
/** A sentence with a number in it, and what is said when the number is not known. */
const withNumber =
  (name: string, say: (value: string | number) => string, otherwise: string) => (v: Values) => {
    const value = v[name];
    return value === undefined ? otherwise : say(value);
  };
const afterSeconds = (say: string) =>
  withNumber('retryAfter', (s) => `${say}，请 ${s} 秒后再试`, `${say}，请稍后再试`);

/** What is wrong with a single field. */
const FIELD: Record<string, Sentence> = {
  required: '必填，不能为空',
  missing_field: '还没有填写',
  type: '填写的类型不对',
  whole_number: '只能填整数',
  number_needed: '要填数字，比如 25',
  too_long: withNumber('max', (max) => `太长了，最多 ${max} 个字`, '太长了'),
  too_short: withNumber('min', (min) => `太短了，至少 ${min} 个字`, '太短了'),
  too_many_items: withNumber('max', (max) => `太多了，最多 ${max} 项`, '项目太多了'),
  too_few_items: withNumber('min', (min) => `至少要有 ${min} 项`, '项目太少了'),
  too_big: withNumber('max', (max) => `太大了，不能超过 ${max}`, '数字太大了'),
  too_small: withNumber(
    'min',
    (min) => (min === 0 ? '太小了，要大于 0' : `太小了，不能小于 ${min}`),
    '数字太小了',
  ),
  unknown_field: '没有这个字段',
  unknown_column: '不认识这一列，请检查表头',
  unknown_value: '不是可以选用的值',
  duplicate: '有重复',
  same: '不能选同一个',
  format: '格式不对',
  bad_character: '含有不能保存的字符',
  id: '编号的格式不对',
  invalid: '内容不符合要求',
  clock: '时间要写成 08:30 这样',
  days: '星期要写成 Mo-Fr 或 Sa,Su 这样',
  date: '日期要写成 2026-12-20 这样，并且确有这一天',
  days_or_date: '星期和日期要填一个，只能填一个',
  equal: '结束时间不能和开始时间相同',
  hours_half: '开始和结束的时间都要填',
  free_syntax: '空闲时间看不懂，要写成 Mo-Fr 08:20-15:40; Sa,Su 09:00-12:00 这样',
  no_free_minute: '一点空闲时间也没有，没法排活。时间不定就整个空着不填',
  phone: '电话号码不对',
  phone_invalid: '手机号码不对',
  code_format: '验证码是 6 位数字',
  username_invalid: '登录名只能用字母、数字、点、横线和下划线',
  password_weak: withNumber('least', (least) => `密码太弱，至少 ${least} 位`, '密码太短、太长或者太简单'),
  under_16: '未满 16 周岁，不能登记求职',
  work_closed_by_age: (values) =>
    values.minor
      ? `开工那天 ${values.age} 岁，法律不让未成年人干这类活`
      : `开工那天 ${values.age} 岁，这类活过了年龄`,
  own_screen: '本人自己操作，只能选“在屏幕上点”',
  witness_needed: '口头同意需要写明见证人',
  consent_needed: '需要本人同意后才能办理',
  unknown_occupation: withNumber(
    'word',
    (word) => `没有“${word}”这个工种，换个说法，或者写到“本人怎么说”里`,
    '没有这个工种，换个说法',
  ),
  two_places_at_once: '同一时刻不能在两个地方',
  place_gone: '这个地方已经没有了，请重新选一个',
  hours_not_chosen: '填了钟点，前面就要选“只有这段时间行”；不要钟点就清空',
  date_or_range: '写一个日期，或者起止两个日期，或者只写法定节假日，只能写一样',
  ends_before_start: '结束日期不能早于开始日期',
  not_your_side: '只能填自己这一边的工时',
  about_oneself: '这里记的是对方的事，不能记自己',
  in_future: '日期还没有到',
  before_hire: '日期比上岗早太多了，请核对',
  long_ago: withNumber('days', (days) => `只能记 ${days} 天以内的事`, '时间太久了'),
  walk_in_or_candidate: '来访登记和求职者档案要选一个，只能选一个',
};

/** What is wrong with a posting. */
const POSTING: Record<string, Sentence> = {
  hours_from_text: '上班时间是从文字里读出来的，请核对',
  no_street: '这个地点附近没有路，算不出多久能走到哪里，请换一个地点',
  outside_china: '坐标不在中国境内，请核对经纬度',
  address_or_point: '地址和坐标至少要填一样',
  in_past: '日期已经过了',
  too_far: withNumber('days', (days) => `日期太远，最多 ${days} 天`, '日期太远了'),
  max_below_amount: '最高工钱不能低于最低工钱',
  expected_hours_needed: '不是按小时计的工钱，要写明每个计价单位大约要干几小时',
  pay_cycle: '非全日制用工的工钱最长十五天结一次，不能月结',
  below_floor: ({ hourly, floor }) =>
    floor === undefined
      ? '工钱低于当地小时最低工资标准'
      : `折合每小时 ${hourly} 元，低于当地小时最低工资 ${floor} 元`,
  over_week_hours: ({ hours, max }) =>
    hours === undefined
      ? '每周工时超过了非全日制用工的上限'
      : `每周 ${hours} 小时，超过非全日制用工的上限 ${max} 小时`,
  shifts_overlap: '班次的时间有重叠',
  more_than_offered: withNumber(
    'offered',
    (offered) => `要求的比提供的多，一共只有 ${offered}`,
    '要求的比提供的多',
  ),
  not_similar: '不是同一家的同名岗位，不能合并',
  external_id_taken: '这个外部编号已经有岗位了',
  business_taken: '这个用工方由别的账号管理',
  business_unverified: '这个用工方的核验过期了，重新核验以前不能报名',
  business_blocked: '这个用工方已被驿站停用，不能发布岗位，有疑问请到窗口',
  employer_barred: ({ by }) =>
    by === 'licence'
      ? '这个营业执照属于被驿站停用的用工方，不能再登记'
      : '这个电话属于被驿站停用的用工方，不能再登记',
  licence_needed: '商铺和企业要先填统一社会信用代码，才能核验',
  licence_taken: '这个统一社会信用代码已经登记在别的用工方名下',
  children_check_needed:
    '做孩子的活，用工方要先说明查询过从业人员的违法犯罪记录（未成年人保护法第62条，每年一次）。在“用工方”里写上查询日期',
  children_check_date: '查询日期要在今天以前、一年以内',
  licence_household: '家庭没有营业执照，不用填统一社会信用代码',
  licence_old: '这是 15 位的旧注册号，2015 年起已经换成 18 位的统一社会信用代码，请看新执照右上角',
  licence_length: '统一社会信用代码是 18 位',
  licence_character:
    '统一社会信用代码只有数字和大写字母，没有 I、O、S、V、Z，请看是不是把 1 写成 I、0 写成 O',
  licence_district: '统一社会信用代码的第 3 到 8 位是地区，应该都是数字',
  licence_checksum: '统一社会信用代码的最后一位对不上，有一位写错了，请对照执照再看一遍',
  no_reports: '没有还没看过的举报，也许别人刚处理过',
  job_changed: '这个岗位刚刚被别人改过，请刷新后再试',
  job_full: '这个岗位已经招满',
  urgent_running: '这个岗位正在急招',
  not_urgent: '急招只用于今天或明天上班的岗位',
  door_needed: '先把位置标到门口，才能急招',
  busy_then: '您已经接了同一时间的另一份活，不能再接这一份',
  wage_case_open: '这家还有一笔工钱没有说清楚。驿站办结以前，不能发新岗位，也不能急招',
  called_off_late: withNumber(
    'times',
    (times) => `这家两个月里有 ${times} 次让人白跑或者临时取消，先不能急招，普通招人不受影响`,
    '这家最近让人白跑或者临时取消过，先不能急招',
  ),
  place_gone: '名额已经没有了，这次来不及了',
};

/** What is wrong with a line or a file of an import. */
const IMPORT: Record<string, Sentence> = {
  malformed_json: 'JSON 格式不对，无法读取',
  malformed_csv: 'CSV 格式不对，从这一行起无法读取（常见原因是引号没有配对）',
  not_utf8: '不是 UTF-8 编码，请另存为 UTF-8 后再导入',
  line_too_long: withNumber('max', (max) => `这一行太长，最多 ${megabytes(max)}`, '这一行太长了'),
  no_header: '文件是空的，或者没有表头',
  bad_header: '表头有问题',
  meaningless: '没有写出内容，只有符号或数字',
  format_unknown: '看不出是什么文件，请用 .ndjson 或 .csv',
  cell_count: withNumber(
    'columns',
    (columns) => `这一行的列数和表头不一致，应为 ${columns} 列`,
    '列数和表头不一致',
  ),
  number: '不是数字',
  json_cell: '这一格要填 JSON',
  no_coordinates: '坐标是空点（0,0 或者换算后的 0,0），未采用',
  default_pin: '坐标是平台的默认点，许多不同城市的岗位共用，未采用',
  far_from_region: '坐标离所写的地区太远，未采用',
  pay_unclear: '看不准工钱的单位，未采用',
};

/** What cannot be done, by whom and why. */
const GENERAL: Record<string, Sentence> = {
  sign_in_needed: '请先登录',
  token_wrong: '访问令牌不对',
  code_wrong: '验证码不对或者已经过期',
  code_not_sent: '验证码没有发出去，请稍后再试',
  password_wrong: '登录名或密码不对',
  second_factor_needed: '这个账号开启了两步验证，请把动态验证码一起填上',
  second_factor_demanded: '本站要求工作人员开启两步验证，请先设置',
  second_factor_on: '两步验证已经开启',
  second_factor_off: '还没有开启两步验证',
  own_account: '不能这样处理自己的账号',
  session_not_found: '没有找到这次登录',
  user_not_found: '没有找到这个账号',
  username_taken: '这个登录名已经有人用了',
  account_banned: '这个账号已被停用',
  forbidden: '您没有权限这样做',
  not_a_seeker: '这一页是给找活的人用的，您现在登录的不是求职者账号',
  tick_needed: '请先在这里打勾',
  not_a_shop: '这里是用工方的页面，您现在的账号不是用工方的账号',
  cross_site: '请求来自别的网站，已拒绝',
  form_expired: '这个页面放得太久了，请返回上一页，刷新后再交一次',
  form_needed: '请从页面上的表格提交',
  form_malformed: '表格没有收全，请返回上一页再交一次',
  too_many_requests: afterSeconds('操作太频繁'),
  too_many_attempts: afterSeconds('试的次数太多'),
  too_many_codes: afterSeconds('验证码要得太勤'),
  too_many: afterSeconds('操作太频繁'),
  wrong_state: '当前状态下不能这样做',
  already_told: '这件事已经记过了',
  not_about_you: '这条记的不是您，由对方来说明',
  own_word: '这件事是您自己记的，请别的同事来定',
  already_interested: '您已经报过名了',
  already_referred: '已经推荐过这个岗位了',
  profile_needed: '请先填写求职资料',
  profile_exists: '您已经有求职资料了',
  walk_in_changed: '这条来访登记刚刚被别人改过，请刷新后再试',
  station_exists: '这个驿站标识已经有了',
  idempotency_key_invalid: '幂等键的格式不对',
  idempotency_key_reused: '同一个幂等键已经用在别的请求上',
  still_running: '上一次同样的请求还在处理，请稍后再试',
  rebuild_running: '索引正在重建，请等它结束',
  cursor_other_query: '翻页位置属于另一次查询，请从第一页重新看',
  cursor_invalid: '翻页位置已失效，请从第一页重新看',
  body_too_large: withNumber('max', (max) => `内容太大，最多 ${megabytes(max)}`, '内容太大了'),
  too_large: '内容太大了',
  json_needed: '请求内容要用 application/json',
  ndjson_needed: '导入内容要用 application/x-ndjson',
  unsupported_type: '不支持这种内容类型',
  malformed: '请求看不懂',
  unauthenticated: '请先登录',
  not_found: '没有找到',
  conflict: '现在不能这样做',
  rule_broken: '内容不符合要求',
  unavailable: '服务暂时不可用，请稍后再试',
  internal: '系统出错了，请稍后再试',
  method_not_allowed: withNumber('allow', (allow) => `这个地址只接受 ${allow}`, '这个地址不接受这种请求'),
  page_not_found: '没有这个页面',
  job_not_found: '没有找到这个岗位',
  business_not_found: '没有找到这个用工方',
  candidate_not_found: '没有找到这位求职者',
  interest_not_found: '没有找到这条报名',
  referral_not_found: '没有找到这条推荐',
  placement_not_found: '没有找到这份活',
  wage_case_not_found: '没有找到这件诉求',
  conduct_not_found: '没有找到这条记录',
  offer_not_found: '没有找到这条急招通知',
  walk_in_not_found: '没有找到这条来访登记',
  station_not_found: '没有找到这个驿站',
};

/** What may not stand in a posting is said as in its check. */
const FOUND: Record<string, Sentence> = Object.fromEntries(
  FINDING_CODES.map((code: FindingCode) => [code, (values: Values) => findingSaid(code, values)]),
);

const SENTENCES = new Map<string, Sentence>(
  [FOUND, FIELD, POSTING, IMPORT, GENERAL].flatMap((table) => Object.entries(table)),
);

/** Whether a code has a sentence of its own. */
export function hasProblemText(code: string): boolean {
  return SENTENCES.has(code);
}

/**
 * The sentence of a problem's code.
 * @param values the numbers that belong to it
 * @returns a general sentence with the code for one that is not known
 */
export function problemText(code: string, values: Record<string, string | number> = {}): string {
  const sentence = SENTENCES.get(code);
  if (sentence === undefined) return `不符合要求（${code}）`;
  return typeof sentence === 'string' ? sentence : sentence(values);
}

const TITLES: Record<number, string> = {
  400: '请求看不懂',
  401: '需要登录',
  403: '没有权限',
  404: '没有找到',
  405: '不能这样请求',
  409: '现在不能这样做',
  413: '内容太大',
  415: '内容类型不对',
  422: '内容不符合要求',
  429: '操作太频繁',
  503: '暂时不可用',
};

/** The title of a problem answer by its HTTP status. */
export function problemTitle(status: number): string {
  return TITLES[status] ?? '系统出错';
}
