import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CandidateView } from '../../src/candidates';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { HOME } from '../support/builders';
import { type Cast, openCast, profile } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** Profiles: made with consent, seen by their person and by staff, changed, copied and erased. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

const make = (client: Cast['public'], changes: Record<string, unknown> = {}) =>
  answer<CandidateView>(client.post('/api/candidates', profile(changes)), 201);
/** A profile as staff see it; consents of one moment in the order of their names. */
async function read(id: string): Promise<CandidateView> {
  const view = await answer<CandidateView>(cast.staff.get(at(id)));
  return sorted(view);
}
const sorted = (view: CandidateView): CandidateView => ({
  ...view,
  consents: [...view.consents].sort((a, b) => (a.purpose < b.purpose ? -1 : 1)),
});
const at = (id: string, more = '') => `/api/candidates/${id}${more}`;

describe('a profile', () => {
  it('comes back as it was given', async () => {
    const given = {
      phone: '+86 138-0000-1111',
      birthDate: '1970-03-04',
      home: HOME,
      mode: 'ebike',
      minutes: 30,
      free: 'Mo-Fr 08:20-15:40',
      hoursMax: 20,
      occupations: ['洗碗工'],
      certificates: ['健康证'],
    };
    const made = await make(cast.staff, given);
    expect(made).toMatchObject({ ...given, phone: '13800001111', name: '测试求职者' });
    expect(sorted(made).consents.map((c) => [c.purpose, c.channel, c.withdrawnAt])).toEqual([
      ['contact', 'screen', null],
      ['matching', 'screen', null],
    ]);
    expect(await read(made.id)).toEqual(sorted(made));
  });

  it('of a seeker is their own, and there is one, also when they ask twice at once', async () => {
    const seeker = await t.signIn('seeker', cast.station);
    const post = () => seeker.post('/api/candidates', profile());
    expect(await atOnce(post, post, post)).toEqual([201, 409, 409]);
    expect((await problem(post(), 409)).code).toBe('profile_exists');
  });

  it('keeps the phone masked from staff until contact is consented to, but not from its person', async () => {
    const consent = { purpose: 'matching', channel: 'paper' };
    const seeker = await t.signIn('seeker', cast.station);
    const made = await make(seeker, { phone: '13800002222', consent });
    expect(made.phone).toBe('13800002222');
    expect((await answer<CandidateView>(cast.staff.get(at(made.id)))).phone).toBe('138******22');
    await answer(seeker.patch(at(made.id), { consent: { purpose: 'contact', channel: 'screen' } }));
    expect((await answer<CandidateView>(cast.staff.get(at(made.id)))).phone).toBe('13800002222');
    await answer(seeker.patch(at(made.id), { withdraw: 'contact' }));
    expect((await answer<CandidateView>(cast.staff.get(at(made.id)))).phone).toBe('138******22');
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['without consent', { consent: undefined }, ['/consent required']],
    [
      'with a consent for nothing',
      { consent: { purpose: [], channel: 'screen' } },
      ['/consent/purpose too_few_items'],
    ],
    [
      'spoken without a witness',
      { consent: { purpose: 'matching', channel: 'spoken' } },
      ['/consent/witness witness_needed'],
    ],
    ['without a name', { name: '' }, ['/name required']],
    ['of a child', { birthDate: '2010-06-02' }, ['/birthDate under_16']],
    ['of somebody not born yet', { birthDate: '2030-01-01' }, ['/birthDate under_16']],
    ['born on a day that does not exist', { birthDate: '1990-02-30' }, ['/birthDate date']],
    ['born in the year 0', { birthDate: '0000-01-01' }, ['/birthDate date']],
    ['at home abroad', { home: { lat: 48.85, lng: 2.35 } }, ['/home/lat outside_china']],
    ['at home nowhere', { home: { lat: 0, lng: 0 } }, ['/home/lat outside_china']],
    ['at half a home', { home: { lat: 35.2 } }, ['/home/lng required']],
    ['with a phone that is none', { phone: '12345' }, ['/phone phone_invalid']],
    ['with hours that do not parse', { free: '周一到周五' }, ['/free free_syntax']],
    ['flying', { mode: 'helicopter' }, ['/mode unknown_value']],
    ['with a field that does not exist', { wechat: 'x' }, ['/wechat unknown_field']],
  ])('is refused %s', async (_, changes, fields) => {
    expect(await refusedFields(cast.staff.post('/api/candidates', profile(changes)))).toEqual(fields);
  });

  it('of a person who is sixteen today is taken', async () => {
    expect((await make(cast.staff, { birthDate: '2010-06-01' })).birthDate).toBe('2010-06-01');
  });
});

describe('who may', () => {
  it('read, change, copy and erase: the person and staff; for all others there is nothing', async () => {
    const seeker = await t.signIn('seeker', cast.station);
    const { id } = await make(seeker);
    for (const who of [cast.seeker, cast.shop, cast.elsewhere]) {
      await problem(who.get(at(id)), 404);
      await problem(who.get(at(id, '/export')), 404);
      await problem(who.get(at(id, '/matches')), 404);
      await problem(who.patch(at(id), { name: '别人' }), 404);
      await problem(who.delete(at(id)), 404);
    }
    await problem(cast.public.get(at(id)), 401);
    await problem(cast.shop.post('/api/candidates', profile()), 403);
    await problem(cast.public.post('/api/candidates', profile()), 401);
    for (const who of [seeker, cast.staff, cast.admin, cast.service]) await answer(who.get(at(id)));
  });
});

describe('a change', () => {
  it('changes what it names; null clears', async () => {
    const made = await make(cast.staff, { phone: '13800003333', home: HOME, hoursMax: 10, minutes: 30 });
    const changed = await answer<CandidateView>(
      cast.staff.patch(at(made.id), { phone: null, home: null, hoursMax: null, mode: 'bike' }),
    );
    expect(sorted(changed)).toEqual({
      ...sorted(made),
      phone: null,
      home: null,
      hoursMax: null,
      mode: 'bike',
    });
    const { phoneIndex, homeCell } =
      (await t.open.services.stores.candidates.get(cast.station.id, made.id)) ?? {};
    expect([phoneIndex, homeCell]).toEqual([null, null]);
  });

  it('beside another change of the same person loses neither', async () => {
    const { id } = await make(cast.staff);
    for (let round = 0; round < 5; round++) {
      const changes = [{ name: `名${round}` }, { minutes: 20 + round }, { hoursMax: 10 + round }];
      expect(await atOnce(...changes.map((change) => () => cast.staff.patch(at(id), change)))).toEqual([
        200, 200, 200,
      ]);
      expect(await answer(cast.staff.get(at(id)))).toMatchObject(Object.assign({}, ...changes));
    }
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a child', { birthDate: '2015-01-01' }, '/birthDate under_16'],
    ['no such purpose', { withdraw: 'spying' }, '/withdraw unknown_value'],
    ['a home abroad', { home: { lat: 10, lng: 10 } }, '/home/lat outside_china'],
  ])('is refused: %s, and nothing is changed', async (_, change, field) => {
    const made = await make(cast.staff, { birthDate: '1980-01-01' });
    expect(await refusedFields(cast.staff.patch(at(made.id), { name: '改名', ...change }))).toEqual([field]);
    expect(await read(made.id)).toEqual(sorted(made));
  });
});

describe('the copy for the person', () => {
  it('holds the profile in clear, what became of it, and who looked', async () => {
    const seeker = await t.signIn('seeker', cast.station);
    const { id } = await make(seeker, {
      phone: '13800004444',
      consent: { purpose: 'matching', channel: 'screen' },
    });
    const jobId = await cast.openJob();
    await answer(seeker.post(`/api/jobs/${jobId}/interest`), 201);
    await answer(cast.staff.get(at(id)));
    const copy = await answer<{
      profile: CandidateView;
      interests: { jobId: string; status: string }[];
      access: { action: string }[];
    }>(seeker.get(at(id, '/export')));
    expect(copy.profile.phone).toBe('13800004444');
    expect(copy.interests).toMatchObject([{ jobId, status: 'waiting' }]);
    expect(copy.access.map((line) => line.action)).toEqual(['candidate.read', 'candidate.create']);
  });
});

describe('erasing', () => {
  it('leaves nothing that names the person; of referrals what the law wants kept is locked', async () => {
    const { id } = await make(cast.staff, { name: '待删除的人', phone: '13800005555', home: HOME });
    const jobId = await cast.openJob();
    await answer(cast.staff.post('/api/referrals', { candidateId: id, jobId }), 201);
    expect((await answer<{ outcome: string }>(cast.staff.delete(at(id)))).outcome).toBe('locked');
    await problem(cast.staff.get(at(id)), 404);
    const list = await answer(cast.staff.get(`/api/referrals?candidateId=${id}`));
    expect(JSON.stringify(list)).not.toContain('待删除的人');
    const lines = await t.open.services.stores.audit.ofEntity(cast.station.id, id, 10);
    expect(lines[0]?.action).toBe('candidate.lock');
    expect(JSON.stringify(lines)).not.toContain('待删除的人');
  });

  it('twice at once is done once', async () => {
    const { id } = await make(cast.staff);
    expect(
      await atOnce(
        () => cast.staff.delete(at(id)),
        () => cast.staff.delete(at(id)),
      ),
    ).toEqual([204, 404]);
  });

  it('while the person is sent to a job leaves no referral of nobody', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await make(cast.staff);
      const jobId = await cast.openJob({ title: `岗${round}` });
      const [erased, referred] = await Promise.all([
        cast.staff.delete(at(id)),
        cast.staff.post('/api/referrals', { candidateId: id, jobId }),
      ]);
      // Sent there first, the record is locked for the ledger; else there is nobody to send.
      expect([erased.status, referred.status]).toEqual(referred.status === 201 ? [200, 201] : [204, 404]);
      const left = await t.open.services.stores.desk.listReferrals(cast.station.id, {
        jobIds: [jobId],
        limit: 5,
      });
      expect(left).toHaveLength(referred.status === 201 ? 1 : 0);
    }
  });
});

describe('matches of a profile', () => {
  it('are searched from home, by mode, hours and limit', async () => {
    const near = await cast.openJob({ title: '近处' });
    const { id } = await make(cast.staff, { home: HOME, free: 'Mo-Fr 08:00-14:00' });
    const ids = async () =>
      (
        await answer<{ items: { job: { id: string } }[] }>(cast.staff.get(at(id, '/matches?limit=100')))
      ).items.map((item) => item.job.id);
    expect(await ids()).toContain(near);
    await answer(cast.staff.patch(at(id), { free: 'Sa 08:00-14:00' }));
    expect(await ids()).not.toContain(near);
    await answer(cast.staff.patch(at(id), { free: null, hoursMax: 19 }));
    expect(await ids()).not.toContain(near);
    await answer(cast.staff.patch(at(id), { hoursMax: 20, minutes: 6 }));
    expect(await ids()).not.toContain(near);
    await answer(cast.staff.patch(at(id), { mode: 'bike' }));
    expect(await ids()).toContain(near);
  });
});
