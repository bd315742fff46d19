import type { BusinessView } from '../../businesses';
import { TextField } from '../fields';
import { type FormState, freshForm } from '../form-state';
import { ErrorSummary, PostForm } from '../forms';
import { type FormInput, given, one } from '../page-env';
import { BUSINESSES_TEXT } from '../text/desk';
import { dateText } from '../text/jobs';
import { SHOP_TEXT as T } from '../text/shop';

/** What a form brings of licence and contact; what was left empty stays as it is. */
export function patchOf(form: FormInput): unknown {
  const licence = given(form, 'licence');
  const phone = given(form, 'contact.phone');
  const checked = given(form, 'childrenCheckedOn');
  return {
    ...(licence === undefined ? {} : { licence }),
    ...(checked === undefined ? {} : { childrenCheckedOn: checked }),
    ...(phone === undefined ? {} : { contact: { name: one(form, 'contact.name'), phone } }),
  };
}

/** The fields of licence and contact. A household has no licence. */
export function BusinessFields({ business, form }: { business: BusinessView; form: FormState }) {
  return (
    <>
      {business.kind !== 'household' && (
        <TextField
          form={form}
          name="licence"
          label={T.licence}
          hint={business.licence === null ? undefined : BUSINESSES_TEXT.licenceKept(business.licence)}
          maxlength={30}
          autocomplete="off"
        />
      )}
      <TextField
        form={form}
        name="contact.name"
        label={T.contactName}
        hint={BUSINESSES_TEXT.contactKept}
        maxlength={40}
      />
      <TextField form={form} name="contact.phone" label={T.contactPhone} type="tel" inputmode="tel" />
      {business.kind !== 'household' && (
        <TextField
          form={form}
          name="childrenCheckedOn"
          label={T.childrenChecked}
          hint={
            business.childrenCheckedUntil === null
              ? T.childrenCheckedHint
              : T.childrenCheckedUntil(dateText(business.childrenCheckedUntil, true))
          }
          type="date"
        />
      )}
    </>
  );
}

/** Licence and contact of one's own business, for the shopkeeper. */
export function BusinessForm({ business, refused }: { business: BusinessView; refused: FormState | null }) {
  const form = refused ?? freshForm();
  return (
    <details class="fold" open={refused !== null}>
      <summary>{`${business.name} · ${T.details}`}</summary>
      <PostForm to={`/shop/businesses/${business.id}`} class="fold-body" label={T.details}>
        {refused && <ErrorSummary form={form} labels={{}} />}
        <p class="hint">{business.kind === 'household' ? T.detailsHousehold : T.detailsHint}</p>
        <BusinessFields business={business} form={form} />
        <button type="submit" class="button small">
          {T.detailsSave}
        </button>
      </PostForm>
    </details>
  );
}
