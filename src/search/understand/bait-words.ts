import { FIGURE, numberOf } from './number-words';

/** A stretch that is the bait of a known fraud; UTF-16 offsets. */
export interface BaitFound {
  start: number;
  end: number;
}

/** What is lent to those who launder money or sell followers. */
const ACCOUNT =
  '(?:银行卡|储蓄卡|工资卡|电话卡|手机卡|流量卡|微信号?|qq号?|抖音号|快手号|小红书号|支付宝(?:账?号)?|淘宝号|游戏号|账号|账户|帐号|收款码|对公账户|公户)';
const PAPERS = `(?:${ACCOUNT}|身份证|营业执照|二维码)`;
const LENDS = '(?:出租|出借|转让|租|借|收购?|有偿使用|有偿收)';
/** Cards for telephones are sold by honest people, too. */
const SOLD = '(?:银行卡|微信号?|qq号?|抖音号|快手号|支付宝(?:账?号)?|账号|账户|帐号|对公账户|公户)';
const TO = '(?:给(?:别人|人家?|他人|你们?|公司|平台|老板)?(?:使?用)?)';
const COUNTRY = '(?:柬埔寨|西港|缅甸|缅北|老挝|金三角|菲律宾|迪拜|东南亚)';
const ABROAD = '(?:境外|国外|海外|泰国|越南|马来西亚|马来)';
const LURES = '(?:打字|客服|推广|主播|聊天|高薪|月薪|月入|日薪|年薪|包机票|机票|淘金|偷渡)';
const LABOURS = '(?:招聘?|赚钱|上班|打工|工作|干活|做工)';
const ADVANCE =
  '(?:会员费?|入会费|会费|押金|保证金|诚意金|定金|报名费|培训费|服装费|工装费|材料费|资料费|建档费|激活费|开户费|中介费|介绍费|体检费|手续费|入职费|信息费)';
const GIVES =
  '(?:派单|接单|发单|放单|派活|派任务|分单|给活|给派活|安排活|安排工作|介绍活|介绍工作|上岗|入职|拿货|领料|发货)';
const CLICKS =
  '(?:关注|注册账号|点赞|点个赞|转发|评论|投票|加好友|浏览|看广告|看视频|刷视频|收藏|加购|拍单|助力)';
const EARNS = '(?:给|赚|挣|得|返|领|奖)';

const FORMS: readonly RegExp[] = [
  new RegExp(`(?<![不别没无])(?:出售|卖)(?:我|自己|个人)?的?${SOLD}`, 'gu'),
  new RegExp(
    `(?<![不别没无])${LENDS}(?:我|自己|你|个人|闲置|不用|别人)?的?(?:个|一个|张|一张)?${ACCOUNT}`,
    'gu',
  ),
  new RegExp(
    `(?:把)?(?:我|自己|你|闲置|不用)?的?${PAPERS}(?:和${PAPERS})?(?:能不能|可以|拿去|拿来)?(?:出租|出借|外租|租|借|卖|转让|挂)(?:出去|掉|${TO})?(?:别人|人家?)?(?:用)?`,
    'gu',
  ),
  new RegExp(
    `用(?:我|自己|你|个人|本人|俺)的?(?:名字|身份|${PAPERS})(?:给你们?)?(?:走|过|收|转|取|注册|开户|接)`,
    'gu',
  ),
  // 帮人收款转账, 替老板走账
  /(?:帮|替|给|代)(?:别?人家?|他人|老板|公司|平台|朋友|客户)?(?:收(?:款|钱|汇款)?[、和再并,]?)?(?:转(?:账|帐|款)|走(?:账|帐|流水)|过(?:账|帐)|取现|洗钱|收验证码|接验证码|实名)(?:[、和再]?(?:收款|转账|转帐|走账|取现|提现|取钱))*/gu,
  // 去柬埔寨打字月薪三万
  new RegExp(
    `(?:去|到|赴|往|飞)?(?:${COUNTRY}(?!回|\\p{Script=Han}{1,2}回)\\p{Script=Han}{0,4}?(?:${LURES}|${LABOURS})|${ABROAD}(?!回)\\p{Script=Han}{0,2}?${LURES})(?:打字|客服|推广|主播|聊天)?`,
    'gu',
  ),
  // 交会员费就派单
  new RegExp(
    `(?<!不|不用|不要|无需|不需)(?:先)?(?:交|缴|付|垫|充|办)(?:了|个|点|一点|上|[\\d一二两三四五六七八九十百千]+块?钱?的?)*${ADVANCE}(?:[,]?\\s?(?:才|就|再|后|以后|即可|马上|可以?|能|给)+)?${GIVES}`,
    'gu',
  ),
  // 关注一个两块钱
  new RegExp(`${CLICKS}(?:一个|一下|一次|一单|一条)(?:${FIGURE})(?:块钱?|元|毛)`, 'gu'),
  // 抖音关注一个账号给五块
  new RegExp(
    `${CLICKS}(?:一个|一下|一次|一单|一条|个|[\\d一二两三]+个)?(?:账号|公众号|号|视频|直播间?|主播|店铺|商品|人|app|软件)?(?:就|能|可以|立马|马上)?${EARNS}(?:${FIGURE}(?:块钱?|元|毛)?|佣金|红包|钱|现金|返利)`,
    'gu',
  ),
  /(?:加|进|拉)(?:微信|qq|扣扣)?群(?:里)?(?:就|后|再|能|可以)?(?:领|接|做|派|抢|发)(?:任务|单|红包|福利|佣金)/gu,
  /(?:手机|网上|线上|微信)(?:上)?(?:做|接|领)(?:小)?任务(?:赚|挣|返|给|日)\p{Script=Han}{0,3}/gu,
];
const GATE =
  /[租借卖收转售挂赞评]|关注|浏览|投票|好友|用|帮|替|给|代|国|寨|港|甸|北|挝|角|宾|来西|拜|南|境|海外|费|金|会员|群|任务/u;

/** Words by which easy money is offered to those who need it at home. */
const EASY = /宝妈|在家|居家|手机|网上|线上|网络|躺|动动手指|零投入|零门槛|无门槛|零风险|副业/u;
/** Words that honest work is offered by, too, unless its pay is named as a profit (日赚). */
const SIMPLE = /轻松|小白|人人|(?:不用|无需|不需要|不要)(?:任何)?(?:技术|经验)|零基础|时间自由|不限时间/u;
const PROFIT = /^(?:日|月)(?:赚|入|挣|进)/u;
const EARNED = new RegExp(
  `(?:(?<day>日赚|日入|日挣|日进|日收入|一天(?:能|可以|稳|轻松)?(?:赚|挣|入)|每天(?:能|可以|稳|轻松)?(?:赚|挣|入))|(?<month>月赚|月挣|月入|一个?月(?:能|可以|稳|轻松)?(?:赚|挣)))(?:到|个)?(?<sum>${FIGURE})(?:块钱?|元)?(?:以上|\\+|起|不是梦)?`,
  'gu',
);
/** Nobody earns as much, yuan, by what anybody can do at home. */
const TOO_GOOD = { day: 300, month: 10_000 } as const;

/** Stretches that are the bait of a fraud, in order, without overlap. Pure. */
export function readBait(text: string): BaitFound[] {
  const found: BaitFound[] = [];
  const add = (start: number, end: number) => {
    if (!found.some((one) => start < one.end && one.start < end)) found.push({ start, end });
  };
  if (GATE.test(text))
    for (const form of FORMS)
      for (const { index, 0: whole } of text.matchAll(form)) add(index, index + whole.length);
  const isEasy = EASY.test(text);
  if (isEasy || SIMPLE.test(text))
    for (const { index, 0: whole, groups } of text.matchAll(EARNED)) {
      const sum = numberOf(groups?.sum ?? '') ?? 0;
      const isTooGood = sum >= (groups?.day ? TOO_GOOD.day : TOO_GOOD.month);
      if (isTooGood && (isEasy || PROFIT.test(whole))) add(index, index + whole.length);
    }
  return found.sort((a, b) => a.start - b.start);
}
