import { describe, expect, it } from 'vitest';
import { alsoOf, classifyPosting, classifyTitle, shippedLexicon } from '../../src/search';

describe('classifyPosting', () => {
  it.each([
    ['hands at a place', '饮品店小工', '煮珍珠、泡茶底', '奶茶店员'],
    ['hands in a factory', '轮胎厂壮工', '车间热,出力', '普工'],
    ['a name of two kinds, by the duties', '车工 计件', '平车、锁边', '缝纫工'],
    ['a name of two kinds, by the place', '文具店看摊', '学生放学那阵人多', '店员'],
    ['work that goes home', '串风铃 家里做', '材料送到家', '手工活'],
    ['cleaning at a home', '给出租屋打扫', '一套三小时', '家政钟点工'],
    ['the first of doings', '栽树挖坑', '行道树补种', '绿化工'],
    ['who is called by the work', '泥瓦匠修屋顶', '换几片瓦', '瓦工'],
    ['the work of the place', '理发店打扫带洗头', '没客就扫碎发', '美发助理'],
    ['what is not to be done', '火锅店饮品吧', '鲜榨汁,不上菜', '奶茶店员'],
    ['something between verb and object', '带八个月的宝宝', '', '育儿嫂'],
    ['an unknown hand of a factory', '玻璃瓶厂捡瓶工', '', '普工'],
  ])('%s: %s', (_, title, description, occupation) => {
    expect(classifyPosting({ title, description }, shippedLexicon)).toBe(occupation);
  });
});

describe('alsoOf', () => {
  it.each([
    ['what stands beside it', '洗碗兼保洁', '洗碗工', '保洁员'],
    ['what stands behind a stroke', '服务员/传菜员', '传菜员', '餐厅服务员'],
    ['a doing after a doing', '端面收钱', '餐厅服务员', '收银员'],
    ['what a name means as well', '上菜', '传菜员', '餐厅服务员'],
    ['the one that was not chosen', '洗碗兼保洁', '保洁员', '洗碗工'],
    ['cleaning at a home', '上门打扫卫生', '保洁员', '家政钟点工'],
  ])('%s: %s', (_, title, occupation, also) => {
    expect(alsoOf({ title, occupation }, shippedLexicon)).toBe(also);
  });

  it.each([
    ['one name', '洗碗工', '洗碗工'],
    ['a word that describes another', '外卖打包员', '打包工'],
    ['cleaning that is not at a home', '写字楼打扫卫生', '保洁员'],
    ['what is not to be done', '服务员,不用洗碗', '餐厅服务员'],
    ['hands for anything', '保洁 小工', '保洁员'],
    ['what nobody could read', '诚聘英才', null],
  ])('nothing for %s: %s', (_, title, occupation) => {
    expect(alsoOf({ title, occupation }, shippedLexicon)).toBeNull();
  });
});

describe('classifyTitle', () => {
  it.each([
    ['洗碗工', '洗碗工'],
    ['急招洗碗阿姨,日结管饭', '洗碗工'],
    ['【晚班】传菜员', '传菜员'],
    ['便利店理货', '理货员'],
    ['酒店客房服务员', '客房服务员'],
    ['电商仓库打包发货员', '打包工'],
    ['後廚幫工', '后厨帮工'],
    ['小区保安(可住宿)', '保安'],
    ['招C1司机', '送货司机'],
    ['周末家庭保洁', '家政钟点工'],
    ['绿化养护 3名', '绿化工'],
  ])('%s → %s', (title, occupation) => {
    expect(classifyTitle(title, shippedLexicon)).toBe(occupation);
  });

  it('takes the longest name of several', () => {
    expect(classifyTitle('客房服务员兼保洁', shippedLexicon)).toBe('客房服务员');
  });

  it('takes the last of names of one length, where Chinese puts the noun', () => {
    expect(classifyTitle('后厨洗碗', shippedLexicon)).toBe('洗碗工');
    expect(classifyTitle('工厂保洁', shippedLexicon)).toBe('保洁员');
  });

  it('takes the likelier occupation of a word that has two', () => {
    expect(classifyTitle('招护理员', shippedLexicon)).toBe('养老护理员');
  });

  it.each(['', '诚聘英才', '日结', '🧹'])('says null for "%s"', (title) => {
    expect(classifyTitle(title, shippedLexicon)).toBeNull();
  });

  it('reads what follows 招聘 before the name of the business', () => {
    expect(classifyTitle('某某保洁招聘司机', shippedLexicon)).toBe('送货司机');
    expect(classifyTitle('某某保洁诚聘英才', shippedLexicon)).toBe('保洁员');
  });

  it('takes 小时工 for a condition beside another name', () => {
    expect(classifyTitle('分拣小时工', shippedLexicon)).toBe('分拣员');
    expect(classifyTitle('小时工', shippedLexicon)).toBe('家政钟点工');
  });

  it('knows every occupation by its own name', () => {
    for (const canonical of shippedLexicon.occupations.keys()) {
      expect(classifyTitle(canonical, shippedLexicon)).toBe(canonical);
    }
  });
});

describe('classifyPosting', () => {
  const read = (title: string, description: string) =>
    classifyPosting({ title, description }, shippedLexicon);

  it.each([
    ['洗碗工', '每天擦桌子端盘子', '洗碗工'],
    ['晚上急招两人', '主要是洗碗、刷盘子,管晚饭', '洗碗工'],
    ['火锅店招人', '', '餐厅服务员'],
    ['养老院缺人', '照顾老人起居,给老人喂饭', '养老护理员'],
    ['诚聘英才', '待遇优厚', null],
    ['', '', null],
  ])('%s · %s → %s', (title, description, occupation) => {
    expect(read(title, description)).toBe(occupation);
  });
});
