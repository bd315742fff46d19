import type { ConductView } from '../../conduct';
import { shanghaiDate } from '../../kernel/clock';
import { CASE_OUTCOMES, type WageCaseHistory, type WageCaseView } from '../../placements';
import { RadioField, SelectField, TextArea } from '../fields';
import { type FormState, freshForm } from '../form-state';
import { ErrorSummary, PostForm } from '../forms';
import { withParams } from '../links';
import { Link } from '../page-frame';
import { type Cut, Pager } from '../pager';
import { dateText } from '../text/jobs';
import { CASE_TEXT as T, WORK_TEXT } from '../text/work';
import { ConductLine } from '../work/conduct';
import { NoteField } from '../work/inputs';

const dayOf = (iso: string) => dateText(shanghaiDate(Date.parse(iso)));
const leftOf = ({ open }: WageCaseView) => (open === null ? T.leftUnknown : T.left(open));
const ownerOf = ({ owner }: WageCaseView) => (owner === null ? T.noOwner : T.owner(owner.name));
const TONE = { open: 'tag bad', handed_over: 'tag warn', closed: 'tag good' } as const;

/** Cases of pay that has not come: since when, how much, who looks after it. */
export function CaseList({
  cases,
  all,
  business,
  later,
}: {
  cases: Cut<WageCaseView>;
  /** Whether closed ones are among them. */
  all: boolean;
  /** Of one business only. */
  business: string | null;
  later: boolean;
}) {
  const open = withParams('/desk/cases', { business });
  const every = withParams('/desk/cases', { business, all: '1' });
  return (
    <>
      <h1 class="page-head">{T.title}</h1>
      <nav class="tabs" aria-label={T.title}>
        <Link to={open} aria-current={all ? undefined : 'true'}>
          {T.open}
        </Link>
        <Link to={every} aria-current={all ? 'true' : undefined}>
          {T.all}
        </Link>
      </nav>
      {cases.rows.length === 0 ? (
        <p class="card">{T.none}</p>
      ) : (
        <ul class="card plain-list">
          {cases.rows.map((view) => (
            <li class="spread">
              <div>
                <Link to={`/desk/cases/${view.id}`}>{`${view.business.name}　${view.job.title}`}</Link>
                <p class="quiet">
                  {[
                    view.person ?? WORK_TEXT.anonymous,
                    T.reason[view.reason],
                    T.since(dayOf(view.openedAt)),
                  ].join('　')}
                </p>
              </div>
              <div>
                <p class="num">
                  {[view.dueOn === null ? '' : T.due(dateText(view.dueOn)), leftOf(view)]
                    .filter(Boolean)
                    .join('　')}
                </p>
                <p>
                  <span class={TONE[view.state]}>{T.state[view.state]}</span> {ownerOf(view)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Pager path={all ? every : open} next={cases.next} later={later} />
    </>
  );
}

/** One case: what it is about, what was done, what comes next. */
export function CaseSheet({
  view,
  owners,
  form,
}: {
  view: WageCaseHistory;
  owners: readonly { id: string; name: string; openCases: number }[];
  form: FormState;
}) {
  const person =
    view.candidateId !== null
      ? `/desk/candidates/${view.candidateId}`
      : view.walkInId !== null
        ? `/desk/walk-ins/${view.walkInId}`
        : null;
  return (
    <div class="middle">
      <p class="back">
        <Link to="/desk/cases">{WORK_TEXT.back}</Link>
      </p>
      <h1 class="page-head">{`${view.business.name}　${view.job.title}`}</h1>
      <section class="card">
        <p>
          <span class={TONE[view.state]}>{T.state[view.state]}</span> {ownerOf(view)}
        </p>
        <p>
          {[view.person ?? WORK_TEXT.erased, T.reason[view.reason], T.since(dayOf(view.openedAt))].join('　')}
        </p>
        <p class="num">
          {[view.dueOn === null ? '' : T.due(dateText(view.dueOn)), leftOf(view)].filter(Boolean).join('　')}
        </p>
        <p class="actions">
          <Link to={`/desk/work/${view.placementId}`} class="button secondary small">
            {T.ledger}
          </Link>
          {person !== null && <Link to={person}>{T.person}</Link>}
        </p>
      </section>
      <section class="card" aria-labelledby="steps">
        <h2 id="steps">{T.steps}</h2>
        <ol class="plain-list">
          {view.steps.map((step) => (
            <li>
              <div class="spread">
                <span>
                  <strong>{T.step[step.kind]}</strong> {step.by ?? T.system}
                  {step.kind === 'handed_over' && step.owner !== null && `　${T.to(step.owner)}`}
                </span>
                <span class="quiet">{dayOf(step.at)}</span>
              </div>
              {step.note !== null && <p>{step.note}</p>}
            </li>
          ))}
        </ol>
      </section>
      {view.state !== 'closed' && <NextSteps view={view} owners={owners} form={form} />}
    </div>
  );
}

function NextSteps({ view, owners, form }: Parameters<typeof CaseSheet>[0]) {
  const to = `/desk/cases/${view.id}/steps`;
  const kind = form.values.kind?.at(-1);
  // What was refused stands in its own form only.
  const formOf = (one: string) => (kind === one ? form : freshForm({ ownerId: view.owner?.id }));
  return (
    <>
      <PostForm to={to} class="card" label={T.handOver}>
        <h2>{T.handOver}</h2>
        <input type="hidden" name="kind" value="handed_over" />
        {kind === 'handed_over' && <ErrorSummary form={form} labels={{ ownerId: T.handTo }} />}
        <SelectField
          form={formOf('handed_over')}
          name="ownerId"
          label={T.handTo}
          options={owners.map(({ id, name, openCases }) => ({
            value: id,
            label: T.ownerOption(name, openCases),
          }))}
        />
        <NoteField of="hand" name="note" label={T.note} />
        <div class="actions">
          <button type="submit" class="button secondary">
            {T.handOver}
          </button>
        </div>
      </PostForm>
      <PostForm to={to} class="card" label={T.addNote}>
        <h2>{T.addNote}</h2>
        <input type="hidden" name="kind" value="noted" />
        {kind === 'noted' && <ErrorSummary form={form} labels={{}} />}
        <NoteField of="noted" name="note" label={T.note} />
        <div class="actions">
          <button type="submit" class="button secondary">
            {T.addNote}
          </button>
        </div>
      </PostForm>
      <PostForm to={to} class="card" label={T.close}>
        <h2>{T.close}</h2>
        <p class="hint">{T.closeLead}</p>
        <input type="hidden" name="kind" value="closed" />
        {kind === 'closed' && <ErrorSummary form={form} labels={{ outcome: T.outcome, note: T.followUp }} />}
        <RadioField
          form={formOf('closed')}
          name="outcome"
          label={T.outcome}
          required
          options={CASE_OUTCOMES.map((value) => ({ value, label: T.outcomes[value] }))}
        />
        <TextArea form={formOf('closed')} name="note" label={T.followUp} rows={3} maxlength={500} required />
        <div class="actions">
          <button type="submit" class="button">
            {T.close}
          </button>
        </div>
      </PostForm>
    </>
  );
}

/** Appeals that wait for a decision, each with what both sides say. */
export function Appeals({ facts }: { facts: readonly ConductView[] }) {
  return (
    <section class="card" aria-labelledby="appeals">
      <h2 id="appeals">{T.appealsTitle}</h2>
      {facts.length === 0 && <p class="quiet">{T.noAppeals}</p>}
      <ul class="plain-list">
        {facts.map((fact) => (
          <li>
            <ConductLine fact={fact} />
            <PostForm to={`/desk/conduct/${fact.id}/decide`} label={T.appealsTitle}>
              <NoteField of={fact.id} name="reason" label={T.decision} />
              <div class="actions">
                <button type="submit" name="decision" value="upheld" class="button secondary small">
                  {T.uphold}
                </button>
                <button type="submit" name="decision" value="struck" class="button small">
                  {T.strike}
                </button>
              </div>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
