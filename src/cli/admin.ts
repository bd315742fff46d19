import { parseArgs } from 'node:util';
import type { OpenStation } from '../runtime/station';
import type { Station } from '../stations';
import { CommandError, EXIT, onlyArgument, runCommand, UsageError, withStation } from './command';
import { readPassword } from './password';

const ROLES = ['staff', 'admin'] as const;

/** What is done to an account that is there. */
const CARE = ['reset-totp', 'end-sessions', 'disable', 'enable'] as const;

const USAGE = `npm run admin -- create NAME [--station SLUG] [--role staff|admin]
       npm run admin -- reset-totp|end-sessions|disable|enable NAME [--station SLUG]`;

/** Makes accounts of staff and admins, the first one above all, and helps who has locked themself out. */
runCommand(USAGE, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { station: { type: 'string' }, role: { type: 'string', default: 'admin' } },
  });
  const [verb, ...names] = positionals;
  const username = onlyArgument(names, 'NAME');
  const care = CARE.find((known) => known === verb);
  if (care) return withStation((open) => careFor(open, care, username, values.station));
  if (verb !== 'create') throw new UsageError('');
  const role = ROLES.find((known) => known === values.role);
  if (!role) throw new UsageError(`no such role: ${values.role}`);
  const password = await readPassword();
  return withStation(async (open) => {
    const station = await stationOf(open, values.station);
    const account = { stationId: station.id, username, password, name: username, role };
    const id = await open.accounts.createStaff(account);
    console.log(`${role} ${username} of station ${station.slug} (${id})`);
    return EXIT.done;
  });
});

async function careFor(
  open: OpenStation,
  verb: (typeof CARE)[number],
  username: string,
  slug: string | undefined,
): Promise<number> {
  const { accounts } = open;
  const station = await stationOf(open, slug);
  const userId = await accounts.staffNamed(station.id, username);
  if (userId === null) throw new CommandError(`station ${station.slug} has no account ${username}`);
  const of = { stationId: station.id, userId, by: 'system' };
  switch (verb) {
    case 'reset-totp':
      await accounts.resetSecondFactor(of);
      break;
    case 'end-sessions':
      await accounts.endSessionsOf(of);
      break;
    default:
      await accounts.setDisabled(of, verb === 'disable');
  }
  console.log(`${verb}: ${username} of station ${station.slug}`);
  return EXIT.done;
}

/** The station named, else the only one. */
async function stationOf(open: OpenStation, slug: string | undefined): Promise<Station> {
  const stations = await open.services.stores.stations.all();
  const slugs = stations.map((station) => station.slug).join(', ');
  const [first, second] = slug === undefined ? stations : stations.filter((one) => one.slug === slug);
  if (first && !second) return first;
  if (stations.length === 0)
    throw new CommandError('there is no station yet: npm run station -- create SLUG …');
  throw new CommandError(
    slug === undefined ? `--station: ${slugs}` : `no station ${slug}; there are ${slugs}`,
  );
}
