import type { Ctx } from '../../context';
import type { WalkInView } from '../../desk';
import type { Benefit, Settlement } from '../../kernel/vocabulary';
import { formatWeek } from '../../kernel/week-syntax';
import { type SeekerQuery, understoodOf } from '../../matching';
import { type Fact, Facts, TimeNotices } from '../facts';
import { PostForm } from '../forms';
import { Link } from '../page-frame';
import { placeAt } from '../starting-places';
import { DESK_TEXT, VISIT_TEXT as T } from '../text/desk';
import { HEARD_TEXT } from '../text/intake';
import { TIME_TEXT } from '../text/time';
import { BENEFIT_TEXT, MODE_TEXT, SETTLEMENT_TEXT, weekText } from '../text/vocabulary';
import { anchorLines, exceptionLines } from '../time-lines';
import { saidBack } from './heard';
import { clockText, dayText } from './home';

/** What was written down of a visitor, and what was understood of their words. */
export function Summary({ ctx, walkIn, query }: { ctx: Ctx; walkIn: WalkInView; query: SeekerQuery }) {
  const from = walkIn.origin === null ? T.station : (placeAt(ctx, walkIn.origin) ?? T.ownPoint);
  const facts: Fact[] = [
    [T.phone, walkIn.phone],
    [T.words, walkIn.text],
    [T.understood, understoodText(query)],
    [HEARD_TEXT.heard, query.understood && saidBack(query.understood).readBack],
    [T.unsure, query.understood?.unsure.join('、') || null],
    [T.from, from],
    [T.travel, T.travelOf(MODE_TEXT[walkIn.mode], walkIn.minutes)],
    [
      T.free,
      walkIn.free !== null
        ? weekText(walkIn.free)
        : query.free === null
          ? T.anytime
          : weekText(formatWeek(query.free)),
    ],
    [TIME_TEXT.anchors, anchorLines(ctx, walkIn.anchors)],
    [TIME_TEXT.exceptionsSaid, exceptionLines(walkIn.exceptions)],
    [T.hoursMax, walkIn.hoursMax === null ? null : T.hours(walkIn.hoursMax)],
    [T.occupations, walkIn.occupations.join('、') || null],
    [T.at, clockText(walkIn.createdAt)],
  ];
  return (
    <section class="card" aria-labelledby="summary-title">
      <div class="spread">
        <h2 id="summary-title">{walkIn.name ?? DESK_TEXT.anonymous}</h2>
        <Link to={`/desk/walk-ins/${walkIn.id}?edit=1`} accesskey="e" title="Alt+E">
          {T.edit}
        </Link>
      </div>
      <dl class="facts">
        <Facts of={facts} />
      </dl>
      <TimeNotices notices={walkIn.notices} />
    </section>
  );
}

function understoodText(query: SeekerQuery): string | null {
  const { occupations, settlement, benefits } = understoodOf(query);
  const parts = [
    ...occupations,
    ...(settlement ? [SETTLEMENT_TEXT[settlement as Settlement]] : []),
    ...(benefits ?? []).map((benefit) => BENEFIT_TEXT[benefit as Benefit]),
  ];
  return parts.join('、') || null;
}

/** Visits that look like the same person's; the older one is merged into this. */
export function Duplicates({ id, visits }: { id: string; visits: readonly WalkInView[] }) {
  if (visits.length === 0) return null;
  return (
    <section class="card duplicates" aria-labelledby="duplicates-title">
      <h2 id="duplicates-title">{T.duplicates}</h2>
      <p class="hint">{T.duplicatesHint}</p>
      <ul class="plain-list">
        {visits.map((other) => (
          <li class="spread">
            <span>
              <Link to={`/desk/walk-ins/${other.id}`}>{other.name ?? DESK_TEXT.anonymous}</Link>{' '}
              <span class="quiet num">{`${dayText(other.createdAt)} ${clockText(other.createdAt)}`}</span>
            </span>
            <PostForm to={`/desk/walk-ins/${id}/merge`}>
              <input type="hidden" name="from" value={other.id} />
              <button type="submit" class="button small secondary">
                {T.merge}
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
