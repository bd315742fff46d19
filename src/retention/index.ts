export * from './ports';
export { type DueClass, retain, retentionDue } from './service';
