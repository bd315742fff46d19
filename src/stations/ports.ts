import type { Point } from '../kernel/geo';
import type { Id } from '../kernel/ids';
import type { Weights } from '../matching';

/** A 小区 or other place that people here start from, WGS-84 degrees. */
export interface StationPlace extends Point {
  name: string;
}

/** 零工驿站, the tenant: everything else belongs to one. */
export interface Station extends Point {
  id: Id;
  slug: string;
  name: string;
  /** Area class 1–3 of the provincial hourly floor. */
  areaClass: number;
  settings: {
    weights?: Partial<Weights>;
    requireVerified?: boolean;
    hosts?: string[];
    /** Where its people start from, in the order in which they are offered. */
    places?: StationPlace[];
    /** Staff and admins must sign in with a second step. */
    requireSecondFactor?: boolean;
  };
}

export interface StationStore {
  all(): Promise<Station[]>;
  bySlug(slug: string): Promise<Station | null>;
  byId(id: Id): Promise<Station | null>;
  /** @throws DomainError `conflict/station_exists` when the slug is taken */
  insert(station: Station): Promise<void>;
  /** Replaces one setting and leaves the others as they are. */
  setPlaces(id: Id, places: readonly StationPlace[]): Promise<void>;
  setRequireVerified(id: Id, demanded: boolean): Promise<void>;
}
