import { NAME_RANK, type SoundIndex, type SoundingTerm } from './sound-index';

/** Words that letters may stand for, best first; `sure`: there is one sense and it is near. */
export interface Spelt {
  terms: readonly SoundingTerm[];
  sure: boolean;
}

const NONE: Spelt = { terms: [], sure: false };
const MOST_INITIALS = 6;
/** Fewer letters are near to everything. */
const LEAST_SPELLED = 6;
const SURE_INITIALS = 3;
/** Letters that mean what they say. */
const ABBREVIATIONS = new Set(
  'app boss bgm btob cad cnc cpu crm diy dj ems erp excel fpc gmp hr html http https id it js kfc kpi ktv led mc node null nba pc pcb pdf plc pos ppt ps pvc qq sap script select smt sql tv ui url usb vip vlog wifi word wps www xml xss'.split(
    ' ',
  ),
);

/** Letters that are no pinyin as they stand: initials (xwg), or pinyin with one letter wrong, missing or too many. */
export function speltBy(letters: string, index: SoundIndex): Spelt {
  const initials = byInitials(letters, index);
  return initials.terms.length > 0 ? initials : byOneLetter(letters, index);
}

function byInitials(letters: string, index: SoundIndex): Spelt {
  const flat = letters.replace(/([zcs])h/g, '$1');
  if (flat.length < 2 || flat.length > MOST_INITIALS || ABBREVIATIONS.has(letters)) return NONE;
  const terms = ranked(initialsOf(letters, flat, index));
  const canonical = terms.filter(({ rank }) => rank <= NAME_RANK);
  const sure = flat.length >= SURE_INITIALS && (senses(terms) === 1 || senses(canonical) === 1);
  return { terms, sure };
}

function initialsOf(letters: string, flat: string, index: SoundIndex): readonly SoundingTerm[] {
  return letters === flat
    ? index.byInitials(flat)
    : [...index.byInitials(flat), ...index.byInitials(letters)];
}

function byOneLetter(letters: string, index: SoundIndex): Spelt {
  if (letters.length < LEAST_SPELLED) return NONE;
  const near = [-1, 0, 1].flatMap((more) =>
    index
      .bySpelling(letters.charAt(0), letters.length + more)
      .filter(({ spelled }) => isOneApart(letters, spelled)),
  );
  const terms = ranked(near);
  const canonical = terms.filter(({ rank }) => rank <= NAME_RANK);
  return { terms, sure: senses(terms) === 1 || senses(canonical) === 1 };
}

const ranked = (terms: readonly SoundingTerm[]) =>
  [...terms].sort((a, b) => a.rank - b.rank || a.characters.length - b.characters.length);

const senses = (terms: readonly SoundingTerm[]) => new Set(terms.map(({ sense }) => sense)).size;

/** Whether one letter changed, added, dropped or swapped with its neighbour makes one word of the other. */
export function isOneApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  if (a.length > b.length) return restA.slice(1) === restB;
  if (a.length < b.length) return restA === restB.slice(1);
  return (
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
