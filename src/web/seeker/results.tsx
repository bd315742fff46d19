import type { z } from '@hono/zod-openapi';
import type { Ctx } from '../../context';
import type { JobView } from '../../jobs';
import { type SeekerQuery, SORTS, type Sort, type searchAnswerSchema } from '../../matching';
import { Link } from '../page-frame';
import { RANKING_TEXT } from '../text/privacy';
import { SEARCH_TEXT, SORT_TEXT, LIST_TEXT as TEXT } from '../text/seeker';
import { MODE_TEXT } from '../text/vocabulary';
import { Conditions } from './conditions';
import { JobCard, type Ranked, UnplacedCard } from './job-card';
import { type SearchText, searchPath } from './params';

/** An answer of the search. */
export type Answer = z.infer<typeof searchAnswerSchema>;

interface ResultsProps {
  ctx: Ctx;
  text: SearchText;
  query: SeekerQuery;
  answer: Answer;
  /** Open postings whose place is not known to the door. */
  unplaced: readonly JobView[];
  /** Whether this is a later page of the list. */
  later: boolean;
}

const jobPath = (text: SearchText, id: string) => searchPath(text, {}, `/jobs/${id}`);

function Cards({ items, text }: { items: readonly Ranked[]; text: SearchText }) {
  return (
    <ol class="cards">
      {items.map((item) => (
        <li>
          <JobCard item={item} path={jobPath(text, item.job.id)} />
        </li>
      ))}
    </ol>
  );
}

/** What fits first, what only comes near under a heading of its own. */
function Groups({ answer, text }: Pick<ResultsProps, 'answer' | 'text'>) {
  const exact = answer.items.filter(({ match }) => match.group === 'exact');
  const related = answer.items.filter(({ match }) => match.group === 'related');
  return (
    <>
      {exact.length > 0 && related.length > 0 && (
        <div class="section-title">
          <h2>{TEXT.exact}</h2>
        </div>
      )}
      {exact.length > 0 && <Cards items={exact} text={text} />}
      {related.length > 0 && (
        <>
          <div class="section-title">
            <h2>{TEXT.related}</h2>
            <p class="quiet">{TEXT.relatedHint}</p>
          </div>
          <Cards items={related} text={text} />
        </>
      )}
    </>
  );
}

/** One change each, and what it brings. */
function Relaxations({ answer, text }: Pick<ResultsProps, 'answer' | 'text'>) {
  if (answer.relaxations.length === 0) return null;
  return (
    <section class="relax">
      {answer.items.length > 0 && <p>{TEXT.relax}</p>}
      <ul class="tags">
        {answer.relaxations.map(({ change, text: sentence }) => (
          <li>
            <Link to={searchPath(text, { [change.param]: change.value })} class="button secondary small">
              {sentence}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands first in the list, one link each. */
function Sorts({ text, sort }: { text: SearchText; sort: Sort }) {
  return (
    <p class="sorts">
      <span>{SEARCH_TEXT.sort}</span>
      {SORTS.map((value) => (
        <Link
          to={searchPath(text, { sort: value === 'best' ? null : value })}
          aria-current={value === sort ? 'true' : undefined}
        >
          {SORT_TEXT[value]}
        </Link>
      ))}
    </p>
  );
}

/** 只按距离和时间排: on or off with one link, and where it is said how lists are made. */
function Plain({ text, plain }: { text: SearchText; plain: boolean }) {
  return (
    <p class="sorts">
      {plain && <span>{RANKING_TEXT.plainNow}</span>}
      <Link to={searchPath(text, { plain: plain ? null : '1' })}>
        {plain ? RANKING_TEXT.plainOff : RANKING_TEXT.plainOn}
      </Link>
      <Link to="/ranking">{RANKING_TEXT.how}</Link>
    </p>
  );
}

/** Nothing found is never the end: what else one can do. */
function Nothing({ answer, text, query }: Pick<ResultsProps, 'answer' | 'text' | 'query'>) {
  const wider = query.minutes < 30 ? 30 : 60;
  return (
    <section class="card nothing">
      {answer.notice ? (
        <>
          <h2>{answer.notice.text}</h2>
          <p>{TEXT.noSuchJobMore}</p>
        </>
      ) : (
        <h2>{TEXT.nothing}</h2>
      )}
      <Relaxations answer={answer} text={text} />
      <ul class="plain-list">
        {text.q && (
          <li>
            <Link to={searchPath(text, { q: null })}>{TEXT.withoutWords}</Link>
          </li>
        )}
        {text.free && (
          <li>
            <Link to={searchPath(text, { free: null })}>{TEXT.withoutTime}</Link>
          </li>
        )}
        {query.minutes < 60 && (
          <li>
            <Link to={searchPath(text, { minutes: wider })}>{TEXT.wider(wider)}</Link>
          </li>
        )}
        <li>
          <Link to={searchPath({}, { minutes: 60 })}>{TEXT.allNear}</Link>
        </li>
      </ul>
      <p class="quiet">{TEXT.askDesk}</p>
    </section>
  );
}

/** Whether every way was found along streets. */
function isByStreets({ items }: ResultsProps['answer']): boolean {
  return items.length > 0 && items.every(({ match }) => match.travel.source === 'street');
}

/** The answer: how many, what shaped it, the postings, what one change would add, the next page. */
export function Results(props: ResultsProps) {
  const { ctx, text, query, answer, unplaced, later } = props;
  const found = query.free === null ? TEXT.found : TEXT.foundTime;
  return (
    <section class="results" aria-labelledby="found">
      <div class="results-head">
        <h2 id="found">{found(MODE_TEXT[query.mode], query.minutes, answer.total)}</h2>
        <p class="quiet">{isByStreets(answer) ? TEXT.street : TEXT.estimate}</p>
      </div>
      {answer.notice && answer.items.length > 0 && (
        <p class="banner warn" role="alert">
          {answer.notice.text}
        </p>
      )}
      <Conditions ctx={ctx} text={text} query={query} />
      {answer.items.length > 1 && <Sorts text={text} sort={query.sort} />}
      <Plain text={text} plain={query.plain} />
      {answer.degraded && <p class="banner warn">{TEXT.degraded}</p>}
      {answer.items.length === 0 ? (
        <Nothing answer={answer} text={text} query={query} />
      ) : (
        <>
          <Groups answer={answer} text={text} />
          <p class="actions">
            {answer.next && (
              <Link to={searchPath(text, { cursor: answer.next })} class="button" rel="next">
                {TEXT.next}
              </Link>
            )}
            {later && <Link to={searchPath(text)}>{TEXT.first}</Link>}
          </p>
          <Relaxations answer={answer} text={text} />
        </>
      )}
      {unplaced.length > 0 && (
        <details class="filter-fold">
          <summary>{TEXT.unplaced(unplaced.length)}</summary>
          <p class="quiet">{TEXT.unplacedHint}</p>
          <ul class="cards">
            {unplaced.map((job) => (
              <li>
                <UnplacedCard job={job} path={jobPath(text, job.id)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
