import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { restoreBackup } from '../adapters/backup';
import { rebuildIndex } from '../notify';
import { CommandError, EXIT, onlyArgument, runCommand, say, withStation } from './command';
import { prove } from './proof';

/** Brings a backup into an empty database, makes the search index anew and proves that all is equal. */
runCommand('npm run restore -- FILE [--force] [--other-key]', async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false }, 'other-key': { type: 'boolean', default: false } },
  });
  const path = onlyArgument(positionals, 'FILE');
  if (!existsSync(path)) throw new CommandError(`there is no ${path}`);
  return withStation(async (open) => {
    const { services, ownerUrl, index } = open;
    const seal = (sha256: string) => services.vault.blindIndexes('backup', sha256);
    const flags = { force: values.force, otherKey: values['other-key'] };
    const { tables, createdAt } = await restoreBackup({ path, ownerUrl, seal, ...flags });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${rows} rows of ${tables.length} tables, as they stood at ${createdAt}`);
    if (index) {
      const { jobs, outbox } = services.stores;
      say(`search index made anew: ${await rebuildIndex({ jobs, outbox, index })}`);
    }
    const { equal, lines } = await prove(open);
    console.log(lines.join('\n'));
    return equal ? EXIT.done : EXIT.failed;
  });
});
