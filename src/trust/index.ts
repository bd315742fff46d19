export * from './age-law';
export * from './floor';
export type { AuditEntry, AuditLog, Vault } from './ports';
