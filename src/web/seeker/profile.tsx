import {
  type CandidateView,
  candidatePatchSchema,
  candidateSchema,
  createCandidate,
  getCandidate,
  ownCandidate,
  patchCandidate,
} from '../../candidates';
import { checked, type FormState, freshForm, takeForm } from '../form-state';
import { page } from '../layout';
import { goTo, safePath, withParams } from '../links';
import { createPageRouter, type PageContext } from '../page-env';
import { PROFILE_TEXT as TEXT } from '../text/me';
import { withRowAsked } from '../time-form';
import { FROM } from './params';
import { consentOf, profileField, profileOf, profileValues } from './profile-form';
import { ProfileView } from './profile-view';

/** The form in which a seeker makes and changes their own profile. */
export const profilePages = createPageRouter();

/** What stands in the form of a person who has no profile yet. */
const FIRST = { mode: 'walk', minutes: 15, from: FROM.station };

async function ownView(c: PageContext): Promise<CandidateView | null> {
  const record = await ownCandidate(c.get('ctx'));
  return record && getCandidate(c.get('ctx'), record.id);
}

/** The phone that the person signs in with: nobody is asked for it twice. */
async function phoneOf(c: PageContext): Promise<string | null> {
  const { actor } = c.get('ctx');
  return actor.kind === 'user' ? c.get('provided').accounts.phoneOf(actor.userId) : null;
}

async function profilePage(
  c: PageContext,
  view: CandidateView | null,
  form: FormState,
  status?: 401 | 409 | 422 | 429 | 503,
) {
  const next = safePath(c.req.query('next'), '');
  return page(
    c,
    { title: view ? TEXT.titleEdit : TEXT.titleNew, section: 'me', scripts: ['location.js'], status },
    <ProfileView
      ctx={c.get('ctx')}
      form={form}
      known={view !== null}
      hasHome={view?.home != null}
      phone={await phoneOf(c)}
      to={withParams('/me/profile', { next })}
    />,
  );
}

profilePages.get('/me/profile', async (c) => {
  const view = await ownView(c);
  const name = c.get('session')?.name ?? '';
  return profilePage(c, view, freshForm(view ? profileValues(c.get('ctx'), view) : { ...FIRST, name }));
});

profilePages.post('/me/profile', async (c) => {
  const ctx = c.get('ctx');
  const input = c.get('form');
  const view = await ownView(c);
  const longer = withRowAsked(input);
  if (longer) return profilePage(c, view, freshForm(longer));
  return takeForm(
    input,
    async () => {
      const profile = profileOf(ctx, input, view?.anchors ?? []);
      if (view) await patchCandidate(ctx, view.id, checked(candidatePatchSchema, profile));
      else {
        const draft = { ...profile, phone: (await phoneOf(c)) ?? undefined, consent: consentOf(input) };
        await createCandidate(ctx, checked(candidateSchema, draft));
      }
      return goTo(c, safePath(c.req.query('next'), '/me?done=saved'));
    },
    (form, status) => profilePage(c, view, form, status),
    profileField(input),
  );
});
