import type { Child } from 'hono/jsx';
import type { JobView } from '../../jobs';
import { dateText, scheduleLines } from '../text/jobs';
import { JOB_PAGE_TEXT as TEXT } from '../text/seeker';
import {
  BENEFIT_TEXT,
  BUSINESS_KIND_TEXT,
  certificateText,
  ENGAGEMENT_TEXT,
  SETTLEMENT_TEXT,
} from '../text/vocabulary';
import { BusinessName, PayLine } from './job-card';
import { mapLinks } from './map-links';

function Fact({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PlaceFact({ job }: { job: JobView }) {
  const address = job.place?.address ?? job.address ?? null;
  if (job.place?.precision !== 'door') {
    return (
      <Fact name={TEXT.place}>
        {address !== null && <p>{address}</p>}
        <p>
          <span class="tag warn">{TEXT.unplaced}</span> <span class="quiet">{TEXT.unplacedHint}</span>
        </p>
      </Fact>
    );
  }
  const links = mapLinks(job.place, job.business.name, address);
  return (
    <Fact name={TEXT.place}>
      {address !== null && <p>{address}</p>}
      <p class="map-links no-print">
        <a href={links.amap} rel="noopener noreferrer" target="_blank">
          {TEXT.amap}
        </a>
        <a href={links.tencent} rel="noopener noreferrer" target="_blank">
          {TEXT.tencent}
        </a>
      </p>
    </Fact>
  );
}

/** Everything that a posting says, in the order in which people ask. */
export function JobFacts({ job }: { job: JobView }) {
  const { requirements } = job;
  return (
    <dl class="facts">
      {job.schedule && (
        <Fact name={TEXT.hours}>
          {scheduleLines(job.schedule).map((line) => (
            <p class="num">{line}</p>
          ))}
        </Fact>
      )}
      {job.pay && (
        <Fact name={TEXT.pay}>
          <p class="pay-line">
            <PayLine pay={job.pay} />
            {job.pay.settlement && <span class="tag">{SETTLEMENT_TEXT[job.pay.settlement]}</span>}
          </p>
        </Fact>
      )}
      <Fact name={TEXT.benefits}>
        {job.benefits.length === 0 ? TEXT.none : job.benefits.map((b) => BENEFIT_TEXT[b]).join('、')}
      </Fact>
      <PlaceFact job={job} />
      <Fact name={TEXT.business}>
        <BusinessName business={job.business} dated />{' '}
        <span class="quiet">{BUSINESS_KIND_TEXT[job.business.kind]}</span>
        {job.business.kind === 'household' && <p class="hint">{TEXT.household}</p>}
      </Fact>
      <Fact name={TEXT.headcount}>{TEXT.people(job.headcount)}</Fact>
      {requirements.certificates && requirements.certificates.length > 0 && (
        <Fact name={TEXT.certificates}>{requirements.certificates.map(certificateText).join('、')}</Fact>
      )}
      {requirements.minAge !== undefined && (
        <Fact name={TEXT.minAge}>{TEXT.minAgeOf(requirements.minAge)}</Fact>
      )}
      {requirements.note && <Fact name={TEXT.note}>{requirements.note}</Fact>}
      <Fact name={TEXT.engagement}>{ENGAGEMENT_TEXT[job.engagement]}</Fact>
      {job.validThrough !== null && (
        <Fact name={TEXT.validThrough}>{TEXT.until(dateText(job.validThrough, true))}</Fact>
      )}
    </dl>
  );
}
