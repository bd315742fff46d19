import type { AccessLineView, CandidateExport } from '../../candidates';
import { shanghaiDate } from '../../kernel/clock';
import { WHO_TEXT } from '../text/access';
import { dateText } from '../text/jobs';
import { INTEREST_TEXT, ME_TEXT, PROFILE_TEXT, PURPOSE_TEXT, REFERRAL_TEXT } from '../text/me';
import { SHARE_TEXT, COPY_TEXT as T } from '../text/privacy';
import { MODE_TEXT, weekText } from '../text/vocabulary';

const day = (iso: string) => dateText(shanghaiDate(Date.parse(iso)), true);

/** A line of the access log in words. */
export function accessLine({ who, business, text, why }: AccessLineView): string {
  const name = business === null ? (WHO_TEXT[who] ?? who) : `${WHO_TEXT[who] ?? who}（${business}）`;
  return why === null ? `${name}：${text}` : `${name}：${text}。${why}`;
}

/** Who read what and when, a line each. */
export function AccessLines({ lines }: { lines: readonly AccessLineView[] }) {
  return (
    <ul class="plain-list">
      {lines.map((line) => (
        <li class="spread">
          <span>{accessLine(line)}</span>
          <span class="quiet">{day(line.at)}</span>
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

/** The copy as it is printed. @param now ms */
export function CopyView({ copy, now }: { copy: CandidateExport; now: number }) {
  const { profile } = copy;
  const facts: [string, string | null][] = [
    [PROFILE_TEXT.name, profile.name],
    [PROFILE_TEXT.phone, profile.phone],
    [PROFILE_TEXT.birth, profile.birthDate],
    [PROFILE_TEXT.from, profile.home && `${profile.home.lat}, ${profile.home.lng}`],
    [
      PROFILE_TEXT.mode,
      `${MODE_TEXT[profile.mode]}，${PROFILE_TEXT.minutes} ${profile.minutes} ${ME_TEXT.minutes}`,
    ],
    [PROFILE_TEXT.hours, profile.free && weekText(profile.free)],
    [PROFILE_TEXT.hoursMax, profile.hoursMax === null ? null : String(profile.hoursMax)],
    [PROFILE_TEXT.occupations, profile.occupations.join('、') || null],
    [PROFILE_TEXT.certificates, profile.certificates.join('、') || null],
    [T.plain, profile.plain ? T.yes : T.no],
  ];
  const consent = (name: string, one: { givenAt: string; withdrawnAt: string | null; textVersion: string }) =>
    [
      name,
      ME_TEXT.given(day(one.givenAt)),
      T.version(one.textVersion),
      ...(one.withdrawnAt === null ? [] : [T.withdrawn(day(one.withdrawnAt))]),
    ].join('，');
  return (
    <div class="middle copy">
      <h1>{T.title}</h1>
      <p class="quiet">{T.made(dateText(shanghaiDate(now), true))}</p>
      <section>
        <h2>{T.profile}</h2>
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value ?? ME_TEXT.notSaid}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Lines
        title={T.consents}
        lines={profile.consents.map((one) => consent(PURPOSE_TEXT[one.purpose].title, one))}
      />
      <Lines
        title={T.employers}
        lines={copy.employers.flatMap(({ business, seesPhone, history }) => [
          `${business}：${seesPhone ? SHARE_TEXT.sees : SHARE_TEXT.masked}`,
          ...history.map((one) => consent(business, one)),
        ])}
      />
      <Lines
        title={T.interests}
        lines={copy.interests.map(
          ({ title, status, at }) =>
            `${day(at)} ${title ?? T.goneJob}：${INTEREST_TEXT[status as keyof typeof INTEREST_TEXT]}`,
        )}
      />
      <Lines
        title={T.referrals}
        lines={copy.referrals.map(
          ({ title, state, at }) =>
            `${day(at)} ${title ?? T.goneJob}：${REFERRAL_TEXT[state as keyof typeof REFERRAL_TEXT]}`,
        )}
      />
      <Lines
        title={T.offers}
        lines={copy.offers.map(({ title, at }) => `${day(at)} ${title ?? T.goneJob}`)}
      />
      <Lines title={T.access} lines={copy.access.map((line) => `${day(line.at)} ${accessLine(line)}`)} />
    </div>
  );
}
