/** Places 地点: how far away something is, in minutes of travel. */

export { pointSchema } from './schema';
export * from './travel';
