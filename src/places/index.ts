/** Places 地点: how far away something is, in minutes of travel, by estimate or along streets. */
export * from './area';
export * from './cached';
export * from './estimate';
export * from './origin';
export * from './outline';
export * from './ports';
export * from './sampled-area';
export { pointSchema } from './schema';
export * from './street';
export * from './streets';
export * from './travel';
