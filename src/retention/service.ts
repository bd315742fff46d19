import { erase } from '../candidates';
import type { Ctx, Services } from '../context';
import { requireStaff } from '../kernel/access';
import { shanghaiDate, startOfShanghaiDay } from '../kernel/clock';
import { overSince, RETENTION, type RetentionRule } from '../trust';
import type { Due, Gone, RowClass } from './ports';

/** Records of one transaction. */
const BATCH = 200;
/** What one round may clear of a class; the next ones do the rest. */
const AT_ONCE = 5_000;

/** A class with its rule and what of it is past its period now. */
export type DueClass = RetentionRule & Due;

/**
 * What the retention would clear now at this station; nothing is done. For staff.
 * @throws DomainError `unauthenticated`, `forbidden`
 */
export async function retentionDue(ctx: Ctx): Promise<DueClass[]> {
  requireStaff(ctx);
  const today = shanghaiDate(ctx.clock.now());
  const { retention } = ctx.stores;
  return Promise.all(
    RETENTION.map(async (rule) => {
      const due =
        rule.class === 'locked'
          ? await retention.lockedDue(ctx.station.id, today)
          : await retention.due(ctx.station.id, rule.class, instantOf(rule, today));
      return { ...rule, ...due };
    }),
  );
}

/**
 * Clears what is past its period, at every station, class by class: words and places of visits first, whole profiles
 * that nobody uses as if their person had asked for it, locked records when their date has come. Each stands in the
 * audit log.
 * @returns how many records of each class
 */
export async function retain(services: Services): Promise<Record<string, number>> {
  const today = shanghaiDate(services.clock.now());
  const cleared: Record<string, number> = {};
  for (const rule of RETENTION) {
    let count = 0;
    for (;;) {
      const done = await clearSome(services, rule, today);
      count += done;
      if (done < BATCH || count >= AT_ONCE) break;
    }
    cleared[rule.class] = count;
  }
  return cleared;
}

async function clearSome(services: Services, rule: RetentionRule, today: string): Promise<number> {
  const before = instantOf(rule, today);
  if (rule.class === 'idle_profile') return clearIdle(services, before);
  const name = rule.class;
  return services.tx(async (stores) => {
    const gone =
      name === 'locked'
        ? await stores.retention.clearLocked(today, BATCH)
        : await stores.retention.clear(name satisfies RowClass, before, BATCH);
    await stores.audit.append(gone.map((one) => ({ ...one, actor: 'system', action: actionOf(name, one) })));
    return gone.length;
  });
}

const actionOf = (name: string, { entity }: Gone) => `${entity}.retention_${name}`;

async function clearIdle(services: Services, before: number): Promise<number> {
  const idle = await services.stores.retention.idle(before, BATCH);
  for (const { stationId, entityId } of idle) {
    const station = await services.stores.stations.byId(stationId);
    if (!station) continue;
    await services.tx(async (stores) => {
      const record = await stores.candidates.lock(stationId, entityId);
      if (record) await erase({ ...services, station }, stores, record, 'system');
    });
  }
  return idle.length;
}

/** The instant before which records of the class were last used that are over on this day. */
function instantOf(rule: RetentionRule, today: string): number {
  return startOfShanghaiDay(overSince(rule, today));
}
