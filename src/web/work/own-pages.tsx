import { listConduct } from '../../conduct';
import type { Ctx } from '../../context';
import { today } from '../../jobs';
import { listPlacements } from '../../placements';
import { type FormState, freshForm, takeForm } from '../form-state';
import { ErrorSummary } from '../forms';
import type { Section } from '../header';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, type PageContext } from '../page-env';
import { cutPage, Pager, startOf } from '../pager';
import { WORK_TEXT as T } from '../text/work';
import { ConductFacts } from './conduct';
import { Ledger } from './ledger';
import { takeAppeal, takeConduct, takeHours, takePaid, takeUnpaid } from './take';

const PAGE = 20;
const FACTS = 50;
type Status = 200 | 401 | 409 | 422 | 429 | 503;

/** Whose pages of work these are. */
export interface WorkArea {
  base: '/me' | '/shop';
  section: Section;
  reader: 'worker' | 'employer';
  title: string;
  lead: string;
  none: string;
  /** @throws DomainError for those whose pages these are not */
  admit(ctx: Ctx): void;
}

const DONE: Readonly<Record<string, string>> = {
  said: T.done,
  unpaid: T.doneUnpaid,
  appeal: T.doneAppeal,
};
/** What the fields are called where something is wrong with them. */
const LABELS = {
  date: T.date,
  hours: T.hours,
  amount: T.paidAmount,
  paidOn: T.paidOn,
  dates: T.date,
  note: T.appealNote,
};
const fieldOf = (pointer: string) => {
  const field = pointer.split('/')[1] ?? '';
  return field === 'minutes' ? 'hours' : field;
};

/** Pages on which a worker, or a business, keeps hours and pay. */
export function ownWorkPages(area: WorkArea) {
  const router = createPageRouter();
  const list = `${area.base}/work`;

  async function draw(c: PageContext, form: FormState, status: Status = 200): Promise<Response> {
    const ctx = c.get('ctx');
    const before = startOf(c);
    const [found, facts] = await Promise.all([
      listPlacements(ctx, { before, limit: PAGE + 1 }),
      listConduct(ctx, { limit: FACTS }),
    ]);
    const { rows, next } = cutPage(found, PAGE, ({ id }) => id);
    const done = DONE[c.req.query('done') ?? ''];
    const day = today(ctx);
    return page(
      c,
      { title: area.title, section: area.section, status },
      <div class="middle">
        {done !== undefined && (
          <p class="banner good" role="status">
            {done}
          </p>
        )}
        <div class="page-head">
          <h1>{area.title}</h1>
          <p>{area.lead}</p>
        </div>
        <WorkProblems form={form} />
        {rows.length === 0 && <p class="card">{area.none}</p>}
        {rows.map((view) => (
          <Ledger view={view} reader={area.reader} path={`${list}/${view.id}`} today={day} />
        ))}
        <Pager path={list} next={next} later={before !== undefined} />
        <ConductFacts facts={facts} to={`${area.base}/conduct`} />
      </div>,
    );
  }

  const taking = (take: (c: PageContext) => Promise<void>, done: string) => (c: PageContext) => {
    area.admit(c.get('ctx'));
    return takeForm(
      c.get('form'),
      async () => {
        await take(c);
        return goTo(c, `${list}?done=${done}`);
      },
      (form, status) => draw(c, form, status),
      fieldOf,
    );
  };
  router.get(list, (c) => {
    area.admit(c.get('ctx'));
    return draw(c, freshForm());
  });
  router.post(`${list}/:id/hours`, taking(takeHours, 'said'));
  router.post(`${list}/:id/conduct`, taking(takeConduct, 'said'));
  router.post(`${area.base}/conduct/:id/answer`, taking(takeAppeal, 'appeal'));
  if (area.reader === 'worker') {
    router.post(`${list}/:id/paid`, taking(takePaid, 'said'));
    router.post(`${list}/:id/unpaid`, taking(takeUnpaid, 'unpaid'));
  }
  return router;
}

/** What was wrong with a small form, at the top of the page: there it stands several times, none is named. */
export function WorkProblems({ form }: { form: FormState }) {
  const sentences = Object.fromEntries(
    Object.entries(form.errors).map(([name, sentence]) => {
      const label = (LABELS as Record<string, string>)[name];
      return [`${name}-`, label === undefined ? sentence : `${label}：${sentence}`];
    }),
  );
  return <ErrorSummary form={{ ...form, errors: sentences }} labels={{}} />;
}
