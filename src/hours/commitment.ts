import type { Found } from './shift-pieces';
import type { ShiftQuestion, ShiftReading } from './shift-reading';
import { AT_LEAST, CHOICE, CHOOSING, NUMBER_OF, ONE_OF_SHIFTS, SEASONAL } from './shift-words';
import { EVERY_DAY } from './weeks';

/** Whether all of the shifts are needed, or some of them. */
export function commitmentOf(
  text: string,
  found: readonly Found[],
  questions: Set<ShiftQuestion>,
): ShiftReading['commitment'] {
  const said = AT_LEAST.exec(text);
  const count = said?.[1];
  if (count && CHOOSING.test(said[0])) return { atLeast: Number(count) || (NUMBER_OF.get(count) ?? 1) };
  if (found.length === 1 && ONE_OF_SHIFTS.test(text)) questions.add('choice');
  if (found.length < 2) return 'all';
  if (CHOICE.test(text)) return { atLeast: 1 };
  const names = new Set(found.map(({ label }) => label ?? ''));
  if (SEASONAL.test(text)) questions.add('choice');
  if (names.size > 1 || overlap(found)) {
    if (!questions.has('rotation')) questions.add('choice');
    return { atLeast: 1 };
  }
  if (questions.has('rotation')) return { atLeast: 1 };
  return 'all';
}

function overlap(found: readonly Found[]): boolean {
  return found.some((a, i) =>
    found.slice(i + 1).some((b) => {
      const same =
        (a.days ?? EVERY_DAY).some((day) => (b.days ?? EVERY_DAY).includes(day)) &&
        a.dates?.[0] === b.dates?.[0];
      return same && a.start < b.end && b.start < a.end;
    }),
  );
}
