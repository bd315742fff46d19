import { describe, expect, it } from 'vitest';
import { shippedLexicon, understand } from '../../../src/search';

const read = (query: string) => understand(query, shippedLexicon);

describe('what is misspelled is read as what was meant, and said so', () => {
  describe.each<[string, [string, string, string][]]>([
    [
      'characters that sound the same',
      [
        ['西碗', '西碗', '洗碗工'],
        ['刷丸', '刷丸', '洗碗工'],
        ['保接', '保接', '保洁员'],
        ['保结阿姨', '保结阿姨', '保洁员'],
        ['洗完阿姨', '洗完阿姨', '洗碗工'],
        ['家郑', '家郑', '家政钟点工'],
        ['宝姆', '宝姆', '保姆'],
        ['快弟', '快弟', '快递员'],
        ['私机', '私机', '送货司机'],
        ['普共', '普共', '普工'],
        ['焊功', '焊功', '电焊工'],
        ['服务圆', '服务圆', '餐厅服务员'],
        ['我想当宝安', '宝安', '保安'],
        ['晚上想干代价', '代价', '代驾'],
        ['应聘克服', '克服', '客服'],
      ],
    ],
    [
      'characters that sound the same in dialect',
      [
        ['福务员', '福务员', '餐厅服务员'],
        ['护务员', '护务员', '餐厅服务员'],
        ['收营员', '收营员', '收银员'],
        ['服雾员', '服雾员', '餐厅服务员'],
        ['扫敌', '扫敌', '保洁员'],
        ['怂货', '怂货', '送货司机'],
        ['搬晕工', '搬晕工', '搬运工'],
        ['揍饭阿姨', '揍饭阿姨', '做饭阿姨'],
        ['扫该', '扫该', '环卫工'],
        ['洗宛儿', '洗宛', '洗碗工'],
        ['搬用工', '搬用工', '搬运工'],
        ['给人家揍饭的活', '揍饭', '做饭阿姨'],
      ],
    ],
    [
      'characters that look the same',
      [
        ['冼碗', '冼碗', '洗碗工'],
        ['保诘员', '保诘员', '保洁员'],
        ['电悍工', '电悍工', '电焊工'],
        ['叉车可机', '叉车可机', '叉车司机'],
        ['收很员', '收很员', '收银员'],
        ['月搜', '月搜', '月嫂'],
      ],
    ],
    [
      'a slip of the hand',
      [
        ['洗工碗', '洗工碗', '洗碗工'],
        ['养老理员', '养老理员', '养老护理员'],
        ['缝纪工', '缝纪工', '缝纫工'],
        ['缝纪工 包吃住', '缝纪工', '缝纫工'],
      ],
    ],
    [
      'pinyin',
      [
        ['xiwan', 'xiwan', '洗碗工'],
        ['xiwangong', 'xiwangong', '洗碗工'],
        ['xi wan gong', 'xi wan gong', '洗碗工'],
        ['XiWanGong', 'xiwangong', '洗碗工'],
        ['fuwuyuan', 'fuwuyuan', '餐厅服务员'],
        ['fu wu yuan', 'fu wu yuan', '餐厅服务员'],
        ['baojieyuan', 'baojieyuan', '保洁员'],
        ['shouyin', 'shouyin', '收银员'],
        ['songwaimai', 'songwaimai', '外卖骑手'],
        ['banyungong', 'banyungong', '搬运工'],
        ['dianhangong', 'dianhangong', '电焊工'],
        ['lvhuagong', 'lvhuagong', '绿化工'],
        ['luhuagong', 'luhuagong', '绿化工'],
        ['zhao xiwan de huo', 'xiwan', '洗碗工'],
      ],
    ],
    [
      'pinyin with a slip',
      [
        ['fuwuyan', 'fuwuyan', '餐厅服务员'],
        ['xiwangon', 'xiwangon', '洗碗工'],
        ['xiwnagong', 'xiwnagong', '洗碗工'],
        ['baojieyuna', 'baojieyuna', '保洁员'],
        ['souyinyuan', 'souyinyuan', '收银员'],
      ],
    ],
    [
      'initials',
      [
        ['xwg', 'xwg', '洗碗工'],
        ['bjy', 'bjy', '保洁员'],
        ['zdg', 'zdg', '家政钟点工'],
        ['zhdg', 'zhdg', '家政钟点工'],
        ['dhg', 'dhg', '电焊工'],
      ],
    ],
    [
      'half characters, half letters',
      [
        ['洗碗gong', '洗碗gong', '洗碗工'],
        ['xi碗工', 'xi碗工', '洗碗工'],
        ['保jie', '保jie', '保洁员'],
        ['快di', '快di', '快递员'],
        ['服务yuan', '服务yuan', '餐厅服务员'],
      ],
    ],
  ])('%s', (_, rows) => {
    it.each(rows)('%s: %s → %s', (query, from, occupation) => {
      const { occupations, corrections, normal } = read(query);
      expect(occupations).toContain(occupation);
      expect(corrections.map((one) => one.from)).toEqual([from]);
      for (const one of corrections) expect(normal.slice(one.start, one.end)).toBe(one.from);
    });
  });

  it('reads one spelling after the other', () => {
    expect(read('xiwangongrijie')).toMatchObject({ occupations: ['洗碗工'], settlement: 'daily' });
    expect(read('wangchu pugong')).toMatchObject({ occupations: ['普工'], place: { name: '王褚街道' } });
  });

  it.each([
    ['ri结 保洁', { settlement: 'daily', occupations: ['保洁员'] }],
    ['guanfan', { benefits: ['meals'] }],
    ['洗碗 日节', { settlement: 'daily', occupations: ['洗碗工'] }],
    ['文院街道', { place: { name: '文苑街道' } }],
  ])('reads conditions and places, too: %s', (query, expected) => {
    expect(read(query)).toMatchObject(expected);
  });

  it('looks for the corrected word', () => {
    expect(read('西碗工')).toMatchObject({ text: '洗碗工', words: ['洗碗工'], alternatives: [['洗碗工']] });
  });

  it('reads a corrected word and its neighbour as one', () => {
    expect(read('叉车私机').occupations).toEqual(['叉车司机']);
  });
});

describe('what is right is left alone', () => {
  it.each(
    (
      '宝贝 宝宝 包子铺 包子 保税区 保税仓 建国路 建设路 保险 保护 健康 买菜 工资 工地 公司 普通话 实习 世纪广场 四级证书 十几个人 书法 数学 英语 ' +
      '美术 画画 编程 会计 律师 导游 护士 医生 药店 修手表 修鞋 配钥匙 弹棉花 养蜂 唱戏 吹唢呐 报警 报纸 面粉 面试 ' +
      '简历 身份证 老公 孩子 大家 利益 范围 时机 中介费 客户 文字 电力 危机 案件 首页 化工 石家庄 郑州 新乡'
    ).split(' '),
  )('%s', (query) => {
    expect(read(query).corrections).toEqual([]);
  });

  it.each(['洗碗', '保洁', '打扫卫生', '端盘子', '看孩子', '送货', '日结', '管饭', '王褚', '龙源湖'])(
    'a word that is known: %s',
    (query) => {
      expect(read(query)).toMatchObject({ corrections: [] });
      expect(read(query).suggestions).toBeUndefined();
    },
  );
});

describe('what is unsure is asked, not applied', () => {
  it.each([['wm', '外卖']])('%s: did you mean %s', (query, meant) => {
    const { occupations, corrections, suggestions } = read(query);
    expect({ occupations, corrections }).toEqual({ occupations: [], corrections: [] });
    expect(suggestions?.map(({ to }) => to)).toContain(meant);
  });

  it('names five at most', () => {
    for (const query of ['bj', 'sj', 'xg', 'fw', 'gj'])
      expect(read(query).suggestions?.length ?? 0, query).toBeLessThanOrEqual(5);
  });
});
