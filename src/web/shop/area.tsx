import type { Child } from 'hono/jsx';
import { type BusinessView, listBusinesses, ownBusinesses } from '../../businesses';
import type { Ctx } from '../../context';
import { requireSignedIn, requireStaff } from '../../kernel/access';
import { forbidden } from '../../kernel/errors';
import { Desk } from '../desk/menu';
import type { Section } from '../header';
import type { PageContext } from '../page-env';

/**
 * The same postings are kept from two places: by the shopkeeper, and by staff at the desk. What differs stands
 * here.
 */
export interface Area {
  base: '/shop' | '/desk';
  section: Section;
  wide: boolean;
  /** Whether a posting nobody has pinned gets the station's pin as a stand-in, so that it can open. */
  standIn: boolean;
  /** Puts the body of a page between what all pages of the area have. */
  around(body: Child): Child;
  /** Where the list of postings is. */
  list: string;
  /** @throws DomainError for those whose area this is not */
  admit(ctx: Ctx): void;
  /** The businesses that a new posting can be of. */
  businesses(ctx: Ctx): Promise<BusinessView[]>;
  /** Names that are offered while one is typed. */
  names(ctx: Ctx): Promise<string[]>;
}

/** The shopkeeper's own pages. */
export const SHOP: Area = {
  base: '/shop',
  section: 'shop',
  wide: false,
  standIn: true,
  around: (body) => body,
  list: '/shop',
  admit(ctx) {
    requireSignedIn(ctx.actor);
    if (ctx.actor.kind !== 'user' || ctx.actor.role !== 'shop') throw forbidden('not_a_shop');
    if (ctx.actor.stationId !== ctx.station.id) throw forbidden();
  },
  businesses: ownBusinesses,
  names: async () => [],
};

/** How many names are offered. */
const NAMES = 500;

/** The desk. Businesses are too many for a row of buttons; staff write the name. */
export const DESK: Area = {
  base: '/desk',
  section: 'desk',
  wide: true,
  standIn: false,
  around: (body) => <Desk at="jobs">{body}</Desk>,
  list: '/desk/jobs',
  admit: requireStaff,
  businesses: async () => [],
  async names(ctx) {
    const list = await listBusinesses(ctx, { limit: NAMES });
    return list.map(({ name }) => name);
  },
};

/** What the layout wants to know of a page of an area. */
export function infoOf(area: Area, title: string) {
  return { title, section: area.section, wide: area.wide };
}

/** The word of the address that tells what was just done; null for none. */
export function doneOf(c: PageContext): string | null {
  return c.req.query('done') ?? null;
}
