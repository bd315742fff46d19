export * from './age-law';
export type { AuditChain, AuditLine, ChainFault, ChainReport, EarlierEnd } from './audit-chain';
export * from './floor';
export * from './licence';
export type { AuditEntry, AuditLog, Vault } from './ports';
