/** Every word of one list before every word of another. */
const each = (first: string, second: string): string =>
  first
    .split(' ')
    .flatMap((one) => second.split(' ').map((other) => one + other))
    .join(' ');

const CARING = '看 带 管 哄 陪 领 照看 照顾 照应 伺候 招呼 看着 看护 看管 侍候 辅导';
const CHILDREN =
  '孩子 娃 娃娃 小孩 孙子 孙女 孙孙 外孙 外孙女 外甥 小孙子 小孙女 小娃 宝宝 二宝 小宝 俩娃 俩孩子 老二';
const ELDERS = '老人 老娘 老爹 老伴 病人 婆婆 公公 俺娘 俺爹 俺妈 俺爸 我妈 我爸 爸妈 老太太 老爷子 俺婆子';
const STALLS =
  '摆摊 摆摊儿 摆地摊 摆个摊 出摊 出个摊 支摊 守摊 看摊 看摊儿 看店 守店 看门店 看门市 守门市 看铺子 守铺子 顾店 开门市 开铺子';
const GOODS =
  '菜 早点 早饭 早餐 水果 馍 豆腐 凉皮 包子 油条 煎饼 烧饼 红薯 烤红薯 小吃 东西 豆浆 胡辣汤 衣服 花 鱼 肉 烧烤';
const FIELDS = '种地 下地 干农活 干地里活 放羊 放牛 摘菜 摘花 掰棒子 拾棉花 赶大集 跑集 赶早市';
const DRIVING = '跑车 跑出租 跑滴滴 跑网约车 开出租 开滴滴 跑货 拉货 跑长途 跑运输 拉活 拉客 跑摩的';
const HABITS =
  '打麻将 打牌 跳舞 跳广场舞 广场舞 锻炼 锻炼身体 遛弯 遛狗 晨练 打太极 买菜 去公园 做礼拜 念经 钓鱼 上培训班 上网课 练车 学车 考试 午睡 补觉 守夜 陪床 陪护 值夜 练瑜伽 健身 去赶集 去集上 去赶会 写作业 辅导作业 辅导功课';

/** What people do of their own that takes them: caring, a stall, fields, driving, habits. Nobody is free then. */
export const OWN_WORK = [
  each(CARING, CHILDREN),
  each(CARING, ELDERS),
  STALLS,
  each('卖', GOODS),
  FIELDS,
  DRIVING,
  HABITS,
].join(' ');
/** 不是不想干: no refusal. */
export const NO_REFUSAL = each('不是 不是我 不是俺', '不想 不愿意 不愿 不能 不肯 不乐意 没空 没时间');
/** Before what one could do for others, it is the work looked for: 晚上能带孩子, 想找个看店的活. */
export const LOOKED_FOR =
  /(?:能|可以|会|想|愿意|找|帮人|给人|替人|帮别人|给别人|应聘|做过|干过)[^,;。 ]{0,4}$/;
/** At work of one's own somewhere: 在地里干活, 在亲戚店里帮忙. */
export const AT_WORK =
  /^在(?!家)[^,;。 的在能可想找]{1,6}?(?:干活|做活|忙活|帮忙|上工|打工|打零工|帮厨)(?!的|都|也|行)/;
