import type { AccessLineView } from '../../candidates';
import type { Ctx } from '../../context';
import { shanghaiDate } from '../../kernel/clock';
import type { CandidateExport, VisitCopy } from '../../rights';
import { type Fact, Facts } from '../facts';
import { SLIP_TEXT, VISIT_TEXT } from '../text/desk';
import { INTAKE_TEXT } from '../text/intake';
import { dateText } from '../text/jobs';
import { INTEREST_TEXT, ME_TEXT, PROFILE_TEXT, PURPOSE_TEXT } from '../text/me';
import { SHARE_TEXT, COPY_TEXT as T } from '../text/privacy';
import { TIME_TEXT } from '../text/time';
import { certificateText, MODE_TEXT, weekText } from '../text/vocabulary';
import { anchorLines, exceptionLines } from '../time-lines';
import {
  accessLine,
  accountLines,
  conductLine,
  consentLine,
  dayOf,
  ledgerLines,
  postingText,
  referralLines,
  warningLine,
} from './lines';

/** Who read what and when, a line each. */
export function AccessLines({ lines }: { lines: readonly AccessLineView[] }) {
  return (
    <ul class="plain-list">
      {lines.map((line) => (
        <li class="spread">
          <span>{accessLine(line)}</span>
          <span class="quiet">{dayOf(line.at)}</span>
        </li>
      ))}
    </ul>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p class="quiet">{T.none}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What the station did for somebody, and what came of it. */
function Doings({ of }: { of: Omit<VisitCopy, 'shortlist' | 'consents'> | CandidateExport }) {
  return (
    <>
      <Lines title={T.referrals} lines={referralLines(of.referrals)} />
      {of.placements.length === 0 && <Lines title={T.ledger} lines={[]} />}
      {of.placements.map((ledger) => (
        <Lines
          title={`${T.ledger}：${postingText({ title: ledger.job.title, business: ledger.business.name })}`}
          lines={ledgerLines(ledger)}
        />
      ))}
      <Lines title={T.conduct} lines={of.conduct.map(conductLine)} />
      <Lines title={T.warnings} lines={of.warnings.map(warningLine)} />
      <Lines title={T.access} lines={of.access.map((line) => `${dayOf(line.at)} ${accessLine(line)}`)} />
    </>
  );
}

function Head({ now }: { now: number }) {
  return (
    <>
      <h1>{T.title}</h1>
      <p class="quiet">{T.made(dateText(shanghaiDate(now), true))}</p>
      <p class="no-print">
        <button type="button" class="button secondary" data-print hidden>
          {SLIP_TEXT.print}
        </button>
      </p>
    </>
  );
}

const pointText = (point: { lat: number; lng: number } | null) => point && `${point.lat}, ${point.lng}`;
const travelText = (mode: VisitCopy['mode'], minutes: number) =>
  `${MODE_TEXT[mode]}，${PROFILE_TEXT.minutes} ${minutes} ${ME_TEXT.minutes}`;
/** What was not said is said to be so: a person shall see that nothing stands there. */
const orNot = (facts: readonly Fact[]): Fact[] =>
  facts.map(([name, value]) => [name, value === null || value.length === 0 ? ME_TEXT.notSaid : value]);

/** Everything that is held about a person with a profile, for printing. */
export function CopyView({ ctx, copy }: { ctx: Ctx; copy: CandidateExport }) {
  const { profile } = copy;
  const facts: Fact[] = [
    [PROFILE_TEXT.name, profile.name],
    [PROFILE_TEXT.phone, profile.phone],
    [PROFILE_TEXT.birth, profile.birthDate],
    [PROFILE_TEXT.from, pointText(profile.home)],
    [PROFILE_TEXT.mode, travelText(profile.mode, profile.minutes)],
    [PROFILE_TEXT.hours, profile.free && weekText(profile.free)],
    [TIME_TEXT.anchors, anchorLines(ctx, profile.anchors)],
    [TIME_TEXT.exceptionsSaid, exceptionLines(profile.exceptions)],
    [PROFILE_TEXT.hoursMax, profile.hoursMax === null ? null : String(profile.hoursMax)],
    [PROFILE_TEXT.occupations, profile.occupations.join('、')],
    [PROFILE_TEXT.certificates, profile.certificates.map(certificateText).join('、')],
    [T.plain, profile.plain ? T.yes : T.no],
    [T.profileSince, dayOf(profile.since)],
  ];
  return (
    <div class="middle copy">
      <Head now={ctx.clock.now()} />
      <section>
        <h2>{T.profile}</h2>
        <dl class="facts">
          <Facts of={orNot(facts)} />
        </dl>
      </section>
      <Lines title={T.account} lines={accountLines(copy.account)} />
      <Lines
        title={T.consents}
        lines={profile.consents.map((one) => consentLine(PURPOSE_TEXT[one.purpose].title, one))}
      />
      <Lines
        title={T.employers}
        lines={copy.employers.flatMap(({ business, seesPhone, history }) => [
          `${business}：${seesPhone ? SHARE_TEXT.sees : SHARE_TEXT.masked}`,
          ...history.map((one) => consentLine(business, one)),
        ])}
      />
      <Lines
        title={T.interests}
        lines={copy.interests.map(
          ({ status, at, ...posting }) =>
            `${dayOf(at)} ${postingText(posting)}：${INTEREST_TEXT[status as keyof typeof INTEREST_TEXT]}`,
        )}
      />
      <Lines
        title={T.offers}
        lines={copy.offers.map(
          ({ answer, at, ...posting }) =>
            `${dayOf(at)} ${postingText(posting)}：${T.offered[answer ?? 'waiting']}`,
        )}
      />
      <Doings of={copy} />
      {copy.visits.map((visit) => (
        <Visit ctx={ctx} visit={visit} />
      ))}
    </div>
  );
}

/** Everything that is held about a visitor without a profile, for printing. */
export function VisitCopyView({ ctx, copy }: { ctx: Ctx; copy: VisitCopy }) {
  return (
    <div class="middle copy">
      <Head now={ctx.clock.now()} />
      <Visit ctx={ctx} visit={copy} />
    </div>
  );
}

function Visit({ ctx, visit }: { ctx: Ctx; visit: VisitCopy }) {
  const facts: Fact[] = [
    [PROFILE_TEXT.name, visit.name],
    [PROFILE_TEXT.phone, visit.phone],
    [VISIT_TEXT.words, visit.text],
    [PROFILE_TEXT.from, pointText(visit.origin)],
    [PROFILE_TEXT.mode, travelText(visit.mode, visit.minutes)],
    [PROFILE_TEXT.hours, visit.free && weekText(visit.free)],
    [TIME_TEXT.anchors, anchorLines(ctx, visit.anchors)],
    [TIME_TEXT.exceptionsSaid, exceptionLines(visit.exceptions)],
    [PROFILE_TEXT.hoursMax, visit.hoursMax === null ? null : String(visit.hoursMax)],
    [PROFILE_TEXT.occupations, visit.occupations.join('、')],
  ];
  return (
    <section class="copy-visit">
      <h2>{T.visit(dayOf(visit.at))}</h2>
      {visit.mergedInto !== null && <p class="quiet">{T.merged}</p>}
      <dl class="facts">
        <Facts of={orNot(facts)} />
      </dl>
      <Lines
        title={T.consents}
        lines={visit.consents.map(({ purpose, business, ...one }) =>
          consentLine(purpose === 'employer' ? T.seenBy(business ?? '') : INTAKE_TEXT.purposes[purpose], one),
        )}
      />
      <Lines title={T.shortlist} lines={visit.shortlist.map(postingText)} />
      <Doings of={visit} />
    </section>
  );
}
