import { parseArgs } from 'node:util';
import { demoStation } from '../runtime/demo';
import { readEnv } from '../runtime/env';
import { ensureDemo } from '../runtime/first-station';
import { CommandError, EXIT, runCommand, withStation } from './command';

/** Makes the demo station beside whatever is there, or fills in what is missing of it. */
runCommand('npm run seed', async (args) => {
  parseArgs({ args, options: {} });
  if (readEnv().NODE_ENV === 'production') {
    throw new CommandError('the passwords of the demo station are public: it is not made in production');
  }
  await withStation(async (open) => {
    await ensureDemo(open, true);
    await open.drainNow();
  });
  console.log(`the demo station is ready: ?station=${demoStation().slug}`);
  return EXIT.done;
});
