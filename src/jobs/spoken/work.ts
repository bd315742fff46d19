import { classifyTitle, type Lexicon, type ReadSpan, type Understood } from '../../search';
import {
  ANY_WORK,
  BETWEEN_JOBS,
  BY_DOING,
  GONE,
  LISTED,
  NOT_NAMED,
  SECOND_WISH,
  staffOf,
  VAGUE,
  WANTING,
} from './work-words';

/** Which work is wanted; `several` kinds are several postings, of which the draft is the first. */
export interface WorkSaid {
  title: string | null;
  occupation: string | null;
  several: boolean;
  /** Where a wish for other people begins (再来俩打下手的), or the end of the text: what follows is another posting. */
  until: number;
}

/** Which work it is: of what was named, not of what a kind of workplace makes likely. */
export function workOf(understood: Understood, lexicon: Lexicon): WorkSaid {
  const { normal, spans } = understood;
  const all = spans.filter(({ kind, start, end }) => kind === 'occupation' && isNamed(normal, start, end));
  const until = secondWish(normal, all);
  const before = all.filter(({ start }) => start < until);
  const clear = before.filter(({ start, end }) => !VAGUE.test(normal.slice(start, end)));
  const doing = doingIn(normal.slice(0, until));
  // A word that was only read as another gives way to what is to be done: 收完 of a field is no 收碗.
  const named = doing === null ? clear : clear.filter((one) => !isCorrected(one, understood));
  const several = until < normal.length;
  const [first, second] = named;
  if (!first) {
    const done = unnamed(understood, lexicon, until);
    return { title: done, occupation: done, several, until };
  }
  const occupations = [...new Set(named.map(occupationOf))];
  const [only = ''] = occupations;
  if (!second || occupations.length === 1) {
    const one = atWorkplace(understood, first, lexicon) ?? only;
    return { title: one, occupation: one, several, until };
  }
  const last = named.at(-1) ?? second;
  const between = normal.slice(first.end, second.start);
  if (BETWEEN_JOBS.test(between) && between.length <= 3)
    return { title: occupations.join(LISTED), occupation: only, several: true, until };
  const whole = isTogether(named, normal)
    ? (classifyTitle(normal.slice(first.start, last.end), lexicon) ?? only)
    : (wantedOf(named, normal) ?? only);
  return { title: whole, occupation: whole, several, until };
}

const occupationOf = ({ value = '' }: ReadSpan) => value.split(' ')[0] ?? '';

const doingIn = (text: string): string | null => BY_DOING.find(([, words]) => words.test(text))?.[0] ?? null;

const isCorrected = ({ start, end }: ReadSpan, { corrections }: Understood) =>
  corrections.some((one) => one.start < end && start < one.end);

const isNamed = (normal: string, start: number, end: number) =>
  !NOT_NAMED.some(([word, after]) => normal.slice(start, end) === word && after.test(normal.slice(end)));

/** Where people for another work are wished for. */
function secondWish(normal: string, named: readonly ReadSpan[]): number {
  for (const { index, 0: words } of normal.matchAll(SECOND_WISH)) {
    const others = named.filter(({ start }) => start >= index + words.length);
    const own = named.filter(({ end }) => end <= index);
    const [other] = others;
    if (other && own.length > 0 && own.every((one) => occupationOf(one) !== occupationOf(other)))
      return index;
  }
  return normal.length;
}

/** The work as it is called in that kind of place: 停车场缺个收费的. */
function atWorkplace(
  { normal, spans }: Understood,
  { start, end }: ReadSpan,
  { terms }: Lexicon,
): string | null {
  const places = spans.filter((one) => one.kind === 'workplace' && one.end <= start);
  const known = places.map(
    ({ value = '' }) => terms.get(`${value}${normal.slice(start, end)}`)?.occupations[0],
  );
  return known.find((one) => one !== undefined) ?? null;
}

/** Whether names stand side by side: 外卖打包. */
const isTogether = (named: readonly ReadSpan[], normal: string) =>
  named.every(({ start }, i) => normal.slice(named[i - 1]?.end ?? start, start) === '');

/** The occupation behind a word of wanting, which tells whom the business before it wants: 足浴店招前台. */
function wantedOf(named: readonly ReadSpan[], normal: string): string | null {
  const found = named.find((one, i) => {
    const before = named[i - 1];
    return before && WANTING.test(normal.slice(before.end, one.start)) && !ANY_WORK.has(occupationOf(one));
  });
  return found ? occupationOf(found) : null;
}

/** The work of whoever left and is replaced, what is to be done, or the one work that a kind of place has. */
function unnamed({ normal, spans }: Understood, lexicon: Lexicon, until: number): string | null {
  const left = spans.find(({ kind, end }) => kind === 'refused' && GONE.test(normal.slice(0, end + 2)));
  if (left?.value !== undefined) return occupationOf(left);
  const doing = doingIn(normal.slice(0, until));
  if (doing !== null) return doing;
  const place = spans.find(({ kind }) => kind === 'workplace')?.value ?? '';
  const staff = staffOf(place);
  return lexicon.occupations.has(staff) ? staff : null;
}
