import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { licenceCheck, licenceFault, maskLicence, normaliseLicence } from '../../src/trust';

/** 统一社会信用代码 by GB 32100-2015. */
const CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const digit = fc.constantFrom(...CHARACTERS.slice(0, 10));
const any = fc.constantFrom(...CHARACTERS);
const text = (of: fc.Arbitrary<string>, length: number) =>
  fc.array(of, { minLength: length, maxLength: length }).map((list) => list.join(''));
const bodies = fc.tuple(text(any, 2), text(digit, 6), text(any, 9)).map((parts) => parts.join(''));
const licences = bodies.map((body) => `${body}${licenceCheck(body)}`);

describe('a licence number', () => {
  // The first is the example of the standard; the others were reckoned by hand and by another program.
  it.each([
    ['91350100M000100Y4', '3'],
    ['91410800MA0000000', 'Y'],
    ['93410800MAQRTUWXY', '4'],
    ['12345678901234567', '8'],
    ['00000000000000000', '0'],
    ['YYYYYY00000000000', 'P'],
  ])('%s ends with %s', (body, check) => {
    expect(licenceCheck(body)).toBe(check);
  });

  it('is right with its own check character and with no other', () => {
    fc.assert(
      fc.property(bodies, any, (body, last) => {
        const right = last === licenceCheck(body);
        expect(licenceFault(`${body}${last}`)).toBe(right ? null : 'licence_checksum');
      }),
    );
  });

  it('is wrong as soon as one character is another', () => {
    fc.assert(
      fc.property(licences, fc.nat(17), any, (licence, at, other) => {
        fc.pre(licence[at] !== other);
        const changed = `${licence.slice(0, at)}${other}${licence.slice(at + 1)}`;
        expect(licenceFault(changed)).not.toBeNull();
      }),
    );
  });

  it('is wrong when two neighbours that differ changed places', () => {
    fc.assert(
      fc.property(licences, fc.nat(16), (licence, at) => {
        fc.pre(licence[at] !== licence[at + 1]);
        const swapped = `${licence.slice(0, at)}${licence[at + 1]}${licence[at]}${licence.slice(at + 2)}`;
        expect(licenceFault(swapped)).not.toBeNull();
      }),
    );
  });

  it('is the same in every spelling', () => {
    fc.assert(
      fc.property(licences, (licence) => {
        const wide = [...licence].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join('');
        for (const spelling of [
          licence.toLowerCase(),
          wide,
          ` ${licence.slice(0, 6)} ${licence.slice(6)} `,
        ]) {
          expect(normaliseLicence(spelling)).toBe(licence);
        }
      }),
    );
  });

  it('never breaks the check, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (written) => {
        const licence = normaliseLicence(written);
        const fault = licenceFault(licence);
        expect(fault === null).toBe(fault === null && licence.length === 18);
      }),
    );
  });

  it.each([
    ['410800123456789', 'licence_old'],
    ['91350100M000100Y', 'licence_length'],
    ['91350100M000100Y433', 'licence_length'],
    ['', 'licence_length'],
    ['91350100M000I00Y43', 'licence_character'],
    ['91350100MOOO100Y43', 'licence_character'],
    ['9135O100M000100Y43', 'licence_character'],
    ['91AB0100M000100Y43', 'licence_district'],
    ['91350100M000100Y44', 'licence_checksum'],
  ])('%s: %s', (licence, fault) => {
    expect(licenceFault(licence)).toBe(fault);
  });

  it('is shown to be recognised, not to be written down', () => {
    expect(maskLicence('91350100M000100Y43')).toBe('91************0Y43');
  });
});
