import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { CONFIG, runWrangler } from './wrangler';

/** The script that would be deployed. */
export interface Bundle {
  /** Where the script is. */
  path: string;
  /** Files of which some part is in the script, relative to the project, and how many bytes of it. */
  contents: Map<string, number>;
  /** Modules left to the runtime. */
  external: string[];
  remove(): Promise<void>;
}

interface Metafile {
  outputs: Record<
    string,
    { entryPoint?: string; imports: { path: string }[]; inputs: Record<string, { bytesInOutput: number }> }
  >;
}

/**
 * Bundles exactly as a deployment would, and deploys nothing.
 * @param entry another script than the one the settings name
 * @throws Error with the output when it fails
 */
export async function buildBundle(entry?: string): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'worker-bundle-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const metafile = join(folder, 'meta.json');
  const args = ['deploy', '--dry-run', '--config', CONFIG, '--outdir', folder, `--metafile=${metafile}`];
  if (entry) args.push(entry);
  const wrangler = runWrangler(folder, args);
  if ((await wrangler.ended) !== 0) {
    await remove();
    throw new Error(`the Worker does not bundle:\n${wrangler.output()}`);
  }
  const { outputs }: Metafile = JSON.parse(await readFile(metafile, 'utf8'));
  const script = Object.values(outputs).find((output) => output.entryPoint);
  if (!script) throw new Error('wrangler made no script');
  const contents = Object.entries(script.inputs).map(
    ([path, { bytesInOutput }]) => [path, bytesInOutput] as const,
  );
  return {
    path: join(folder, basename(entry ?? 'worker.ts').replace(/\.ts$/, '.js')),
    contents: new Map(contents.filter(([, bytes]) => bytes > 0)),
    external: [...new Set(script.imports.map(({ path }) => path))].sort(),
    remove,
  };
}
