import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readable, type Visitor, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** Sentences in place of forms: the shopkeeper's, and the visitor's at the desk. Without any script. */
let t: TestStation;
let shop: Visitor;
let desk: Visitor;
beforeAll(async () => {
  t = await openTestStation();
  shop = visitor(t, (await t.signIn('shop')).cookie);
  desk = visitor(t, (await t.signIn('staff')).cookie);
});
afterAll(() => t.close());

const input = (html: string, name: string) =>
  new RegExp(`<(?:input|select)[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*>`).exec(html)?.[0] ?? '';
const chosen = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<input[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*>`, 'g'))]
    .filter(([tag]) => /\schecked/.test(tag))
    .map(([tag]) => /value="([^"]*)"/.exec(tag)?.[1]);

describe('one sentence of a shopkeeper', () => {
  const say = (spoken: string, more: Record<string, string | string[]> = {}) =>
    shop.post('/shop/jobs', { spoken, action: 'read', rows: '2', 'pay.settlement': 'daily', ...more });

  it('stands first in the form', async () => {
    const { html } = await shop.get('/shop/jobs/new');
    expect(readable(html)).toContain('一句话说清要什么人');
    expect(html.indexOf('name="spoken"')).toBeLessThan(html.indexOf('name="title"'));
  });

  it('fills the form, keeps nothing yet, and asks what is missing in plain words', async () => {
    const { status, html } = await say('明天中午缺俩洗碗的，11点到2点，25一小时，管饭', {
      'business.name': '老杨烩面馆',
    });
    expect(status).toBe(200);
    expect(input(html, 'title')).toContain('value="洗碗工"');
    expect(input(html, 'pay.amount')).toContain('value="25"');
    expect(input(html, 'date0')).toContain('value="2026-06-02"');
    expect([input(html, 'from0'), input(html, 'to0')].join()).toMatch(/value="11:00".*value="14:00"/);
    expect(input(html, 'headcount')).toContain('value="2"');
    expect(chosen(html, 'benefits')).toEqual(['meals']);
    expect(chosen(html, 'pay.settlement')).toEqual([]);
    expect(input(html, 'business.name')).toContain('value="老杨烩面馆"');
    expect(readable(html)).toContain('工钱怎么结：日结、周结，还是干完结？');
    expect(readable(html)).not.toContain('是哪家店');
    expect((await shop.get('/shop')).html).not.toContain('洗碗工');
  });

  it('that says a part of the hours and a sum without a unit fills in that part', async () => {
    const { html } = await say('明天早上五点来俩人卸白菜，60块钱，干完就给');
    expect(input(html, 'date0')).toContain('value="2026-06-02"');
    expect(input(html, 'from0')).toContain('value="05:00"');
    expect(input(html, 'to0')).not.toMatch(/value="[^"]/);
    expect(input(html, 'pay.amount')).toContain('value="60"');
    expect(chosen(html, 'pay.settlement')).toEqual(['on_completion']);
    expect(readable(html)).toContain('干到几点？');
  });

  it('that says nothing leaves the form as it was', async () => {
    const { html } = await say('你好', { title: '收银员', 'pay.amount': '20' });
    expect(input(html, 'title')).toContain('value="收银员"');
    expect(input(html, 'pay.amount')).toContain('value="20"');
    expect(readable(html)).toContain('没听出要什么人');
  });

  it('cannot become a part of the page', async () => {
    const { html } = await say('<script>alert(1)</script>缺个洗碗的');
    expect(html).not.toContain('<script>alert');
  });
});

describe("a visitor's words at the desk", () => {
  const visit = (text: string, more: Record<string, string | string[]> = {}) => ({
    name: '王姐',
    text,
    mode: 'walk',
    minutes: '15',
    from: '',
    purpose: ['matching'],
    channel: 'paper',
    ...more,
  });

  it('fill the fields that stand empty, and are said back before anything is kept', async () => {
    const words = '周一到周五8点到下午4点有空，想洗碗，骑电车去';
    const { status, html } = await desk.post('/desk/walk-ins', { ...visit(words), action: 'read' });
    expect(status).toBe(200);
    expect(readable(html)).toContain('周一到周五 8:00–16:00 有空，对吗？');
    expect(input(html, 'h.Mo-Fr.from1')).toContain('value="08:00"');
    expect(input(html, 'h.Mo-Fr.to1')).toContain('value="16:00"');
    expect(input(html, 'occupations')).toContain('value="洗碗工"');
    expect(html).toMatch(/<option value="ebike" selected/);
    expect((await desk.get('/desk')).html).not.toContain('王姐');
  });

  it('give way to what was entered', async () => {
    const entered = { 'h.Sa.from1': '09:00', 'h.Sa.to1': '12:00', occupations: '保洁' };
    const { html } = await desk.post('/desk/walk-ins', {
      ...visit('周一到周五有空，洗碗', entered),
      action: 'read',
    });
    expect(input(html, 'h.Mo-Fr.from1')).toContain('value=""');
    expect(input(html, 'occupations')).toContain('value="保洁"');
  });

  it('are said back beside the list of a visit that was taken down with nothing else', async () => {
    const { location } = await desk.post('/desk/walk-ins', visit('周一到周五8点到下午4点有空，想洗碗'));
    const { html } = await desk.get(location ?? '');
    expect(readable(html)).toContain('周一到周五 8:00–16:00 有空，对吗？');
  });
});

describe('the search box', () => {
  it('has completions from a file of our own, and is a plain field without it', async () => {
    const { html } = await visitor(t).get('/');
    expect(html).toMatch(/<script src="\/assets\/suggest\.[0-9a-z]+\.js" defer/);
    expect(input(html, 'q')).toMatch(/data-suggest="\/api\/suggest"/);
    expect(input(html, 'q')).not.toContain('role=');
  });
});
