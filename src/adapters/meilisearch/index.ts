export { createMeilisearchIndex, type MeilisearchIndex, type MeilisearchOptions } from './search-index';
export { MeilisearchTaskError } from './tasks';
