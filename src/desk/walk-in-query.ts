import { acceptedWork, openPoint, openTime, readPhone } from '../candidates';
import type { Ctx } from '../context';
import { type Point, toWgs84 } from '../kernel/geo';
import { parseWeek } from '../kernel/week-syntax';
import { type PersonTime, readQuery, type SeekerQuery } from '../matching';
import type { WalkInRecord } from './ports';

/** Who gave no home but a place they set out from, the school gate, is looked for around that. */
function leavesFrom(time: PersonTime | null): Point | null {
  const place = time?.anchors.find(({ kind, place }) => kind === 'leave' && place)?.place;
  return place ? toWgs84(place, place.datum) : null;
}

/** What of a visit is sealed, opened. */
export interface Told {
  phone: string | null;
  text: string | null;
  origin: Point | null;
  time: PersonTime | null;
}

/** Opens what of a visit is sealed, each once. */
export async function openWalkIn(ctx: Pick<Ctx, 'vault'>, record: WalkInRecord): Promise<Told> {
  const [phone, wishes] = await Promise.all([
    readPhone(ctx.vault, record.phoneSealed, true),
    openWishes(ctx, record),
  ]);
  return { phone, ...wishes };
}

/** What a search needs of it: no phone. */
async function openWishes(
  ctx: Pick<Ctx, 'vault'>,
  { textSealed, originSealed, timeSealed }: WalkInRecord,
): Promise<Omit<Told, 'phone'>> {
  const [text, origin, time] = await Promise.all([
    textSealed === null ? null : ctx.vault.open('walk_in_text', textSealed),
    openPoint(ctx.vault, 'origin', originSealed),
    openTime(ctx, timeSealed),
  ]);
  return { text, origin, time };
}

/**
 * The search that a walk-in stands for; without an origin it starts at the station.
 * @param told what of it is sealed, where the caller has opened it already
 */
export async function queryOf(
  ctx: Ctx,
  record: WalkInRecord,
  told?: Omit<Told, 'phone'>,
): Promise<SeekerQuery> {
  const { text, origin, time } = told ?? (await openWishes(ctx, record));
  const query = readQuery(
    ctx,
    {
      q: text ?? undefined,
      mode: record.mode,
      minutes: record.minutes,
      hours_max: record.hoursMax ?? undefined,
    },
    { about: 'person', at: record.createdAt },
  );
  // What was written into the fields goes before what is read out of the words.
  const place = query.understood?.place ? query.origin : null;
  const said = query.wish.occupations ?? [];
  const occupations = [...new Set([...record.occupations, ...said])];
  return {
    ...query,
    origin: origin ?? leavesFrom(time) ?? place ?? ctx.station,
    free: record.free === null ? query.free : parseWeek(record.free),
    time: time ?? query.time,
    work: (await acceptedWork(ctx, { walkInIds: [record.id] })).get(record.id) ?? [],
    wish: { ...query.wish, occupations: occupations.length > 0 ? occupations : undefined },
  };
}
