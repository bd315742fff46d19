export * from './age-law';
export type { AuditChain, AuditLine, ChainFault, ChainReport, EarlierEnd } from './audit-chain';
export * from './floor';
export type { KeyRotation, RotationReport, SealedCount } from './key-rotation';
export * from './licence';
export type { AccessEntry, AuditEntry, AuditLog, Vault } from './ports';
export * from './retention';
