import type { Understood } from '../../search';
import type { JobDraft } from '../schema';
import { AT, BESIDE, LEADS, NO_NAME, TOLD } from './place-words';

/** The first place that was named, with what stands beside it; a point when the lexicon knows one. */
export function placeOf(understood: Understood): JobDraft['place'] | null {
  return knownPlace(understood) ?? namedPlace(withoutTime(understood));
}

/** The normal form with stops in place of times and sums, so that none becomes part of a name. */
const withoutTime = ({ normal, spans }: Understood) =>
  spans
    .filter(({ kind }) => kind === 'time' || kind === 'pay')
    .reduce(
      (text, { start, end }) => text.slice(0, start) + ','.repeat(end - start) + text.slice(end),
      normal,
    );

function knownPlace({ normal, spans, place }: Understood): JobDraft['place'] | null {
  const span = spans.find(({ kind }) => kind === 'place');
  if (!span) return null;
  const at = span.start + (AT.exec(normal.slice(span.start, span.end))?.[0].length ?? 0);
  const told = TOLD.exec(normal);
  const wider = told ? stretchOf(told) : null;
  const beside = BESIDE.exec(normal.slice(span.end))?.[0] ?? '';
  const workplace = spans.find(
    ({ kind, start }) => kind === 'workplace' && start === span.end + beside.length,
  );
  const holds = wider && wider.start <= at && wider.end > span.end + beside.length;
  const address =
    holds && !workplace ? wider.name : `${normal.slice(at, span.end)}${beside}${workplace?.value ?? ''}`;
  const isMeant = place !== undefined && span.value === place.name;
  const about = { address, datum: 'wgs84', precision: 'area' } as const;
  return isMeant ? { ...about, lat: place.lat, lng: place.lng } : about;
}

function namedPlace(normal: string): JobDraft['place'] | null {
  const found = [TOLD.exec(normal), LEADS.exec(normal)].flatMap((match) => (match ? [stretchOf(match)] : []));
  const named = found.find(({ name }) => !NO_NAME.test(name));
  return named ? { address: named.name, datum: 'wgs84', precision: 'area' } : null;
}

function stretchOf({ groups, 0: all, index }: RegExpExecArray) {
  const name = groups?.['name'] ?? '';
  const start = index + all.indexOf(name);
  return { name, start, end: start + name.length };
}
