import { parseArgs } from 'node:util';
import { runMigrations } from '../db/migrate';
import { openDatabase } from '../runtime/database';
import { readEnv } from '../runtime/env';
import { EXIT, runCommand, say } from './command';

/** Brings the database to the newest schema, as its owner. */
runCommand('npm run migrate', async (args) => {
  parseArgs({ args, options: {} });
  const env = readEnv();
  const url = env.DATABASE_OWNER_URL ?? env.DATABASE_URL;
  if (url) await runMigrations(url);
  else {
    const database = await openDatabase(env, say, false);
    try {
      await runMigrations(database.ownerUrl ?? database.appUrl);
    } finally {
      await database.close();
    }
  }
  console.log('the database has the newest schema');
  return EXIT.done;
});
