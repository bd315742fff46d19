import { totpCode } from '../../src/accounts';
import { expireJobs, warnExpiring } from '../../src/jobs';
import { ensureDemo } from '../../src/runtime/first-station';
import { jobDraft } from './builders';
import type { Client, TestStation } from './station';

/**
 * Leaves at least one row in every table by doing what people do: the demo station, accounts and sessions, a code
 * not yet used, a second step, links of the audit chain, a visit that is merged into another, shortlist, referral, a hire with hours, a wage case and a fact, interest, an offer,
 * notices, a report, a blocked business, a kept answer.
 */
export async function fillEveryTable(t: TestStation): Promise<void> {
  await ensureDemo(t.open);
  const staff = await t.signIn('staff');
  const seeker = await t.signIn('seeker');
  const jobId = await t.openJob();
  const consent = { purpose: ['matching', 'contact'], channel: 'paper' };
  const visit = async (text: string) => {
    const walkIn = { name: '来访者', phone: '19900009876', text, consent };
    const { walkIn: made } = await answer<{ walkIn: { id: string } }>(staff.post('/api/walk-ins', walkIn));
    return made.id;
  };
  const first = await visit('想找洗碗的活 \\. \t "引号" \\N');
  const second = await visit('下午有空\n两行');
  await answer(staff.post(`/api/walk-ins/${second}/merge`, { into: first }));
  await answer(staff.put(`/api/walk-ins/${first}/shortlist`, { jobIds: [jobId] }));
  const { id } = await answer<{ id: string }>(staff.post('/api/referrals', { walkInId: first, jobId }));
  await answer(staff.post(`/api/referrals/${id}/events`, { kind: 'contacted', note: '电话里说好了' }));
  const free = 'Mo-Fr 08:00-16:00';
  await answer(seeker.post('/api/candidates', { name: '求职者', phone: seeker.phone, free, consent }));
  await answer(seeker.post(`/api/jobs/${jobId}/interest`));
  await answer(staff.post(`/api/jobs/${await t.openJob({ title: '急用人' })}/urgent`));
  await answer(t.client().post('/api/session/code', { phone: '19900001234', role: 'seeker' }));
  const draft = jobDraft({ title: '只发一次' });
  await answer(t.service().post('/api/jobs', draft, { 'idempotency-key': 'once-and-for-all' }));
  await t.openJob({ validThrough: '2026-06-03' });
  await answer(staff.post(`/api/referrals/${id}/events`, { kind: 'hired' }));
  const day = '2026-06-01';
  await answer(staff.post(`/api/placements/${id}/hours`, { date: day, minutes: 240, side: 'worker' }));
  await answer(staff.post(`/api/placements/${id}/unpaid`, { note: '还没给钱' }));
  const { items } = await answer<{ items: { id: string }[] }>(staff.get('/api/wage-cases'));
  // An open one would stop what is opened after it.
  const closing = { kind: 'closed', outcome: 'paid', note: '回访过' };
  await answer(staff.post(`/api/wage-cases/${items[0]?.id}/steps`, closing));
  await answer(
    staff.post('/api/conduct', { referralId: id, about: 'employer', kind: 'late_cancel', date: day }),
  );
  await reportAndBlock(t, staff, seeker);
  const { userId } = await t.signIn('staff');
  const account = { stationId: t.station.id, userId, by: userId };
  const { secret } = await t.open.accounts.beginSecondFactor(account);
  const code = await totpCode(secret, Math.floor(t.clock.now() / 30_000));
  await t.open.accounts.confirmSecondFactor(account, code);
  await warnExpiring(t.open.services);
  t.clock.advance(4 * 24 * 60 * 60_000);
  await expireJobs(t.open.services);
  await t.open.services.auditChain.seal(100_000);
}

/** A posting that is reported; its business is blocked, and who was interested is to be told. */
async function reportAndBlock(t: TestStation, staff: Client, seeker: Client): Promise<void> {
  const business = { name: '收押金的店', kind: 'shop' } as const;
  const jobId = await t.openJob({ title: '打包工', business, contact: { phone: '19900007777' } });
  await answer(t.client().post(`/api/jobs/${jobId}/report`, { reason: 'fee' }));
  await answer(seeker.post(`/api/jobs/${jobId}/interest`));
  const { items } = await answer<{ items: { id: string; name: string }[] }>(staff.get('/api/businesses'));
  const found = items.find(({ name }) => name === business.name);
  await answer(staff.post(`/api/businesses/${found?.id}/block`, { reason: 'fee' }));
}

async function answer<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked;
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}
