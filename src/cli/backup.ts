import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeBackup } from '../adapters/backup';
import { EXIT, onlyArgument, runCommand, say, withStation } from './command';

/** Writes everything in the database to a file, as it stands at one instant. */
runCommand('npm run backup -- FILE', async (args) => {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const path = onlyArgument(positionals, 'FILE');
  return withStation(async ({ ownerUrl, services }) => {
    const seal = (sha256: string) => services.vault.blindIndex('backup', sha256);
    const { tables } = await writeBackup({ path, ownerUrl, seal });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${path}: ${rows} rows of ${tables.length} tables, ${statSync(path).size} bytes`);
    say(
      'Phones, homes and notes in it can be read with DATA_KEY (or station.secret) only: keep that elsewhere.',
    );
    say('Names, hours and postings stand in it in clear: keep the file as you keep the database.');
    return EXIT.done;
  });
});
