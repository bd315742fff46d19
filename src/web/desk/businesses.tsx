import type { BusinessView } from '../../businesses';
import { shanghaiDate } from '../../kernel/clock';
import { TextField } from '../fields';
import { type FormState, freshForm } from '../form-state';
import { ErrorSummary, GetForm, PostForm } from '../forms';
import { withParams } from '../links';
import { Link } from '../page-frame';
import { type Cut, Pager } from '../pager';
import { BUSINESSES_TEXT as T } from '../text/desk';
import { dateText } from '../text/jobs';
import { BUSINESS_KIND_TEXT } from '../text/vocabulary';

/** What the list of businesses is shown with. */
export interface BusinessesProps {
  contains: string;
  businesses: Cut<BusinessView>;
  /** Whether this is not the first page. */
  later: boolean;
  /** The form of one business that was refused; null when none was. */
  refused: { id: string; form: FormState } | null;
}

/** The station's businesses: who is verified until when, and whose phone may act for them. */
export function Businesses({ contains, businesses, later, refused }: BusinessesProps) {
  const form = freshForm({ q: contains });
  return (
    <>
      <h1 class="page-head">{T.title}</h1>
      <GetForm to="/desk/businesses" class="filters" label={T.search}>
        <TextField form={form} name="q" label={T.contains} type="search" maxlength={60} accesskey="q" />
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
            <Row business={business} refused={refused?.id === business.id ? refused.form : null} />
          ))}
        </ul>
      )}
      <Pager
        path={withParams('/desk/businesses', { q: contains })}
        next={businesses.next}
        later={later}
        by="after"
      />
    </>
  );
}

function Row({ business, refused }: { business: BusinessView; refused: FormState | null }) {
  const day = business.verifiedUntil && dateText(shanghaiDate(Date.parse(business.verifiedUntil)), true);
  const form = refused ?? freshForm();
  return (
    <li class="business-row">
      <div>
        <p>
          <strong>{business.name}</strong> <span class="quiet">{BUSINESS_KIND_TEXT[business.kind]}</span>
        </p>
        <p>
          <span class={business.verified ? 'tag good' : 'tag warn'}>
            {day ? (business.verified ? T.verified(day) : T.expired(day)) : T.never}
          </span>{' '}
          <Link to={`/desk/jobs?contains=${encodeURIComponent(business.name)}`}>{T.jobs}</Link>
        </p>
      </div>
      <PostForm to={`/desk/businesses/${business.id}/verify`}>
        <button type="submit" class={business.verified ? 'button small secondary' : 'button small'}>
          {day ? T.renew : T.verify}
        </button>
      </PostForm>
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
    </li>
  );
}
