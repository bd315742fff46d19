import type { BuildResult } from 'esbuild';

/**
 * One file of the sources for Node, as text; packages stay outside.
 * @param root folder of the project, from which the inputs are named
 * @param outfile where it is to stand
 */
export function bundled(
  root: string,
  entryPoints: string[],
  outfile: string,
): Promise<BuildResult<{ write: false; metafile: true }>>;
