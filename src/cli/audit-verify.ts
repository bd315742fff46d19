import { parseArgs } from 'node:util';
import type { ChainReport } from '../trust';
import { EXIT, runCommand, say, UsageError, withStation } from './command';

/** Proves that no line of the audit log was changed, removed or slipped in; names the first that was. */
runCommand('npm run audit:verify [-- --sign]', async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { sign: { type: 'boolean', default: false } },
  });
  if (positionals.length > 0) throw new UsageError(`unexpected: ${positionals.join(' ')}`);
  return withStation(async ({ services: { auditChain } }) => {
    if (values.sign) say(`${await auditChain.sign()} chains signed with the key of today`);
    const reports = await auditChain.verify();
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
};

function lineOf({ slug, links, head, waiting, fault }: ChainReport): string {
  const so = `${slug}: ${links} lines in the chain, ${waiting} not yet`;
  if (fault === null) return `${so}, head ${head}`;
  const which = [
    ...(fault.seq === null ? [] : [`line ${fault.seq}`]),
    ...(fault.number === null ? [] : [`link ${fault.number}`]),
  ].join(', ');
  return `${so}. BAD: ${which} ${FAULTS[fault.kind]}`;
}
