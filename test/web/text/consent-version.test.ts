import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { CONSENT_TEXT_VERSION } from '../../../src/candidates';
import { PURPOSE_TEXT } from '../../../src/web/text/me';
import { EMPLOYER_CONSENT_TEXT } from '../../../src/web/text/privacy';

/** Every wording that people have agreed to, by its version. Who changes a sentence adds a line here. */
const WORDINGS: Readonly<Record<string, string>> = {
  '2': 'a4ed1e4a55c05838',
};

it('the wording that is shown is the one that the ledger names', () => {
  const wording = JSON.stringify([PURPOSE_TEXT, EMPLOYER_CONSENT_TEXT]);
  const hash = createHash('sha256').update(wording).digest('hex').slice(0, 16);
  expect(WORDINGS[CONSENT_TEXT_VERSION]).toBe(hash);
});
