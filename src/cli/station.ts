import { parseArgs } from 'node:util';
import { createStation } from '../stations';
import { EXIT, onlyArgument, runCommand, UsageError, withStation } from './command';

/** Makes stations. */
runCommand('npm run station -- create SLUG --name NAME --lat LAT --lng LNG [--class 1|2|3]', async (args) => {
  const { values, positionals } = parseArgs({
    args: withoutNegatives(args),
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      lat: { type: 'string' },
      lng: { type: 'string' },
      class: { type: 'string', default: '1' },
    },
  });
  const [verb, ...slugs] = positionals;
  if (verb !== 'create') throw new UsageError('');
  const slug = onlyArgument(slugs, 'SLUG');
  const { name } = values;
  if (name === undefined) throw new UsageError('--name is missing');
  const lat = numberOf('--lat', values.lat);
  const lng = numberOf('--lng', values.lng);
  const areaClass = numberOf('--class', values.class);
  return withStation(async ({ services }) => {
    const station = await createStation(services, { slug, name, lat, lng, areaClass });
    console.log(`station ${station.slug} at ${station.lat}, ${station.lng} (${station.id})`);
    return EXIT.done;
  });
});

/** `--lng -70.5` becomes `--lng=-70.5`: a value that looks like an option has to be tied to its own. */
function withoutNegatives(args: readonly string[]): string[] {
  const tied: string[] = [];
  for (const arg of args) {
    const before = tied.at(-1);
    if (/^-\d/.test(arg) && before?.startsWith('--')) tied[tied.length - 1] = `${before}=${arg}`;
    else tied.push(arg);
  }
  return tied;
}

function numberOf(option: string, text: string | undefined): number {
  if (text === undefined) throw new UsageError(`${option} is missing`);
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new UsageError(`${option} is no number: ${text}`);
  return value;
}
