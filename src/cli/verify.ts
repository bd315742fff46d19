import { parseArgs } from 'node:util';
import { EXIT, runCommand, withStation } from './command';
import { prove } from './proof';

/** Proves that board, words and search index hold the same postings as the database. */
runCommand('npm run verify', async (args) => {
  parseArgs({ args, options: {} });
  const { equal, lines } = await withStation(prove);
  console.log(lines.join('\n'));
  return equal ? EXIT.done : EXIT.failed;
});
