import { describe, expect, it } from 'vitest';
import { type Actor, actorKey, isAdmin, isStaff, type Role } from '../../src/kernel/actor';

const user = (role: Role, stationId = 'here'): Actor => ({ kind: 'user', userId: 'u-1', role, stationId });
const service = (stationId = 'here'): Actor => ({ kind: 'service', stationId });

describe('rights', () => {
  it.each([
    ['the public', { kind: 'public' } as Actor, false, false],
    ['a seeker', user('seeker'), false, false],
    ['a shop', user('shop'), false, false],
    ['staff', user('staff'), true, false],
    ['an admin', user('admin'), true, true],
    ['the service account', service(), true, false],
    ['staff of another station', user('staff', 'there'), false, false],
    ['an admin of another station', user('admin', 'there'), false, false],
    ['the service account of another station', service('there'), false, false],
  ])('%s', (_, actor, staff, admin) => {
    expect([isStaff(actor, 'here'), isAdmin(actor, 'here')]).toEqual([staff, admin]);
  });

  it('stand in the audit log as an id or a word', () => {
    expect([{ kind: 'public' } as Actor, service(), user('staff')].map(actorKey)).toEqual([
      'public',
      'service',
      'u-1',
    ]);
  });
});
