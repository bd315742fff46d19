import { describe, expect, it } from 'vitest';
import { QUESTIONS, readBack, readTime } from '../../src/hours';
import { questionText, readBackText } from '../../src/web/text/hours';

const say = (text: string, about: 'person' | 'posting' = 'person') => {
  const parts = readBack(readTime(text, { today: '2026-06-01', about }));
  return parts && readBackText(parts);
};

describe('a reading said back', () => {
  it.each([
    ['周一到周五八点送孩子,四点接', '周一到周五 8:00–16:00 有空，对吗？'],
    ['周末全天', '周六、周日全天 有空，对吗？'],
    ['晚6点后', '每天 18:00 以后 有空，对吗？'],
    ['下午五点之前', '每天 17:00 以前 有空，对吗？'],
    ['夜里十点到早上六点', '每天 22:00–第二天 6:00 有空，对吗？'],
    ['周一三五上午,三夏不行', '周一、周三、周五 8:00–12:00 有空，三夏不行，对吗？'],
    ['明天下午有空', '6月2日 12:00–18:00 有空，对吗？'],
    ['12月5号到8号回老家', '12月5日到12月8日不行，对吗？'],
    ['除了周三都行', '周一、周二、周四到周日全天 有空，对吗？'],
  ])('%s', (text, sentence) => expect(say(text)).toBe(sentence));

  it('of a wish', () => expect(say('晚上能干的活', 'posting')).toBe('想要每天 18:00–22:00的活，对吗？'));

  it('of nothing is nothing', () => {
    expect(say('洗碗工 日结')).toBeNull();
    expect(say('')).toBeNull();
  });

  it('asks every question in words', () => {
    for (const code of QUESTIONS) expect(questionText(code)).toMatch(/？$/);
  });
});
