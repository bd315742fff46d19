import type { Child } from 'hono/jsx';
import type { JobView } from '../../jobs';
import { dateText, hourlyText, payText, scheduleLines } from '../text/jobs';
import { JOB_TEXT as T } from '../text/shop';
import {
  BENEFIT_TEXT,
  BUSINESS_KIND_TEXT,
  certificateText,
  ENGAGEMENT_TEXT,
  SETTLEMENT_TEXT,
  STATUS_TEXT,
} from '../text/vocabulary';

const TONE: Partial<Record<JobView['status'], string>> = {
  open: 'tag good',
  review: 'tag warn',
  draft: 'tag warn',
  blocked: 'tag bad',
};

/** The state of a posting. */
export function StatusTag({ status }: { status: JobView['status'] }) {
  return <span class={TONE[status] ?? 'tag'}>{STATUS_TEXT[status]}</span>;
}

/** Whether nobody has pinned the posting to a door yet. */
export function isUnpinned(job: JobView): boolean {
  return job.place?.precision !== 'door';
}

/** The hours of a posting in one line. */
export function hoursLine(schedule: NonNullable<JobView['schedule']>): string {
  const [first = '', ...more] = scheduleLines(schedule);
  const chosen = schedule.kind === 'shifts' && schedule.commitment !== 'all';
  return chosen ? `${first}${more.join('、')}` : [first, ...more].join('、');
}

/** The hours of a posting, a line each. */
export function Hours({ job }: { job: Pick<JobView, 'schedule'> }) {
  if (job.schedule === null) return <span class="tag warn">{T.unknown}</span>;
  const lines = scheduleLines(job.schedule);
  return (
    <>
      {lines.map((line) => (
        <span class="line num">{line}</span>
      ))}
    </>
  );
}

/** A pay in one line: 每小时 24 元 · 日结. */
export function payLine(pay: NonNullable<JobView['pay']>): string {
  const settlement = pay.settlement === null ? null : SETTLEMENT_TEXT[pay.settlement];
  return [payText(pay), hourlyText(pay), settlement].filter((part) => part !== null).join(' · ');
}

function Fact({ name, children }: { name: string; children?: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Everything that a posting says, for those who manage it. */
export function JobFacts({ job }: { job: JobView }) {
  const missing = <span class="tag warn">{T.unknown}</span>;
  const address = job.place?.address ?? job.address ?? null;
  const certificates = job.requirements.certificates ?? [];
  return (
    <dl class="facts">
      <Fact name={T.business}>
        {`${job.business.name}（${BUSINESS_KIND_TEXT[job.business.kind]}）`}{' '}
        <span class={job.business.verified ? 'tag good' : 'tag'}>
          {job.business.verified ? T.verified : T.unverified}
        </span>
      </Fact>
      <Fact name={T.pay}>{job.pay ? payLine(job.pay) : missing}</Fact>
      <Fact name={T.hours}>
        <Hours job={job} />
      </Fact>
      <Fact name={T.address}>
        {address ?? (job.place ? '' : missing)} {isUnpinned(job) && <span class="tag warn">{T.pending}</span>}
      </Fact>
      <Fact name={T.headcount}>{T.people1(job.headcount)}</Fact>
      {job.benefits.length > 0 && (
        <Fact name={T.benefits}>{job.benefits.map((benefit) => BENEFIT_TEXT[benefit]).join('、')}</Fact>
      )}
      {certificates.length > 0 && (
        <Fact name={T.certificates}>{certificates.map(certificateText).join('、')}</Fact>
      )}
      {job.requirements.note && <Fact name={T.note}>{job.requirements.note}</Fact>}
      {job.description && (
        <Fact name={T.description}>
          <span class="prose">{job.description}</span>
        </Fact>
      )}
      <Fact name={T.kind}>{ENGAGEMENT_TEXT[job.engagement]}</Fact>
      {job.occupation && <Fact name={T.occupation}>{job.occupation}</Fact>}
      {job.validThrough && <Fact name={T.validThrough}>{dateText(job.validThrough)}</Fact>}
    </dl>
  );
}
