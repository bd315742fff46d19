import type { BusinessState, BusinessView } from '../../businesses';
import type { EmployerLabel } from '../../review';
import { SelectField, TextField } from '../fields';
import { type FormState, freshForm } from '../form-state';
import { ErrorSummary, GetForm, PostForm } from '../forms';
import { withParams } from '../links';
import { Link } from '../page-frame';
import { type Cut, Pager } from '../pager';
import { ReasonFields } from '../reasons';
import { BusinessFields } from '../shop/business-form';
import { BUSINESSES_TEXT as T } from '../text/desk';
import { BLOCK_TEXT, historyText } from '../text/review';
import { BUSINESS_KIND_TEXT } from '../text/vocabulary';
import { DemandCard } from './demand-card';
import { EmployerTags } from './employer-tags';

/** What the list of businesses is shown with. */
export interface BusinessesProps {
  contains: string;
  state: BusinessState | null;
  businesses: Cut<BusinessView>;
  /** What is known of them from before, by business. */
  employers: ReadonlyMap<string, EmployerLabel>;
  /** Whether this is not the first page. */
  later: boolean;
  /** The form of one business that was refused, and which; null when none was. */
  refused: { id: string; at: 'verify' | 'member'; form: FormState } | null;
  /** Whether only verified businesses stand on the lists; null for those who cannot change it. */
  demanded: boolean | null;
}

/** The station's businesses: who is verified until when, whose phone may act for them, who is blocked. */
export function Businesses(props: BusinessesProps) {
  const { contains, state, businesses, employers, later, refused, demanded } = props;
  const form = freshForm({ q: contains, state: state ?? '' });
  return (
    <>
      <h1 class="page-head">{T.title}</h1>
      <GetForm to="/desk/businesses" class="filters" label={T.search}>
        <TextField form={form} name="q" label={T.contains} type="search" maxlength={60} accesskey="q" />
        <SelectField
          form={form}
          name="state"
          label={T.state}
          options={Object.entries(T.states).map(([value, label]) => ({ value, label }))}
        />
        <button type="submit" class="button secondary">
          {T.search}
        </button>
      </GetForm>
      <p class="hint">{T.verifyHint}</p>
      {businesses.rows.length === 0 ? (
        <p class="card">{T.none}</p>
      ) : (
        <ul class="card plain-list">
          {businesses.rows.map((business) => (
            <Row
              business={business}
              employer={employers.get(business.id)}
              refused={refused?.id === business.id ? refused : null}
            />
          ))}
        </ul>
      )}
      <Pager
        path={withParams('/desk/businesses', { q: contains, state })}
        next={businesses.next}
        later={later}
        by="after"
      />
      {demanded !== null && <DemandCard to="/desk/businesses/demand" words={T.demand} demanded={demanded} />}
    </>
  );
}

function Row({
  business,
  employer,
  refused,
}: {
  business: BusinessView;
  employer: EmployerLabel | undefined;
  refused: BusinessesProps['refused'];
}) {
  return (
    <li class="business-row">
      <div>
        <p>
          <strong>{business.name}</strong> <span class="quiet">{BUSINESS_KIND_TEXT[business.kind]}</span>{' '}
          {business.licence !== null && <span class="quiet num">{business.licence}</span>}
        </p>
        <p class="tags">
          {business.blocked && <span class="tag bad">{T.blocked}</span>}
          <EmployerTags employer={employer} whole />
          <Link to={`/desk/jobs?contains=${encodeURIComponent(business.name)}`}>{T.jobs}</Link>
        </p>
        {employer && employer.postings > 0 && <p class="quiet">{historyText(employer).join(' · ')}</p>}
      </div>
      {business.blocked ? (
        <PostForm to={`/desk/businesses/${business.id}/unblock`}>
          <button type="submit" class="button small secondary">
            {T.unblock}
          </button>
        </PostForm>
      ) : (
        <>
          <Verify business={business} refused={refused?.at === 'verify' ? refused.form : null} />
          <Member business={business} refused={refused?.at === 'member' ? refused.form : null} />
          <Block business={business} />
        </>
      )}
    </li>
  );
}

function Verify({ business, refused }: { business: BusinessView; refused: FormState | null }) {
  const form = refused ?? freshForm();
  const again = business.verifiedUntil !== null;
  return (
    <details open={refused !== null} class="fold">
      <summary>{again ? T.renew : T.verify}</summary>
      <PostForm to={`/desk/businesses/${business.id}/verify`} class="fold-body" label={T.verifyTitle}>
        {refused && <ErrorSummary form={form} labels={{}} />}
        <div class="member-form">
          <BusinessFields business={business} form={form} />
          <button type="submit" class="button small">
            {again ? T.renew : T.verify}
          </button>
          <button type="submit" name="only" value="save" class="button small secondary">
            {T.saveOnly}
          </button>
        </div>
      </PostForm>
    </details>
  );
}

function Member({ business, refused }: { business: BusinessView; refused: FormState | null }) {
  const form = refused ?? freshForm();
  return (
    <details open={refused !== null} class="fold">
      <summary>{T.member}</summary>
      <PostForm to={`/desk/businesses/${business.id}/members`} class="fold-body" label={T.member}>
        {refused && <ErrorSummary form={form} labels={{}} />}
        <div class="member-form">
          <TextField form={form} name="phone" label={T.memberPhone} type="tel" inputmode="tel" />
          <TextField form={form} name="name" label={T.memberName} maxlength={40} />
          <button type="submit" class="button small">
            {T.memberSave}
          </button>
        </div>
      </PostForm>
    </details>
  );
}

function Block({ business }: { business: BusinessView }) {
  return (
    <details class="fold">
      <summary>{T.block}</summary>
      <PostForm to={`/desk/businesses/${business.id}/block`} class="fold-body" label={T.block}>
        <p class="hint">{T.blockHint}</p>
        <ReasonFields name="reason" reasons={BLOCK_TEXT} note={false} />
        <button type="submit" class="button danger small">
          {T.blockSure}
        </button>
      </PostForm>
    </details>
  );
}
