export type { Station, StationStore } from './ports';
export { type NewStation, newStationSchema } from './schema';
export { createStation, resolveStation, slugNeeded } from './service';
