// Starts the station from one file made of its sources: some hundred modules read one by one take longer than all the
// rest of a start. The file is made anew when a source has changed. Plain JavaScript, because nothing else is loaded
// before it.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = new URL('../dist/', import.meta.url);
const ENTRY = new URL('../src/node.ts', import.meta.url);
const BUNDLE = new URL('station.mjs', FOLDER);
/** Of what the bundle was made: size and time of every file. */
const SOURCES = new URL('station.sources.json', FOLDER);
/** What else it depends on. */
const BESIDES = ['tsconfig.json', 'package-lock.json', 'scripts/start.mjs', 'scripts/bundle.mjs'];
/** What a tree says that may only be read: installed by somebody else, or sealed. */
const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS']);

async function bundle() {
  const { bundled } = await import('./bundle.mjs');
  const { outputFiles, metafile } = await bundled(ROOT, [fileURLToPath(ENTRY)], fileURLToPath(BUNDLE));
  mkdirSync(FOLDER, { recursive: true });
  for (const { path, contents } of outputFiles) write(path, contents);
  const files = [...BESIDES, ...Object.keys(metafile.inputs)];
  write(
    fileURLToPath(SOURCES),
    JSON.stringify(Object.fromEntries(files.map((file) => [file, stampOf(file)]))),
  );
}

/** Another station of the same tree may be reading what was there before. */
function write(path, contents) {
  const written = `${path}.${process.pid}`;
  writeFileSync(written, contents);
  renameSync(written, path);
}

function stampOf(file) {
  const { size, mtimeMs } = statSync(new URL(`../${file}`, import.meta.url));
  return `${size} ${mtimeMs}`;
}

/** Whether the bundle is of the sources as they are. */
function isFresh() {
  try {
    statSync(BUNDLE);
    return Object.entries(JSON.parse(readFileSync(SOURCES, 'utf8'))).every(
      ([file, stamp]) => stampOf(file) === stamp,
    );
  } catch {
    return false;
  }
}

/** @returns whether there is a bundle of the sources as they are */
async function isBundled() {
  if (isFresh()) return true;
  try {
    await bundle();
    return true;
  } catch (error) {
    if (READ_ONLY.has(error.code)) return false;
    throw error;
  }
}

if (await isBundled()) {
  process.setSourceMapsEnabled(true);
  await import(BUNDLE.href);
} else {
  await import('tsx');
  await import(ENTRY.href);
}
