import { describe, expect, it } from 'vitest';
import { benefitsIn } from '../../../src/jobs/spoken/benefits';
import { daysSaid, plainDays } from '../../../src/jobs/spoken/days';
import { headcountIn } from '../../../src/jobs/spoken/people';
import { placeOf } from '../../../src/jobs/spoken/place';
import { sumsIn } from '../../../src/jobs/spoken/sums';
import { workOf } from '../../../src/jobs/spoken/work';
import { shippedLexicon as lexicon, understand } from '../../../src/search';

/** Every part of a posting by itself, with what only looks like one. Monday 1 June 2026. */
const today = '2026-06-01';

describe('sums', () => {
  it.each([
    ['一天一百二', '120/day'],
    ['八十一天', '80/day'],
    ['15块五一个小时', '15.5/hour'],
    ['工资四千五到五千', '4500-5000/null'],
    ['一千二到一千五一个月', '1200-1500/month'],
    ['计件,一件三块五,月底结', '3.5/piece'],
    ['剥蒜一斤两毛五', '0.25/piece'],
    ['一块砖二分', '0.02/piece'],
    ['5毛钱一个', '0.5/piece'],
    ['一把签子三毛五', '0.35/piece'],
    ['搓一个提七块', '7/piece'],
    ['一早上五十,天天要', '50/shift'],
    ['一节课一百二', '120/shift'],
    ['四十五一个班', '45/shift'],
    ['一人八十管饭', '80/person'],
    ['一百块一位', '100/person'],
    ['五百包工', '500/whole'],
    ['扫完五十块', '50/whole'],
    ['拢共三百块', '300/whole'],
    ['底薪2000提成一单3块', '2000/month'],
    ['2800加全勤奖200', '2800/null'],
    ['26天 8800', '8800/other'],
    ['给四十', '40/null'],
    ['平时15一小时,周末18一小时', '15/hour 18/hour'],
  ])('%s', (text, expected) => {
    const said = sumsIn(text).map(({ low, high, per }) => `${low}${high === null ? '' : `-${high}`}/${per}`);
    expect(said.join(' ')).toBe(expected);
  });

  it.each([
    '一天8小时',
    '押金200',
    '餐补10块',
    '一天干俩饭点',
    '一个月休四天',
    '一天一结',
    '干完三天',
    '四楼没电梯',
    '卸完一车',
    '满30减5块',
  ])('are none: %s', (text) => {
    expect(sumsIn(text)).toEqual([]);
  });
});

describe('people', () => {
  it.each([
    ['今天晚上缺个※的', 1],
    ['※六个,明天就要', 6],
    ['找俩※工', 2],
    ['※要俩', 2],
    ['两男一女', 3],
    ['男女各两名', 4],
    ['男工3名女工5名', 8],
    ['找学徒一个', 1],
    ['原来那个※的不干了,明天就得有人顶上', 1],
    ['招几个※的', 'unclear'],
    ['找个三五个人', 'unclear'],
    ['三四十个人', 'unclear'],
    ['招2-3个※', 'unclear'],
  ])('%s', (text, expected) => {
    expect(headcountIn(text)).toBe(expected);
  });

  it.each([
    '缺人※',
    '有没有会※的',
    '要个子高的',
    '来个电话',
    '月休四个',
    '要三个月',
    '看两个孩子',
    '照顾一个老人',
    '打扫两个卫生间',
    '年龄35岁以下',
    '管两顿',
    '夫妻俩也行',
  ])('are not counted: %s', (text) => {
    expect(headcountIn(text)).toBeNull();
  });
});

describe('meals and beds', () => {
  it.each([
    ['管中午一顿', 'meals'],
    ['吃住我管', 'meals lodging'],
    ['管晚饭,不管住', 'meals'],
    ['包吃不包住', 'meals'],
    ['不管饭管住', 'lodging'],
    ['宿舍有', 'lodging'],
    ['吃住都在店里', 'meals lodging'],
    ['饭我们管', 'meals'],
  ])('%s', (text, expected) => {
    expect(benefitsIn(text)?.join(' ')).toBe(expected);
  });

  it.each(['不管吃住', '吃住自理', '自己带饭', '没有宿舍', '不住家'])('are refused: %s', (text) => {
    expect(benefitsIn(text)).toEqual([]);
  });

  it.each(['管接管送', '有饭补', '包子铺管账', '家里有住院的老人', '带孩子做饭', '能做晚饭'])(
    'are not spoken of: %s',
    (text) => {
      expect(benefitsIn(text)).toBeNull();
    },
  );
});

describe('days', () => {
  const said = (text: string) => {
    const { dates, days } = daysSaid(plainDays(text, today), today);
    return days ?? dates.map((date) => date.slice(5)).join(' ');
  };

  it.each([
    ['要个电焊工,干三天,从明天开始', '06-02 06-03 06-04'],
    ['明天来干两天', '06-02 06-03'],
    ['从26号干到28号', '06-26 06-27 06-28'],
    ['28号29号两天', '06-28 06-29'],
    ['28、29、30号', '06-28 06-29 06-30'],
    ['今天明天后天', '06-01 06-02 06-03'],
    ['下周三下周四两天', '06-10 06-11'],
    ['12.10-12.12', '12-10 12-11 12-12'],
    ['教师节那天', '09-10'],
    ['腊月二十三到二十五', '01-30 01-31 02-01'],
    ['大年三十晚上', '02-05'],
    ['正月初六', '02-11'],
    ['中秋节那天', '09-25'],
    ['现在就得来', '06-01'],
    ['上学的日子来', 'Mo-Fr'],
  ])('%s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each(['每月15号发工资', '当天结', '一天干俩饭点', '中间轮流歇', '今年生意好', '小年轻', '三十号楼'])(
    'are not named: %s',
    (text) => {
      expect(said(text)).toBe('');
    },
  );
});

describe('places', () => {
  it.each([
    ['卸白菜,在北关菜市场', '北关菜市场'],
    ['县医院这边要个护工', '县医院'],
    ['有意的来建设路南头', '建设路南头'],
    ['在解放路和人民路交叉口', '解放路和人民路交叉口'],
    ['王庄村收玉米找三个人', '王庄村'],
    ['广发超市门口发优惠券', '广发超市门口'],
    ['地址在建国路12号', '建国路12号'],
  ])('%s', (text, expected) => {
    expect(placeOf(understand(text, lexicon))?.address).toBe(expected);
  });

  it.each([
    '在家干',
    '在店里',
    '我家小区找个保姆',
    '学校食堂招人',
    '去郑州送货',
    '搭个蔬菜大棚',
    '批发市场要人',
    '找人看果园',
  ])('are none: %s', (text) => {
    expect(placeOf(understand(text, lexicon))).toBeNull();
  });
});

describe('work', () => {
  it.each([
    ['来俩人卸白菜', '搬运工'],
    ['停车场缺个收费的', '停车管理员'],
    ['接孩子做饭,找个阿姨', '接送托管'],
    ['老师傅病了,急找个瓦工', '瓦工'],
    ['洗碗的不干了,得有人顶上', '洗碗工'],
    ['掌勺的一个,再来俩打下手的', '厨师'],
    ['奶茶店招人', '奶茶店员'],
    ['水管爆了,来个人', '水电工'],
    ['空调不制冷,找个师傅', '家电维修'],
    ['奶奶住院,夜里要人陪', '护工'],
  ])('%s', (text, expected) => {
    expect(workOf(understand(text, lexicon), lexicon).occupation).toBe(expected);
  });

  it.each(['找个阿姨', '要个师傅', '缺人手', '找个学生'])('is asked: %s', (text) => {
    expect(workOf(understand(text, lexicon), lexicon).occupation).toBeNull();
  });
});
