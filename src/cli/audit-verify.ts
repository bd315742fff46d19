import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ChainReport, EarlierEnd } from '../trust';
import { CommandError, EXIT, runCommand, say, UsageError, withStation } from './command';

/** Proves that no line of the audit log was changed, removed or slipped in; names the first that was. */
runCommand('npm run audit:verify [-- --sign] [--since FILE]', async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { sign: { type: 'boolean', default: false }, since: { type: 'string' } },
  });
  if (positionals.length > 0) throw new UsageError(`unexpected: ${positionals.join(' ')}`);
  const earlier = values.since === undefined ? [] : earlierEnds(await readFile(values.since, 'utf8'));
  return withStation(async ({ services: { auditChain } }) => {
    if (values.sign) say(`${await auditChain.sign()} chains signed with the key of today`);
    const reports = await auditChain.verify(earlier);
    for (const report of reports) console.log(lineOf(report));
    return reports.some(({ fault }) => fault !== null) ? EXIT.failed : EXIT.done;
  });
});

const FAULTS: Record<NonNullable<ChainReport['fault']>['kind'], string> = {
  changed: 'was changed',
  removed: 'was removed',
  link_missing: 'is missing from the chain',
  inserted: 'was slipped in',
  signature: 'is the end of the chain, and not the one that was signed with this DATA_KEY',
  unsealed: 'has waited for its link for over an hour: does a server with upkeep run?',
  not_continued: 'is not what the earlier report says: lines were cut off, or the chain was made anew',
};

/** Ends of chains in what this command printed earlier. @throws CommandError when it holds none */
function earlierEnds(text: string): EarlierEnd[] {
  const lines = text.matchAll(/^(\S+): (\d+) lines in the chain.*, head ([0-9a-f]{64})$/gm);
  const ends = [...lines].map(([, slug = '', links, head = '']) => ({ slug, links: Number(links), head }));
  if (ends.length === 0) throw new CommandError('the file holds no line that audit:verify has printed');
  return ends;
}

function lineOf({ slug, links, head, waiting, fault }: ChainReport): string {
  const so = `${slug}: ${links} lines in the chain, ${waiting} not yet`;
  if (fault === null) return `${so}, head ${head}`;
  const which = [
    ...(fault.seq === null ? [] : [`line ${fault.seq}`]),
    ...(fault.number === null ? [] : [`link ${fault.number}`]),
  ].join(', ');
  return `${so}. BAD: ${which} ${FAULTS[fault.kind]}`;
}
