export type { Station, StationStore } from './ports';
export { resolveStation } from './service';
