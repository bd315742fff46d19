/**
 * Characters of the field's words that are mistaken for one another by their shape, or by a slip of the hand on a
 * phone that writes strokes: every character of a group may stand for every other.
 */
const GROUPS =
  '洁结吉桔诘 碗豌婉惋腕 洗冼选 刷涮制 打扑汀 扫归 擦察 拖托施 搬般船 运远动 工土上 员圆贝 服报 务备 端瑞喘 ' +
  '盘盆 菜莱采彩 传伝转 配酌 送关迭 快块怏 递弟 分公 拣练炼捡 理埋 货贷资 包句色 装妆 普谱晋 质贡 检捡险 ' +
  '缝逢 纫刃纽 叉又义 司同可 机饥 代伐 驾架 跑炮泡 腿褪 骑倚 保堡呆 安按 姆母毋 育盲 儿几 嫂搜 月目 护沪扩 ' +
  '老考 照昭 顾硕 陪倍 诊珍 床庆 托讬 管菅 辅铺 导寻 家稼 教孝 收牧 银很 营菅 迎仰 宾宝 客容 房旁 店庄 ' +
  '促捉 销悄 发友 单草 摆罢 摊滩 仓仑 焊悍煤 电甩 水永 木本末 瓦互 泥呢 砖传 油抽 漆膝 绿录 化花 剪煎 枝技 ' +
  '修俢 美羡 足促 疗辽 按案 摩磨 录绿 字宇 玉王 掰辨 麦友 割害 摘滴 厨橱 师帅 炒抄 面而 烙络 饼拼 ' +
  '串申 烤考 奶扔 茶荼 看着 守宁 门们 值植 夜液 班斑 日曰 周固 半平 饭饮 住往 宿缩 吃汔 社杜 临监 时寸 ' +
  '钟仲 点占 文丈 苑宛 街衔 龙尤 源原 湖糊 滨宾 溪奚 褚楮 火灭 锅祸 超赵 市巾 驿译 站占 食良 堂党 贴占 ' +
  '瓷资 缸红 墙樯 腻贰 搅搞 钢纲 筋荡 架驾 拆折析 卸御 库车 押押 浇烧绕 树村 喂畏 猪诸 羊半 鸡鸭 台合';

const ALIKE = new Map<string, string>();
for (const group of GROUPS.split(' '))
  for (const character of group)
    ALIKE.set(character, `${ALIKE.get(character) ?? ''}${group.replaceAll(character, '')}`);

/** The characters that one may be mistaken for by its shape; empty for most. */
export function alike(character: string): string {
  return ALIKE.get(character) ?? '';
}
