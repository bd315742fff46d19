import {
  findAtDesk,
  getWalkIn,
  type Loosened,
  listReferrals,
  listWalkIns,
  mergeWalkIn,
  readWalkIn,
  receiveWalkIn,
  refer,
  reviseWalkIn,
  SHORTLIST_LENGTH,
  saveShortlist,
  similarVisits,
} from '../../desk';
import { countManaged } from '../../jobs';
import { requireStaff } from '../../kernel/access';
import { isId } from '../../kernel/ids';
import { employerLabels } from '../../review';
import { visitConsents } from '../../rights';
import { keepsPlaces } from '../anchor-rows';
import { type FormState, freshForm, takeForm } from '../form-state';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, type FormInput, many, one, type PageContext } from '../page-env';
import { DESK, doneOf, infoOf } from '../shop/area';
import { Done } from '../shop/done';
import { idOf } from '../shop/managed';
import { DESK_TEXT, VISIT_TEXT } from '../text/desk';
import { withRowAsked } from '../time-form';
import { type Heard, heardIn, saidBack, withHeard } from './heard';
import { Chores, Find, Queue } from './home';
import { IntakeForm } from './intake-fields';
import { emptyIntake, intakeFields, intakeOf, revisionOf } from './intake-form';
import { Desk } from './menu';
import { personField } from './person-form';
import { placeOptions } from './places';
import { Ranked } from './ranked';
import { formId, sharedBy } from './refer-form';
import { Duplicates, Summary } from './visit';
import { VisitData } from './visit-data';

type Status = 200 | 401 | 409 | 422 | 429 | 503;

/** The desk's screen: intake to the left, the list to the right. */
export const visitPages = createPageRouter();

visitPages.get('/desk', (c) => {
  requireStaff(c.get('ctx'));
  return drawHome(c, freshForm(emptyIntake(c.get('session')?.name ?? '')));
});

async function drawHome(
  c: PageContext,
  form: FormState,
  status: Status = 200,
  heard: Heard | null = null,
): Promise<Response> {
  const ctx = c.get('ctx');
  const text = (c.req.query('q') ?? '').trim().slice(0, 60);
  const [visits, counts, found] = await Promise.all([
    listWalkIns(ctx),
    countManaged(ctx),
    text === '' ? null : findAtDesk(ctx, text),
  ]);
  const body = (
    <Desk at="visit">
      <h1 class="visually-hidden">{DESK_TEXT.title}</h1>
      <Done done={doneOf(c)} />
      <div class="desk-columns desk-home">
        <IntakeForm
          ctx={ctx}
          form={form}
          to="/desk/walk-ins"
          places={placeOptions(ctx)}
          occupations={[...ctx.lexicon.occupations.keys()]}
          focus={found === null}
          heard={heard}
          revises={null}
        />
        <div class="stack">
          <Chores review={counts.review ?? 0} />
          <Find text={text} found={found} />
          <Queue visits={visits} />
        </div>
      </div>
    </Desk>
  );
  return page(c, { ...infoOf(DESK, DESK_TEXT.title), status }, body);
}

visitPages.post('/desk/walk-ins', (c) => {
  const ctx = c.get('ctx');
  requireStaff(ctx);
  const input = c.get('form');
  const longer = withRowAsked(input);
  if (longer) return drawHome(c, freshForm(longer));
  const read = asHeard(c, input);
  if (read) return drawHome(c, freshForm(read.form), 200, read.heard);
  return takeForm(
    input,
    async () => {
      const { walkIn } = await receiveWalkIn(ctx, intakeOf(ctx, input));
      return goTo(c, `/desk/walk-ins/${walkIn.id}`);
    },
    (form, status) => drawHome(c, form, status),
    personField(input),
  );
});

/** The form with what the words say, when it was sent for that; null when it was sent to be taken. */
function asHeard(c: PageContext, form: FormInput): { form: FormInput; heard: Heard } | null {
  if (one(form, 'action') !== 'read') return null;
  const ctx = c.get('ctx');
  const understood = heardIn(ctx, one(form, 'text'), ctx.clock.now());
  return { form: withHeard(ctx, form, understood), heard: saidBack(understood) };
}

visitPages.get('/desk/walk-ins/:id', async (c) => {
  const ctx = c.get('ctx');
  requireStaff(ctx);
  const id = idOf(c, 'walk_in');
  return drawVisit(c, id, c.req.query('edit') === '1' ? 'stored' : null);
});

/** @param shown the form to the left: as it was sent, as it is `stored`, or none but a summary */
async function drawVisit(
  c: PageContext,
  id: string,
  shown: FormState | 'stored' | null,
  status: Status = 200,
  heard: Heard | null = null,
): Promise<Response> {
  const ctx = c.get('ctx');
  const loosened = loosenedIn(c);
  const [{ walkIn, query, matches, saved, gains }, consents, duplicates, referrals] = await Promise.all([
    getWalkIn(ctx, id, loosened),
    visitConsents(ctx, id),
    similarVisits(ctx, id),
    listReferrals(ctx, { walkInId: id }),
  ]);
  const employers = await employerLabels(
    ctx,
    matches.items.map(({ found }) => found.business.id),
  );
  const form = shown === 'stored' ? freshForm(intakeFields(ctx, walkIn)) : shown;
  const path = `/desk/walk-ins/${id}`;
  const title = VISIT_TEXT.title(walkIn.name ?? DESK_TEXT.anonymous);
  const body = (
    <Desk at="visit">
      <h1 class="visually-hidden">{title}</h1>
      <Done done={doneOf(c)} />
      {c.req.query('done') === 'none' && (
        <p class="banner warn" role="alert">
          {VISIT_TEXT.nothingTicked}
        </p>
      )}
      <div class="desk-columns">
        <div class="stack">
          {form === null ? (
            <Summary ctx={ctx} walkIn={walkIn} query={query} />
          ) : (
            <IntakeForm
              ctx={ctx}
              form={form}
              to={path}
              places={placeOptions(ctx)}
              occupations={[...ctx.lexicon.occupations.keys()]}
              focus
              heard={heard}
              revises={path}
            />
          )}
          <Duplicates id={id} visits={duplicates} />
          <VisitData id={id} consents={consents} />
        </div>
        <Ranked
          walkInId={id}
          mode={walkIn.mode}
          matches={matches}
          gains={gains}
          saved={saved}
          referrals={referrals}
          employers={employers}
          now={ctx.clock.now()}
          limit={loosened.limit ?? SHORTLIST_LENGTH}
          loosened={loosened.minutes || loosened.anyTime || loosened.anyHours ? path : null}
        />
      </div>
    </Desk>
  );
  return page(c, { ...infoOf(DESK, title), status }, body);
}

/** What of the address looks beyond what the visitor said. */
function loosenedIn(c: PageContext): Loosened {
  const whole = (name: string, most: number) => {
    const value = Number(c.req.query(name));
    return Number.isInteger(value) && value >= 1 && value <= most ? value : undefined;
  };
  return {
    minutes: whole('minutes', 120),
    limit: whole('limit', 50),
    anyTime: c.req.query('time') === 'any',
    anyHours: c.req.query('hours') === 'any',
  };
}

visitPages.post('/desk/walk-ins/:id', (c) => {
  const ctx = c.get('ctx');
  requireStaff(ctx);
  const id = idOf(c, 'walk_in');
  const input = c.get('form');
  const longer = withRowAsked(input);
  if (longer) return drawVisit(c, id, freshForm(longer));
  const read = asHeard(c, input);
  if (read) return drawVisit(c, id, freshForm(read.form), 200, read.heard);
  return takeForm(
    input,
    async () => {
      const stored = keepsPlaces(input) ? (await readWalkIn(ctx, id)).anchors : [];
      await reviseWalkIn(ctx, id, revisionOf(ctx, input, stored));
      return goTo(c, `/desk/walk-ins/${id}?done=revised`);
    },
    (form, status) => drawVisit(c, id, form, status),
    personField(input),
  );
});

visitPages.post('/desk/walk-ins/:id/shortlist', async (c) => {
  requireStaff(c.get('ctx'));
  const id = idOf(c, 'walk_in');
  const jobIds = [...new Set(many(c.get('form'), 'job'))].filter(isId).slice(0, 20);
  if (jobIds.length === 0) return goTo(c, `/desk/walk-ins/${id}?done=none`);
  await saveShortlist(c.get('ctx'), id, jobIds);
  return goTo(c, `/desk/walk-ins/${id}/slip`);
});

visitPages.post('/desk/walk-ins/:id/refer', async (c) => {
  const id = idOf(c, 'walk_in');
  const jobId = formId(c.get('ctx'), c, 'refer', 'job');
  await refer(c.get('ctx'), { walkInId: id, jobId, share: sharedBy(c, jobId) });
  return goTo(c, `/desk/walk-ins/${id}?done=referred`);
});

visitPages.post('/desk/walk-ins/:id/merge', async (c) => {
  const id = idOf(c, 'walk_in');
  await mergeWalkIn(c.get('ctx'), formId(c.get('ctx'), c, 'from', 'walk_in'), id);
  return goTo(c, `/desk/walk-ins/${id}?done=merged_visit`);
});
