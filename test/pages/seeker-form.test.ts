import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobDraft } from '../support/builders';
import { readable, type Visitor, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** The search form: read without syntax, kept when it is wrong, escaped whatever is in it. */
let t: TestStation;
let anna: Visitor;
beforeAll(async () => {
  t = await openTestStation();
  anna = visitor(t);
});
afterAll(() => t.close());

const field = (html: string, name: string) =>
  new RegExp(`<(?:input|select)[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*>`).exec(html)?.[0] ?? '';

describe('hours in rows', () => {
  it('become the weekly hours of the address', async () => {
    const rows =
      'h.Mo-Fr.from1=08:20&h.Mo-Fr.to1=15:40&h.Sa.from1=22:00&h.Sa.to1=06:00&h.Su.from1=&h.Su.to1=';
    const { status, location } = await anna.get(`/search?mode=walk&minutes=15&from=station&${rows}`);
    expect(status).toBe(303);
    expect(new URL(location ?? '', 'http://x').searchParams.get('free')).toBe(
      'Mo-Fr 08:20-15:40; Sa 22:00-06:00',
    );
  });

  it('stand in the rows again on the list', async () => {
    const { html } = await anna.get('/?free=Mo-Fr%2008:20-15:40;Su%2009:00-24:00');
    expect(field(html, 'h.Mo-Fr.from1')).toContain('value="08:20"');
    expect(field(html, 'h.Mo-Fr.to1')).toContain('value="15:40"');
    expect(field(html, 'h.Su.to1')).toContain('value="00:00"');
    expect(field(html, 'h.Sa.from1')).toContain('value=""');
  });
});

describe('what is chosen', () => {
  it('goes into the address without what was left empty', async () => {
    const { location } = await anna.get(
      '/search?q=+%E6%B4%97%E7%A2%97+&mode=ebike&minutes=30&from=station&settlement=daily&settlement=weekly&benefits=meals&pay_min=25&hours_max=&lat=&lng=',
    );
    const params = Object.fromEntries(new URL(location ?? '', 'http://x').searchParams);
    expect(params).toEqual({
      q: '洗碗',
      mode: 'ebike',
      minutes: '30',
      settlement: 'daily,weekly',
      benefits: 'meals',
      pay_min: '25',
    });
  });

  it('takes the present position only when it was chosen', async () => {
    const here = await anna.get('/search?from=here&lat=35.19&lng=113.26');
    expect(here.location).toBe('/?lat=35.19&lng=113.26');
    const station = await anna.get('/search?from=station&lat=35.19&lng=113.26');
    expect(station.location).toBe('/');
  });

  it('may start from a place of the gazetteer', async () => {
    const [place] = t.open.services.lexicon.places;
    const { location } = await anna.get(`/search?from=${encodeURIComponent(place?.name ?? '')}`);
    expect(location).toBe(`/?lat=${place?.lat}&lng=${place?.lng}`);
  });

  it('shows coordinates of a Chinese map as WGS-84 in the form', async () => {
    const { html } = await anna.get('/?lat=35.1905&lng=113.263&datum=gcj02');
    const lat = Number(/value="([^"]*)"/.exec(field(html, 'lat'))?.[1]);
    expect(Math.abs(lat - 35.1905)).toBeGreaterThan(0.0005);
    expect(Math.abs(lat - 35.1905)).toBeLessThan(0.01);
  });
});

describe('what is wrong', () => {
  it('is said beside each field and at the top, with everything kept', async () => {
    const { status, html } = await anna.get(
      '/search?q=%E6%B4%97%E7%A2%97&mode=bike&minutes=30&from=station&pay_min=viel&h.Mo-Fr.from1=08:00&h.Sa.from1=09:00&h.Sa.to1=09:00',
    );
    expect(status).toBe(400);
    expect(field(html, 'pay_min')).toContain('aria-invalid="true"');
    const [, describedBy = ''] = /aria-describedby="([^"]*)"/.exec(field(html, 'pay_min')) ?? [];
    expect(html).toContain(`id="${describedBy}"`);
    expect(field(html, 'pay_min')).toContain('value="viel"');
    expect(field(html, 'q')).toContain('value="洗碗"');
    expect(field(html, 'h.Mo-Fr.from1')).toContain('value="08:00"');
    expect(html).toMatch(/<option value="bike" selected/);
    const text = readable(html);
    expect(text).toContain('有 3 处需要改一改');
    expect(text).toContain('周一到周五：开始和结束的时间都要填');
    expect(text).toContain('周六：结束时间不能和开始时间相同');
    expect(html).toMatch(/role="alert"[^>]*autofocus/);
    expect(html).toContain('href="#f-pay_min"');
  });

  it('in an address typed by hand is said in the form too', async () => {
    for (const query of ['free=Mo-Xx', 'minutes=999', 'lat=91&lng=0', 'lat=0&lng=0', 'settlement=yearly']) {
      const { status, html } = await anna.get(`/?${query}`);
      expect(status, query).toBe(400);
      expect(html, query).toContain('id="problems"');
    }
  });
});

describe('HTML in what people type', () => {
  const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;

  it('is text in the search', async () => {
    const { html } = await anna.get(`/?q=${encodeURIComponent(evil)}`);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;script&gt;');
  });

  it('is text in a posting, on the list and on its page', async () => {
    const id = await t.openJob(
      jobDraft({
        title: evil,
        description: evil,
        business: { name: evil, kind: 'shop' },
        requirements: { note: evil },
      }),
    );
    for (const path of ['/', `/jobs/${id}`]) {
      const { html } = await anna.get(path);
      expect(html, path).toContain('&lt;script&gt;');
      expect(html, path).not.toContain('<script>alert');
      expect(html, path).not.toContain('<img');
    }
  });
});
