import { writeFileSync } from 'node:fs';
import { traditionalPairs } from './traditional-pairs';

/** Writes law/generated/traditional.json: the traditional characters with their simplified ones. */
writeFileSync(
  new URL('../law/generated/traditional.json', import.meta.url),
  `${JSON.stringify({ pairs: traditionalPairs() }, null, 2)}\n`,
);
