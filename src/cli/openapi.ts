import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EXIT, runCommand } from './command';
import { openApiText } from './openapi-text';

/** Writes docs/openapi.json from the code. */
runCommand('npm run openapi', async (args) => {
  parseArgs({ args, options: {} });
  const file = new URL('../../docs/openapi.json', import.meta.url);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, openApiText());
  console.log(fileURLToPath(file));
  return EXIT.done;
});
