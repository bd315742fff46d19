import type { Child } from 'hono/jsx';
import { unplacedJobs, viewOf } from '../../jobs';
import { DomainError } from '../../kernel/errors';
import { formatWeek } from '../../kernel/week-syntax';
import { readQuery, type SearchParams, search, searchAnswer } from '../../matching';
import { type FormState, freshForm, refusedForm } from '../form-state';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, type FormInput, type PageContext } from '../page-env';
import { ERASE_TEXT } from '../text/privacy';
import { LIST_TEXT, SEARCH_TEXT } from '../text/seeker';
import { Filters } from './filters';
import { formOfSearch, parseSearch, type SearchText, searchOfForm, searchPath, searchText } from './params';
import { Results } from './results';

/** Postings on one page of the list: as many as one scrolls through without tiring. */
const PAGE_SIZE = 15;
const UNPLACED_SHOWN = 5;

/** Pointers of parameters are names of fields, but for the ones that stand in no field. */
const fieldOf = (pointer: string) => {
  const name = pointer.slice(1);
  if (name === 'free') return 'hours';
  return name === 'lat' || name === 'lng' || name === 'datum' ? 'from' : name;
};

/** The list of postings: `/`, and `/search` where its form is read into an address that can be shared. */
export const listPages = createPageRouter();

listPages.get('/search', (c) => {
  const ctx = c.get('ctx');
  const sent: FormInput = c.req.queries();
  try {
    // On a phone the answer stands below the form: the reader is taken there.
    return goTo(c, `${searchPath(searchOfForm(ctx, sent))}#found`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const values = { ...freshForm(formOfSearch(ctx, {}, null)).values, ...sent };
    return refusedList(c, {}, refusedForm(values, error, fieldOf));
  }
});

listPages.get('/', async (c) => {
  const ctx = c.get('ctx');
  const text = searchText(c.req.query());
  let params: SearchParams;
  try {
    params = parseSearch(text);
    readQuery(ctx, params);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refusedList(c, text, refusedForm(freshForm(formOfSearch(ctx, text, null)).values, error, fieldOf));
  }
  try {
    return await answeredList(c, text, params);
  } catch (error) {
    // A place in a list that has changed its shape: the list is read from its start.
    if (error instanceof DomainError && error.code === 'cursor_invalid') return goTo(c, searchPath(text));
    throw error;
  }
});

async function answeredList(c: PageContext, given: SearchText, params: SearchParams): Promise<Response> {
  const ctx = c.get('ctx');
  const query = readQuery(ctx, params);
  // What was read out of the words stands among what was understood, and is nothing that was chosen.
  const text = given.free !== undefined && query.free ? { ...given, free: formatWeek(query.free) } : given;
  const cursor = c.req.query('cursor') || undefined;
  const [result, unplaced] = await Promise.all([
    search(ctx, query, { limit: PAGE_SIZE, cursor }),
    cursor === undefined ? unplacedJobs(ctx, UNPLACED_SHOWN) : [],
  ]);
  const now = ctx.clock.now();
  const answer = searchAnswer(result, query, { now, engine: ctx.text.engine });
  const form = freshForm(formOfSearch(ctx, text, params));
  return listPage(
    c,
    { form, text },
    <Results
      ctx={ctx}
      text={text}
      query={query}
      answer={answer}
      unplaced={unplaced.map((found) => viewOf(found, now))}
      later={cursor !== undefined}
    />,
  );
}

function refusedList(c: PageContext, text: SearchText, form: FormState): Promise<Response> {
  return listPage(c, { form, text }, <p class="banner warn">{SEARCH_TEXT.wrong}</p>, 400);
}

function listPage(
  c: PageContext,
  { form, text }: { form: FormState; text: SearchText },
  results: Child,
  status?: 400,
): Promise<Response> {
  return page(
    c,
    { title: SEARCH_TEXT.title, section: 'jobs', scripts: ['location.js', 'suggest.js'], status },
    <>
      {c.req.query('done') === 'deleted' && (
        <p class="banner good" role="status">
          {LIST_TEXT.deleted}
        </p>
      )}
      {c.req.query('done') === 'locked' && (
        <p class="banner good" role="status">
          {ERASE_TEXT.locked}
        </p>
      )}
      <h1 class="list-title">{SEARCH_TEXT.title}</h1>
      <div class="search-layout">
        <Filters ctx={c.get('ctx')} form={form} text={text} />
        {results}
      </div>
    </>,
  );
}
