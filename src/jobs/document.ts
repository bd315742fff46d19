import { type SearchDocument, toDocument } from '../search';
import type { JobWithBusiness } from './record';

/** The posting as the text engines hold it. */
export function documentOf({ job, business }: JobWithBusiness): SearchDocument {
  return toDocument({
    id: job.id,
    stationId: job.stationId,
    title: job.title,
    occupation: job.occupation,
    business: business.name,
    description: job.description,
    place: job.place?.precision === 'door' ? { lat: job.place.lat, lng: job.place.lng } : null,
    version: job.version,
  });
}
