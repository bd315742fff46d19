import { addEvent, answerInterest, referralEventSchema } from '../../desk';
import { getJob, mergeJob, publishJob, renewJob, today } from '../../jobs';
import { dateOfEpochDay, epochDay } from '../../kernel/clock';
import { DomainError, notFound } from '../../kernel/errors';
import { isId } from '../../kernel/ids';
import { blockJob, blockSchema, decide } from '../../review';
import { startUrgent } from '../../urgent';
import { checked } from '../form-state';
import { goTo } from '../links';
import { given, numberOf, one, type PageContext } from '../page-env';
import type { Area } from './area';
import { idOf } from './managed';

/**
 * Opens a posting; when something is missing, leads to the form that says what.
 * @param seen version that the person had before them, see `publishJob`
 */
export async function publish(c: PageContext, area: Area, id: string, seen?: number): Promise<Response> {
  const path = `${area.base}/jobs/${id}`;
  const ctx = c.get('ctx');
  return orForm(c, path, async () => {
    const waits =
      area.base === '/desk' && seen !== undefined && (await getJob(ctx, id)).job.status === 'review';
    // What waits for staff is decided, wherever they press the button.
    const { job } = waits
      ? await decide(ctx, id, { decision: 'approve', version: seen })
      : await publishJob(ctx, id, seen);
    return `${path}?done=${job.status === 'open' ? 'published' : 'submitted'}`;
  });
}

/** Opens a posting as its page showed it; when it was changed meanwhile, shows it again. */
export async function publishAsSeen(c: PageContext, area: Area): Promise<Response> {
  const id = idOf(c, 'job');
  try {
    return await publish(c, area, id, numberOf(c.get('form'), 'version'));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'job_changed') throw error;
    return goTo(c, `${area.base}/jobs/${id}?done=changed_meanwhile`);
  }
}

/** Brings a posting back, or gives it more days. */
export async function renew(c: PageContext, area: Area): Promise<Response> {
  const ctx = c.get('ctx');
  const path = `${area.base}/jobs/${idOf(c, 'job')}`;
  const days = Number(one(c.get('form'), 'days'));
  const until = Number.isInteger(days) && days > 0 ? dateOfEpochDay(epochDay(today(ctx)) + days) : undefined;
  return orForm(c, path, async () => {
    const { job } = await renewJob(ctx, idOf(c, 'job'), until);
    return `${path}?done=${job.status === 'open' ? 'renewed' : 'renewal_reviewed'}`;
  });
}

async function orForm(c: PageContext, path: string, work: () => Promise<string>): Promise<Response> {
  try {
    return goTo(c, await work());
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'rule_broken') throw error;
    // No change of the posting helps where it is its business that lacks something.
    if (error.fields.some(({ code }) => code === 'children_check_needed')) throw error;
    return goTo(c, `${path}/edit?open=1`);
  }
}

/** Closes this posting as a duplicate of the one that the form names, and goes there. */
export async function merge(c: PageContext, area: Area): Promise<Response> {
  const into = one(c.get('form'), 'into');
  if (!isId(into)) throw notFound('job');
  await mergeJob(c.get('ctx'), idOf(c, 'job'), into);
  return goTo(c, `${area.base}/jobs/${into}?done=merged`);
}

/** Takes a posting off for the reason that the form names; staff only. */
export async function block(c: PageContext, area: Area): Promise<Response> {
  const id = idOf(c, 'job');
  const form = c.get('form');
  await blockJob(
    c.get('ctx'),
    id,
    checked(blockSchema, { reason: given(form, 'reason'), note: given(form, 'note') }),
  );
  return goTo(c, `${area.base}/jobs/${id}?done=blocked`);
}

/** Starts to ask people for a posting of today or tomorrow. */
export async function urge(c: PageContext, area: Area): Promise<Response> {
  const id = idOf(c, 'job');
  await startUrgent(c.get('ctx'), id);
  return goTo(c, `${area.base}/jobs/${id}?done=urgent`);
}

/** Says yes or no to a person who is interested. */
export async function answer(c: PageContext, area: Area, word: 'accepted' | 'declined'): Promise<Response> {
  const { jobId } = await answerInterest(c.get('ctx'), idOf(c, 'interest'), word);
  return goTo(c, `${area.base}/jobs/${jobId}?done=${word}`);
}

/** Writes what happened to a referral; `back` of the form says which list it was written from. */
export async function event(c: PageContext, area: Area): Promise<Response> {
  const draft = checked(referralEventSchema, { kind: one(c.get('form'), 'kind') });
  const { jobId } = await addEvent(c.get('ctx'), idOf(c, 'referral'), draft);
  const list = one(c.get('form'), 'back') === 'list';
  return goTo(c, list ? `${area.base}/referrals?done=event` : `${area.base}/jobs/${jobId}?done=event`);
}
