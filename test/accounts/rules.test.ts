import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codeSignInSchema,
  isWeakPassword,
  mobilePhone,
  passwordSignInSchema,
  requestCodeSchema,
  secondsToWait,
  staffSchema,
  usernameKey,
} from '../../src/accounts';

describe('secondsToWait', () => {
  const windows = [
    { limit: 1, ms: 1000 },
    { limit: 3, ms: 10_000 },
  ];

  it('waits for the window that is free last', () => {
    expect(secondsToWait([], windows, 50_000)).toBe(0);
    expect(secondsToWait([49_500], windows, 50_000)).toBe(1);
    expect(secondsToWait([49_000], windows, 50_000)).toBe(0);
    expect(secondsToWait([48_000, 45_000, 44_000], windows, 50_000)).toBe(4);
  });

  it('allows exactly when no window is full, and no earlier than it said', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 8 });
    fc.assert(
      fc.property(moments, (unsorted) => {
        const now = 20_000;
        const times = unsorted.sort((a, b) => b - a);
        const full = (at: number) =>
          windows.some(({ limit, ms }) => times.filter((time) => time > at - ms).length >= limit);
        const wait = secondsToWait(times, windows, now);
        expect(wait === 0).toBe(!full(now));
        expect(full(now + wait * 1000)).toBe(false);
        if (wait > 0) expect(full(now + (wait - 1) * 1000)).toBe(true);
      }),
    );
  });
});

describe('sign-in names', () => {
  it('are mobile phones, however they are written', () => {
    for (const text of ['13800000000', '+86 138-0000-0000', '１３８００００００００', '0086 13800000000']) {
      expect(mobilePhone(text)).toBe('13800000000');
    }
    for (const text of ['', '0391 1234567', '12800000000', '1380000000', '138000000000']) {
      expect(mobilePhone(text)).toBeNull();
    }
  });

  it('or user names of a station', () => {
    expect(usernameKey('s', ' Desk_1 ')).toBe('s/desk_1');
    expect(usernameKey('s', '窗口')).toBe('s/窗口');
    for (const text of ['', 'a', 'a b', 'a/b', 'a@b', 'x'.repeat(31)])
      expect(usernameKey('s', text)).toBeNull();
  });

  it('come with a password that is long enough', () => {
    expect(isWeakPassword('123456789', 'desk')).toBe(true);
    expect(isWeakPassword('1234567890', 'desk')).toBe(false);
    expect(isWeakPassword('一二三四五六七八九十', 'desk')).toBe(false);
    expect(isWeakPassword('𠀀𠀀𠀀𠀀𠀀', 'desk')).toBe(true);
    expect(isWeakPassword('desk-number-one', 'Desk-Number-One')).toBe(true);
    expect(isWeakPassword('x'.repeat(129), 'desk')).toBe(true);
  });
});

describe('bodies', () => {
  const codes = (result: { success: boolean; error?: { issues: { message: string }[] } | undefined }) =>
    result.error?.issues.map(({ message }) => message) ?? [];

  it('are brought into one form', () => {
    expect(requestCodeSchema.parse({ phone: '138 0000 0000' })).toEqual({
      phone: '13800000000',
      role: 'seeker',
    });
    expect(codeSignInSchema.parse({ phone: '13800000000', code: ' ０１２３４５ ' })).toMatchObject({
      code: '012345',
    });
  });

  it('are refused by code', () => {
    expect(codes(requestCodeSchema.safeParse({ phone: '110' }))).toEqual(['phone_invalid']);
    expect(codes(codeSignInSchema.safeParse({ phone: '13800000000', code: '12345' }))).toEqual([
      'code_format',
    ]);
    expect(codes(passwordSignInSchema.safeParse({ username: '', password: '' }))).toEqual([
      'required',
      'required',
    ]);
    expect(
      codes(staffSchema.safeParse({ username: 'a b', password: 'short', name: ' ', role: 'staff' })),
    ).toEqual(['username_invalid', 'password_weak', 'required']);
    expect(requestCodeSchema.safeParse({ phone: '13800000000', role: 'admin' }).success).toBe(false);
  });
});
