import type { Index, Settings } from 'meilisearch';
import settings from '../../../search/settings.json' with { type: 'json' };
import { settled } from './tasks';

/**
 * The settings of the index, from `search/settings.json`. No dictionary, synonyms or stop words among them: character
 * pairs find what a dictionary would (which costs 8 ms in every search), occupations do what synonyms would (see
 * `readingsOf`), and both keep this engine's answers the same as those of Postgres. Typos are for the reading of
 * the query, where they can be told to the person.
 */
export const indexSettings = settings as Settings;

/** Changing settings re-indexes every document. */
const TIMEOUT_MS = 30 * 60_000;

/** Applies the settings if any of them differs from what the index has. */
export async function applySettings(index: Index): Promise<void> {
  if (!(await hasSettings(index))) await settled(index.updateSettings(indexSettings), TIMEOUT_MS);
}

/** Whether the index has the settings; one that Meilisearch made by itself for a stray document has not. */
export async function hasSettings(index: Index): Promise<boolean> {
  return !differs(await index.getSettings(), indexSettings);
}

/** Whether `current` lacks anything of `wanted`; what `wanted` does not mention does not matter. */
export function differs(current: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(current) || current.length !== wanted.length) return true;
    return wanted.some((item, i) => differs(current[i], item));
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof current !== 'object' || current === null) return true;
    const held = new Map<string, unknown>(Object.entries(current));
    return Object.entries(wanted).some(([key, value]) => differs(held.get(key), value));
  }
  return current !== wanted;
}
