import { parseArgs } from 'node:util';
import type { RotationReport } from '../trust';
import { EXIT, runCommand, say, UsageError, withStation } from './command';

/** Changes the key of what lies sealed: everything is sealed anew with the first key of DATA_KEY. */
runCommand('npm run keys -- status | rotate', async (args) => {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [verb = '', ...more] = positionals;
  if (more.length > 0 || !['status', 'rotate'].includes(verb)) throw new UsageError('');
  return withStation(async ({ keys, services }) => {
    const today = services.vault.keyNumber;
    if (verb === 'status') return tell(await keys.status(), today);
    let told = 0;
    const report = await keys.rotate((done) => {
      if (done - told < 10_000) return;
      told = done;
      say(`${done} values so far`);
    });
    // Ends of chains signed with the old key could not be read any more once it is gone.
    const signed = await services.auditChain.sign();
    console.log(
      `${report.resealed} values sealed anew with key ${today}, ${report.reindexed} blind indexes made anew, ` +
        `${signed} chains of the audit log signed`,
    );
    if (report.unreadable > 0) console.log(`${report.unreadable} values are opened by no key of DATA_KEY`);
    return tell(report, today);
  });
});

function tell({ columns, left }: RotationReport, today: number): number {
  for (const { column, byKey } of columns) {
    const parts = Object.entries(byKey).map(([key, count]) => `${count} under key ${key}`);
    console.log(`${column}: ${parts.join(', ') || 'nothing'}`);
  }
  console.log(left === 0 ? `no value is left under another key than ${today}` : `${left} values are LEFT`);
  return left === 0 ? EXIT.done : EXIT.failed;
}
