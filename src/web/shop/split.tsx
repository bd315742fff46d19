import type { Split } from '../../candidates';
import type { JobRecord } from '../../jobs';
import { formatClock } from '../../kernel/week-syntax';
import { Link } from '../page-frame';
import { dateText, spanText } from '../text/jobs';
import { SPLIT_TEXT as T } from '../text/split';
import { daysText } from '../text/vocabulary';
import { MOST_ROWS, scheduleFields } from './shift-rows';

/** The hours cut into parts, when nobody could come to all of them; a way to the form with the parts filled in. */
export function SplitHint({
  split,
  job,
  path,
}: {
  split: Split | null;
  job: Pick<JobRecord, 'schedule'>;
  path: string;
}) {
  if (split === null) return null;
  const isCut = split.rules.length > (job.schedule?.rules.length ?? 0);
  return (
    <section class="card" aria-labelledby="split-title">
      <h2 id="split-title">{T.title}</h2>
      <p>{isCut ? T.lead(split.people) : T.uncut(split.people)}</p>
      <ul class="plain-list">
        {split.shifts.map(({ rule, people }) => (
          <li class="spread">
            <span class="num">
              {`${rule.date === null ? daysText(rule.days ?? 'Mo-Su') : dateText(rule.date)} ${spanText(formatClock(rule.startMinute), formatClock(rule.endMinute))}`}
            </span>
            <span class={people === 0 ? 'tag warn' : 'tag good'}>{T.people(people)}</span>
          </li>
        ))}
      </ul>
      <p class="quiet">{T.covered(split.coveredMinutes, split.neededMinutes)}</p>
      {split.rules.length <= MOST_ROWS && (
        <>
          <p class="hint">{T.editHint}</p>
          <p class="actions">
            <Link to={`${path}/edit?split=1`} class="button secondary">
              {T.edit}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}

/** The most people that a posting may ask for. */
const MOST_PEOPLE = 999;

/** Fields of the form for a split: any one part is enough, and as many more people as there are parts, two at least. */
export function splitFields(split: Split, job: JobRecord): Record<string, readonly string[]> {
  const parts = split.rules.length / Math.max(1, job.schedule?.rules.length ?? 1);
  return {
    ...scheduleFields({
      kind: 'shifts',
      atLeast: 1,
      hoursPerWeek: null,
      minBlockMinutes: null,
      rules: split.rules,
    }),
    headcount: [String(Math.min(MOST_PEOPLE, job.headcount * Math.max(2, Math.ceil(parts))))],
  };
}
