export { createMemoryBoard, STALE_MS } from './board';
export { City } from './city';
export { Follower } from './follower';
export * from './source';
