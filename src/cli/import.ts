import { parseArgs } from 'node:util';
import { onlyArgument, runCommand, withStation } from './command';
import { importFile } from './import-file';

/** Imports postings from NDJSON, CSV or a foreign list. */
runCommand('npm run import -- FILE [--dry-run] [--station SLUG]', async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, station: { type: 'string' } },
  });
  const file = onlyArgument(positionals, 'FILE');
  const out = { line: (text: string) => console.log(text), isTerminal: process.stdout.isTTY === true };
  return withStation((open) =>
    importFile(open, { file, dryRun: values['dry-run'], station: values.station }, out),
  );
});
