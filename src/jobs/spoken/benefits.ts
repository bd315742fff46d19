import type { Benefit } from '../../kernel/vocabulary';
import { BED_DENIED, BED_GIVEN, MEAL_MONEY, MEALS_DENIED, MEALS_GIVEN } from './benefit-words';

/**
 * What comes with the wage: what was read already and what the words of employers add; empty when it is refused, null when
 * nothing is said.
 * @param read what the general reading found
 */
export function benefitsIn(text: string, read: readonly Benefit[] = []): Benefit[] | null {
  const given = new Set(read);
  const denies = { meals: MEALS_DENIED.test(text), lodging: BED_DENIED.test(text) };
  const rest = text.replace(new RegExp(MEALS_DENIED, 'gu'), ' ').replace(new RegExp(BED_DENIED, 'gu'), ' ');
  if (MEALS_GIVEN.test(rest)) given.add('meals');
  else if (denies.meals || MEAL_MONEY.test(text)) given.delete('meals');
  if (BED_GIVEN.test(rest)) given.add('lodging');
  else if (denies.lodging) given.delete('lodging');
  const list = (['meals', 'lodging', 'insurance'] as const).filter((one) => given.has(one));
  return list.length > 0 || denies.meals || denies.lodging ? list : null;
}
