export * from './age-law';
export * from './audit-chain';
export * from './floor';
export type { AuditEntry, AuditLog, Vault } from './ports';
