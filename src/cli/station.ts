import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createStation, type StationPlacesInput, setPlaces } from '../stations';
import { CommandError, EXIT, onlyArgument, runCommand, UsageError, withStation } from './command';

const USAGE =
  'npm run station -- create SLUG --name NAME --lat LAT --lng LNG [--class 1|2|3] | places SLUG FILE.json';

/** Makes stations, and names the places that their people start from. */
runCommand(USAGE, async (args) => {
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
  const [verb, ...rest] = positionals;
  if (verb === 'places') return placesFrom(rest);
  if (verb !== 'create') throw new UsageError('');
  const slug = onlyArgument(rest, 'SLUG');
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

/** Replaces the places of a station by those of a file, `[{"name", "lat", "lng", "datum"?}]`. */
async function placesFrom([slug, ...files]: string[]): Promise<number> {
  if (slug === undefined) throw new UsageError('SLUG is missing');
  const places = placesIn(onlyArgument(files, 'FILE.json'));
  return withStation(async ({ services }) => {
    console.log(`${await setPlaces(services, slug, places)} places of station ${slug}`);
    return EXIT.done;
  });
}

function placesIn(path: string): StationPlacesInput {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandError(`${path}: ${(error as Error).message}`);
  }
}

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
