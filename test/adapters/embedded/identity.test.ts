import { describe, expect, it } from 'vitest';
import { chooseIdentity, type Host, runAs } from '../../../src/adapters/embedded/identity';

const account = { name: 'postgres', uid: 101, gid: 103 };
const host = (facts: Partial<Host> & { mappable?: boolean }): Host => ({
  uid: 1000,
  named: true,
  accounts: [account],
  canMap: async () => facts.mappable ?? true,
  ...facts,
});
const mine = { uid: 1000, gid: 1000 };
const roots = { uid: 0, gid: 0 };

describe('as whom PostgreSQL runs', () => {
  it.each([
    ['an ordinary user', undefined, host({}), { kind: 'self' }],
    ['Windows', undefined, host({ uid: undefined }), { kind: 'self' }],
    [
      'a uid without a name, at the first start',
      undefined,
      host({ named: false }),
      { kind: 'mapped', account },
    ],
    ['a uid without a name, later', mine, host({ named: false, mappable: false }), { kind: 'self' }],
    ['root', undefined, host({ uid: 0 }), { kind: 'mapped', account }],
    ['root on its own data', roots, host({ uid: 0 }), { kind: 'mapped', account }],
    ['root without namespaces', roots, host({ uid: 0, mappable: false }), { kind: 'account', account }],
    [
      "root on a user's data",
      mine,
      host({ uid: 0 }),
      { kind: 'account', account: { name: 'uid 1000', uid: 1000, gid: 1000 } },
    ],
  ])('%s', async (_case, owner, facts, expected) => {
    expect(await chooseIdentity(owner, facts)).toEqual(expected);
  });

  it('says what to do when nobody will do', async () => {
    const rootAlone = host({ uid: 0, accounts: [] });
    await expect(chooseIdentity(undefined, rootAlone)).rejects.toThrow('DATABASE_URL');
    const nameless = host({ uid: 4242, named: false, mappable: false });
    await expect(chooseIdentity(undefined, nameless)).rejects.toThrow('uid 4242');
  });

  it('never starts a program as root', () => {
    expect(runAs({ kind: 'account', account }, '/bin/x', ['-y']).options).toMatchObject({
      uid: 101,
      gid: 103,
    });
    const mapped = runAs({ kind: 'mapped', account }, '/bin/x', ['-y']);
    expect([mapped.command, ...mapped.args].join(' ')).toBe(
      'unshare --user --map-user=101 --map-group=103 -- /bin/x -y',
    );
  });
});
