export { BackupError, type Header, type Refusal, type Seal } from './format';
export { inspectBackup, type RestoreOptions, restoreBackup } from './restore';
export { writeBackup } from './write';
