import { DEVICES } from '../../accounts';
import type { AccessLineView } from '../../candidates';
import type { ConductView } from '../../conduct';
import { shanghaiDate } from '../../kernel/clock';
import type { LedgerCopy } from '../../placements';
import type { CandidateExport, VisitCopy } from '../../rights';
import { WHO_TEXT } from '../text/access';
import { ACCOUNT_TEXT } from '../text/account';
import { INTAKE_TEXT } from '../text/intake';
import { dateText } from '../text/jobs';
import { ME_TEXT, REFERRAL_TEXT } from '../text/me';
import { COPY_TEXT as T } from '../text/privacy';
import { CASE_TEXT, conductText, termsText, viewText, WORK_TEXT, workedText, yuanText } from '../text/work';

/** The Shanghai date of an instant, in words. */
export const dayOf = (iso: string): string => dateText(shanghaiDate(Date.parse(iso)), true);
const onDate = (date: string) => dateText(date, true);

/** A line of the access log in words. */
export function accessLine({ who, business, text, why }: AccessLineView): string {
  const name = business === null ? (WHO_TEXT[who] ?? who) : `${WHO_TEXT[who] ?? who}（${business}）`;
  return why === null ? `${name}：${text}` : `${name}：${text}。${why}`;
}

/** What a posting is called, and by whom it is. */
export function postingText({ title, business }: { title: string | null; business: string | null }): string {
  return [title ?? T.goneJob, business].filter(Boolean).join('，');
}

/** A consent: what for, how and when it was given, when it was taken back. */
export function consentLine(name: string, one: Omit<VisitCopy['consents'][number], 'purpose' | 'business'>) {
  return [
    name,
    ME_TEXT.given(dayOf(one.givenAt)),
    INTAKE_TEXT.channels[one.channel],
    ...(one.witness === null ? [] : [T.witness(one.witness)]),
    T.version(one.textVersion),
    ...(one.withdrawnAt === null ? [] : [T.withdrawn(dayOf(one.withdrawnAt))]),
  ].join('，');
}

/** The account somebody signs in with, and its sessions. */
export function accountLines(account: CandidateExport['account']): string[] {
  if (account === null) return [T.noAccount];
  return [
    [account.name, account.phone, T.since(dayOf(account.since))].filter(Boolean).join('，'),
    ...account.sessions.map(({ device, since, until }) =>
      T.session(
        ACCOUNT_TEXT.devices[DEVICES.find((known) => known === device) ?? 'other'],
        dayOf(since),
        dayOf(until),
      ),
    ),
  ];
}

/** Where somebody was sent, and what was written down of it. */
export function referralLines(referrals: VisitCopy['referrals']): string[] {
  return referrals.flatMap(({ events, state, at, ...posting }) => [
    `${dayOf(at)} ${postingText(posting)}：${REFERRAL_TEXT[state]}`,
    ...events.map(({ kind, at: on, note }) =>
      T.event(dayOf(on), [REFERRAL_TEXT[kind], note].filter(Boolean).join('，')),
    ),
  ]);
}

/** One piece of work: the agreed pay, how each date stands, every word that was said, every case. */
export function ledgerLines({ pay, hiredAt, days, history, cases }: LedgerCopy): string[] {
  const said = (minutes: number | null) => (minutes === null ? WORK_TEXT.notSaid : workedText(minutes));
  return [
    [termsText(pay), T.hired(dayOf(hiredAt))].join('，'),
    ...days.map((day) =>
      [
        `${onDate(day.date)} ${WORK_TEXT.worker.worker} ${said(day.worker)}`,
        `${WORK_TEXT.employer.worker} ${said(day.employer)}`,
        day.owed === null ? WORK_TEXT.owedUnknown : WORK_TEXT.owed(day.owed),
        day.paidOn === null ? WORK_TEXT.due(onDate(day.dueOn)) : WORK_TEXT.paid(day.paid, onDate(day.paidOn)),
      ].join('，'),
    ),
    ...history.map((entry) => {
      const what =
        entry.kind === 'hours'
          ? WORK_TEXT.hoursLine(WORK_TEXT[entry.side].worker, workedText(entry.minutes ?? 0))
          : WORK_TEXT.paidLine(entry.amount ?? 0, onDate(entry.paidOn ?? entry.date));
      return T.word(dayOf(entry.at), onDate(entry.date), `${what}${entry.atDesk ? WORK_TEXT.atDesk : ''}`);
    }),
    ...cases.flatMap(caseLines),
  ];
}

function caseLines({ reason, state, amount, outcome, openedAt, steps }: LedgerCopy['cases'][number]) {
  const line = [
    `${CASE_TEXT.title}：${CASE_TEXT.since(dayOf(openedAt))}`,
    CASE_TEXT.reason[reason],
    amount === null ? CASE_TEXT.leftUnknown : yuanText(amount),
    outcome === null ? CASE_TEXT.state[state] : CASE_TEXT.outcomes[outcome],
  ];
  const done = steps.map(({ kind, at, note }) =>
    T.event(dayOf(at), [CASE_TEXT.step[kind], note].filter(Boolean).join('：')),
  );
  return [line.join('，'), ...done];
}

/** A fact about keeping an appointment: what each side says, and how it stands. */
export function conductLine(fact: ConductView): string {
  const standing =
    fact.decision !== null
      ? WORK_TEXT[fact.decision]
      : fact.appealedAt !== null
        ? WORK_TEXT.appealing
        : fact.counts
          ? WORK_TEXT.counts
          : WORK_TEXT.notCounts;
  return [
    `${onDate(fact.date)} ${conductText(fact)}`,
    [fact.title, fact.business.name].join('，'),
    fact.note,
    fact.view === null ? null : viewText({ about: fact.about, view: fact.view }),
    fact.viewNote,
    standing,
    fact.reason === null ? null : `${WORK_TEXT.reason}：${fact.reason}`,
    WORK_TEXT.until(dayOf(fact.expiresAt)),
  ]
    .filter(Boolean)
    .join('。');
}

/** A message that a posting was blocked. */
export function warningLine({ state, at, ...posting }: VisitCopy['warnings'][number]): string {
  return `${dayOf(at)} ${postingText(posting)}：${T.warned[state]}`;
}
