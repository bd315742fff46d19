import type { Point } from '../kernel/geo';
import type { Id } from '../kernel/ids';
import type { Weights } from '../matching';

/** 零工驿站, the tenant: everything else belongs to one. */
export interface Station extends Point {
  id: Id;
  slug: string;
  name: string;
  /** Area class 1–3 of the provincial hourly floor. */
  areaClass: number;
  settings: { weights?: Partial<Weights>; requireVerified?: boolean; hosts?: string[] };
}

export interface StationStore {
  all(): Promise<Station[]>;
  bySlug(slug: string): Promise<Station | null>;
  byId(id: Id): Promise<Station | null>;
  /** @throws DomainError `conflict/station_exists` when the slug is taken */
  insert(station: Station): Promise<void>;
}
