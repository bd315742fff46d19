/** A stretch that speaks of somebody's own life, not of the work; UTF-16 offsets. */
export interface Aside {
  start: number;
  end: number;
}

const PART =
  '(?:(?:每天|天天|周末|平时)?(?:清早|早上|早起|上午|前晌|中午|晌午|下午|后晌|傍晚|晚上|黑来|黑了|夜里|半夜|周末|放学后?|下班后?)(?:[一二两三四五六七八九十\\d]{1,3}点半?)?)?';
const MUST =
  '(?:还|也|都|有时|我|俺)*(?:得|必须得?|需要|不得不|每天要|天天要|还要)(?:在家|回家|回去|先|自己)*';
const CARES = '(?:看着?|带着?|照看|照顾|照料|伺候|侍候|哄|陪着?|招呼|管着?)';
const KIN =
  '(?:我|俺|自己|自家|家里)?的?(?:[一二两三俩仨]?个)?(?:小|老|生病的?|瘫痪的?)*(?:孩子|孩儿|娃娃?|宝宝|孙子|孙女|外孙女?|老人|老娘|老爹|婆婆|公公|老伴|病人|爸妈?|妈|爹|娘|他|她)';
/** 就是看孩子的活, 得看孩子的阿姨 name work. */
const NO_WORK = '(?!的?(?:活|工作|岗|阿姨|保姆|人手|嘞活|那种|兼职)|[们]?(?:作业|写作业))';
const EXTRA = '(?:另(?:外)?(?:算|给|付|有)|双倍|[两三二3 2]倍|翻倍|加倍|多给|加钱|补钱|有补|算加班)';

const FORMS: readonly RegExp[] = [
  // 晚上得看孩子, 还得伺候老人
  new RegExp(`${PART}${MUST}${CARES}${KIN}(?:睡觉?|吃饭|上学|写作业)?${NO_WORK}`, 'gu'),
  // 晚上睡不着, 夜里老失眠
  /(?:晚上|夜里|黑来|半夜|早上|中午)(?:老是?|总是?|经常|也)?(?:睡不(?:着|好)|失眠|睡得少|觉少|没瞌睡)/gu,
  // 晚上能回家, 黑来得回去睡, 晚上回自己家住
  /(?:晚上|黑来|黑了|夜里|天黑(?:前|了)?|天天|每天)(?:都|就)?(?:能|可以|想|要|得|必须|还得)?(?:回(?:我|俺)?(?:自己|自个儿?)?的?(?:家|屋)|回去)里?(?:住|睡觉?|吃饭?|休息)?(?=$|[\s,。的就中行!?])/gu,
  // 休息日另算钱, 加班双倍
  new RegExp(
    `(?:休息日|节假日|法定假日?|过节|周末|礼拜天|加班|夜班|星期天)(?:上班|干活?|加班|值班|来)?(?:的)?(?:工资|钱|工钱)?(?:要|能|得|都|是)?${EXTRA}(?:工资|钱|给)?`,
    'gu',
  ),
  // 下了夜班: what was done before
  /(?:刚)?(?:下|上完|值完|干完|熬完|倒完)了?(?:大|小)?夜班(?:以?后|回来|了)?(?=$|[\s,。]|早|上午|白天|想|还|再|能|中午|\d|[一二两三四五六七八九十]|就|没事|补|以后)/gu,
  // 下午歇, 后晌不上班
  /(?<=干[,]?)(?:清早|早上|上午|前晌|中午|晌午|下午|后晌|晚上|黑来)(?:歇着?|休息|不干|不上班)/gu,
  // 接送孩子不耽误
  /(?:不|不能|不会|不想|别)?(?:耽误|影响|误)(?:我|俺)?(?:(?:接送?|送|看|带|照顾|给)(?:孩子|娃|小孩|老人)(?:上学|放学|做饭)?|上课|学习|上学|读书|主业|家务)(?=$|[\s,。的就中行])/gu,
  /(?:接送?|送|看|带|照顾)(?:孩子|娃|小孩|老人)(?:也|都|还|绝对|千万)?(?:不|不能|不会|不想|别|没)(?:耽误|影响|误事?)(?:了)?(?=$|[\s,。的就中行])/gu,
  // 白天上班,晚上想跑外卖: the other hours are those that are wished
  /(?:白天|平时|上午|下午|工作日|周一到周五|平常)(?:我|俺)?(?:要|得|还要|还得|都|都要|在厂里|在单位|在公司)?(?:上班|上学|上课|有课|有工作|没空|没时间)(?=[,。\s]{0,2}(?:我|俺|就|只|想|有){0,3}(?:晚上|下班|夜里|周末|业余|黑来|星期天|下午)(?!班))/gu,
  // 周末两天: no two days of work and nothing more
  /(?<=周末|周六周日|双休日?|星期天|礼拜天)(?:这|那)?[两俩2]天/gu,
  // 孩子上大学了
  /(?:孩子|娃|闺女|儿子|女儿|姑娘|小孩|孙子)们?(?:都|也|已经|在|刚|今年|明年|要){0,2}(?:上|念|读|考上)了?(?:大学|高中|初中|中学|小学|幼儿园|寄宿学校|[一二三四五六]年级|初[一二三]|高[一二三]|大[一二三四]|中专|大专)了?(?=$|[,。\s])/gu,
  // 我在家带孩子,想找点手工活
  /(?<=^|[,。\s]|我|俺)(?:平时|现在|目前|天天|每天|一直)?(?:在家|搁家|在屋)里?(?:带|看)(?:着|个)?(?:孩子|娃娃?|宝宝|小孩|孙子|孙女)(?:走不开|出不去|没法出去|出不了门|(?=[,。\s]|想))/gu,
  // 宝妈带娃在家: who they are
  /(?:宝妈|全职妈妈|家庭主妇)(?:在家)?(?:带|看)(?:着)?(?:孩子|娃娃?|小孩|宝宝)(?!的|嘞|活)/gu,
];
/** One character of each form, so that most texts are not looked at by them. */
const GATE =
  /得|在家|搁家|在屋|天|课|上班|上学|没空|没时间|[上念读考]|需要|必须|还要|天要|睡|眠|觉少|回|另|倍|多给|加钱|补|夜班|歇|休息|不干|不上班|耽误|影响|误|妈|主妇/u;

/** What a text says of somebody's own days and duties, in order, without overlap: no wish for work or hours. Pure. */
export function readAsides(text: string): Aside[] {
  if (!GATE.test(text)) return [];
  const found: Aside[] = [];
  for (const form of FORMS)
    for (const { index, 0: whole } of text.matchAll(form)) {
      const end = index + whole.length;
      if (!found.some((one) => index < one.end && one.start < end)) found.push({ start: index, end });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** What keeps a word of time from its hours though it says nothing of the person's: 周末忙不过来, 寒假回家. */
const BLURRED =
  /(?<=周末|周日|星期天|礼拜天|中午|晚上|早上|饭点|节假日|[一二三四五六]|天)(?:[里们]?)(?:太|实在|老是?)?忙不过来|(?<=寒假|暑假|过年|放假|春节|五一|国庆)(?:了)?回(?:家|来|老家|焦作)(?!不)/gu;

/** Stretches beside words of time that are hidden from the reading of hours; in order. Pure. */
export function readBlurred(text: string): Aside[] {
  if (!/忙不过|回/u.test(text)) return [];
  return [...text.matchAll(BLURRED)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
  }));
}
