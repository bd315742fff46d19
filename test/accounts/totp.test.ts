import { describe, expect, it } from 'vitest';
import { matchingStep, newTotpSecret, totpCode, totpUri } from '../../src/accounts';

/** The secret of RFC 6238, appendix B, in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a code of the app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %i is that of RFC 6238, appendix B, in six digits', async (second, code) => {
    expect(await totpCode(SECRET, Math.floor(second / 30))).toBe(code);
  });

  it('is taken half a minute early and late, no further, and never twice', async () => {
    const step = 40_000_000;
    const code = await totpCode(SECRET, step);
    const at = (steps: number, after = 0) => matchingStep(SECRET, code, (step + steps) * 30_000, after);
    expect(await Promise.all([-2, -1, 0, 1, 2].map((steps) => at(steps)))).toEqual([
      null,
      step,
      step,
      step,
      null,
    ]);
    expect(await at(0, step)).toBeNull();
    expect(await at(0, step - 1)).toBe(step);
  });
});

describe('a secret', () => {
  it('is 160 bits in base32, another one each time', () => {
    const secrets = Array.from({ length: 20 }, newTotpSecret);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(secrets).size).toBe(20);
  });

  it('goes to the app with station and account', () => {
    const url = new URL(totpUri(SECRET, '滨溪驿站', 'desk 1'));
    expect(url.protocol + url.host).toBe('otpauth:totp');
    expect(decodeURIComponent(url.pathname)).toBe('/滨溪驿站:desk 1');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      secret: SECRET,
      issuer: '滨溪驿站',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
