import type { Ctx } from '../context';
import { DomainError } from '../kernel/errors';
import type { Point } from '../kernel/geo';
import type { Mode } from '../kernel/vocabulary';
import type { Area } from './area';
import { estimate } from './estimate';
import { NoStreet } from './ports';
import { CIRCLE_BUDGET_MS } from './streets';
import type { Travel } from './travel';

/**
 * How far one gets: along streets, or by estimate without a router and when it does not answer.
 * @throws DomainError `rule_broken/no_street` where the router knows no street, for example at sea
 */
export async function circleAround(
  { streets }: Pick<Ctx, 'streets'>,
  origin: Point,
  mode: Mode,
  minutes: number,
): Promise<{ area: Area; source: Travel['source'] }> {
  try {
    const area = await streets?.ask(
      mode,
      (router, signal) => router.circle(origin, mode, minutes, signal),
      CIRCLE_BUDGET_MS,
    );
    if (area) return { area, source: 'street' };
  } catch (error) {
    if (error instanceof NoStreet) throw new DomainError('rule_broken', 'no_street');
    throw error;
  }
  return { area: await estimate.circle(origin, mode, minutes), source: 'estimate' };
}
