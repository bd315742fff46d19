import { parseArgs } from 'node:util';
import { rebuildProjections } from '../notify';
import { EXIT, runCommand, say, withStation } from './command';

/** Rebuilds board, words and search index from the database while searches go on. */
runCommand('npm run reindex', async (args) => {
  parseArgs({ args, options: {} });
  return withStation(async (open) => {
    const { jobs, projections, outbox } = open.services.stores;
    const started = performance.now();
    const written = await rebuildProjections({
      jobs,
      projections,
      outbox,
      index: open.index,
      onProgress: (count) => say(`${count} postings`),
    });
    await open.drainNow();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`rebuilt ${written} open postings in ${seconds} s`);
    return EXIT.done;
  });
});
