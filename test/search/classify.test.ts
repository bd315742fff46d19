import { describe, expect, it } from 'vitest';
import { classifyPosting, classifyTitle, shippedLexicon } from '../../src/search';

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
