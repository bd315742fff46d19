import { shanghaiDate } from '../../kernel/clock';
import type { PlacementView } from '../../placements';
import { PostForm } from '../forms';
import { dateText } from '../text/jobs';
import { WORK_TEXT as T, termsText, workedText, yuanText } from '../text/work';
import { TellForm } from './conduct';
import { DayField, FigureField, NoteField, WordField } from './inputs';

/** As whom somebody reads a ledger. */
export type Reader = 'worker' | 'employer' | 'staff';
type Day = PlacementView['days'][number];

export interface LedgerProps {
  view: PlacementView;
  reader: Reader;
  /** Address of the placement, under which its forms are taken. */
  path: string;
  /** Shanghai date. */
  today: string;
}

/** One piece of work with what both sides say of hours and pay, and what the reader can say. */
export function Ledger(props: LedgerProps) {
  const { view, reader, path, today } = props;
  const who = view.person ?? T.anonymous;
  return (
    <section class="card" aria-labelledby={`work-${view.id}`}>
      <div class="spread">
        <h2 id={`work-${view.id}`}>{reader === 'employer' ? who : view.job.title}</h2>
        <span class="tag">{termsText(view.pay)}</span>
      </div>
      <p class="quiet">
        {reader === 'worker' && view.business.name}
        {reader === 'employer' && view.job.title}
        {reader === 'staff' && `${view.business.name}　${who}`}
      </p>
      {view.case !== null && (
        <p class="banner warn">{reader === 'employer' ? T.caseShop : T.case(view.case.owner)}</p>
      )}
      {view.days.length === 0 ? (
        <p class="quiet">{T.noDays}</p>
      ) : (
        <ul class="plain-list">
          {view.days.map((day) => (
            <DayLine {...props} day={day} />
          ))}
        </ul>
      )}
      <HoursForm {...props} />
      {reader !== 'employer' && <PaidForm {...props} />}
      {reader !== 'employer' && view.case === null && <UnpaidForm {...props} />}
      {reader !== 'worker' && <TellForm id={view.id} about="worker" path={path} today={today} />}
      {reader !== 'employer' && <TellForm id={view.id} about="employer" path={path} today={today} />}
      {view.history.length > 0 && <History {...props} />}
    </section>
  );
}

function DayLine({ day, reader, path }: LedgerProps & { day: Day }) {
  const said = (minutes: number | null) => (minutes === null ? T.notSaid : workedText(minutes));
  const { own, other } = wordsOf(day, reader);
  const words = [`${T.worker[reader]} ${said(day.worker)}`, `${T.employer[reader]} ${said(day.employer)}`];
  return (
    <li>
      <div class="spread">
        <strong>{dateText(day.date)}</strong>
        <span class="tags">
          {day.agreement === 'agreed' && <span class="tag good">{T.agreed}</span>}
          {day.agreement === 'differs' && <span class="tag bad">{T.differs}</span>}
          {day.overdue && <span class="tag bad">{T.overdue}</span>}
        </span>
      </div>
      <p class="num">{words.join('　')}</p>
      <p class="num">
        {[
          day.owed === null ? T.owedUnknown : T.owed(day.owed),
          day.paidOn === null ? T.due(dateText(day.dueOn)) : T.paid(day.paid, dateText(day.paidOn)),
        ].join('，')}
      </p>
      {day.agreement === 'differs' && day.claimed !== null && <p class="quiet">{T.claimed(day.claimed)}</p>}
      {reader !== 'staff' && other !== null && own !== other && (
        <PostForm to={`${path}/hours`} class="row-actions">
          <input type="hidden" name="date" value={day.date} />
          <input type="hidden" name="hours" value={String(other / 60)} />
          <button type="submit" class="button small secondary">
            {T.same(workedText(other))}
          </button>
        </PostForm>
      )}
    </li>
  );
}

/** What the reader said, and what the other side did. */
function wordsOf(day: Day, reader: Reader): { own: number | null; other: number | null } {
  return reader === 'employer'
    ? { own: day.employer, other: day.worker }
    : { own: day.worker, other: day.employer };
}

function HoursForm({ view, reader, path, today }: LedgerProps) {
  return (
    <details class="fold" open={reader !== 'staff' && view.days.length === 0}>
      <summary>{T.sayHours}</summary>
      <PostForm to={`${path}/hours`} class="fold-body" label={`${T.sayHours}：${view.job.title}`}>
        {reader === 'staff' && (
          <WordField
            of={view.id}
            name="side"
            label={T.side}
            words={Object.entries(T.sides).map(([value, label]) => [value, label] as const)}
          />
        )}
        <DayField of={view.id} name="date" label={T.date} value={today} today={today} />
        <FigureField of={view.id} name="hours" label={T.hours} hint={T.hoursHint} unit={T.hoursUnit} />
        <div class="actions">
          <button type="submit" class="button">
            {T.sayHours}
          </button>
        </div>
      </PostForm>
    </details>
  );
}

/** Whether somebody could say that they were paid for it. */
const isOpen = (day: Day) => day.open !== 0;

function PaidForm({ view, path, today }: LedgerProps) {
  const open = view.days.filter(isOpen);
  if (open.length === 0) return null;
  // What falls due first is what somebody has just been given.
  const first = open.map(({ dueOn }) => dueOn).sort()[0] ?? today;
  const isGiven = ({ dueOn }: Day) => dueOn <= first || dueOn < today;
  const given = open.filter(isGiven);
  const known = given.every((day) => day.owed !== null);
  const fen = given.reduce((sum, day) => sum + Math.round((day.owed ?? 0) * 100), 0);
  return (
    <details class="fold">
      <summary>{T.paidTitle}</summary>
      <PostForm to={`${path}/paid`} class="fold-body" label={`${T.paidTitle}：${view.job.title}`}>
        <div class="choices">
          {open.map((day) => (
            <label class="choice">
              <input type="checkbox" name="dates" value={day.date} checked={isGiven(day)} />
              <span class="num">
                {dateText(day.date)}
                {day.owed !== null && <small>{yuanText(day.owed)}</small>}
              </span>
            </label>
          ))}
        </div>
        <FigureField
          of={view.id}
          name="amount"
          label={T.paidAmount}
          value={known ? fen / 100 : undefined}
          unit={T.yuanUnit}
        />
        <DayField of={view.id} name="paidOn" label={T.paidOn} value={today} today={today} />
        <div class="actions">
          <button type="submit" class="button">
            {T.sayPaid}
          </button>
        </div>
      </PostForm>
    </details>
  );
}

function UnpaidForm({ view, path }: LedgerProps) {
  return (
    <details class="fold">
      <summary>{T.unpaidTitle}</summary>
      <PostForm to={`${path}/unpaid`} class="fold-body" label={`${T.unpaidTitle}：${view.job.title}`}>
        <p>{T.unpaidLead}</p>
        <NoteField of={`unpaid-${view.id}`} name="note" label={T.unpaidNote} />
        <div class="actions">
          <button type="submit" class="button danger">
            {T.sayUnpaid}
          </button>
        </div>
      </PostForm>
    </details>
  );
}

function History({ view, reader }: LedgerProps) {
  return (
    <details class="fold">
      <summary>{T.history}</summary>
      <p class="hint">{T.historyHint}</p>
      <ul class="plain-list fold-body">
        {view.history.map((entry) => {
          const who = T[entry.side][reader];
          const text =
            entry.kind === 'hours'
              ? T.hoursLine(who, workedText(entry.minutes ?? 0))
              : T.paidLine(entry.amount ?? 0, dateText(entry.paidOn ?? entry.date));
          return (
            <li class="spread">
              <span class="num">{`${dateText(entry.date)}　${text}${entry.atDesk ? T.atDesk : ''}`}</span>
              <span class="quiet">{dateText(shanghaiDate(Date.parse(entry.at)))}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
