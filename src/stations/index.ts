export type { Station, StationPlace, StationStore } from './ports';
export { rememberStations } from './remembered';
export { type NewStation, newStationSchema, type StationPlacesInput } from './schema';
export { createStation, resolveStation, setPlaces, slugNeeded } from './service';
