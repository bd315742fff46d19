import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { jiebaDictionary } from '../search/jieba-dictionary';
import { buildLexicon, compileRows, type LexiconRows } from '../search/lexicon';
import { compileSounds } from './pinyin';

const folder = new URL('../../search/', import.meta.url);

/** Reads `search/lexicon/*.csv`. Throws when a file is missing or a line has too few or too many fields. */
export function readLexiconRows(): LexiconRows {
  const read = (name: string) =>
    parse(readFileSync(new URL(`lexicon/${name}.csv`, folder)), { columns: true });
  return {
    occupations: read('occupations'),
    aliases: read('aliases'),
    workplaces: read('workplaces'),
    related: read('related'),
    constraints: read('constraints'),
    notices: read('notices'),
    places: read('places'),
    stopwords: read('stopwords'),
    timeWords: read('time-words'),
  } as LexiconRows;
}

/** The words of `search/lexicon/ordinary.csv`: right as they are, however like a word of work they sound. */
function readEveryday(): string[] {
  const rows: { word: string }[] = parse(readFileSync(new URL('lexicon/ordinary.csv', folder)), {
    columns: true,
  });
  return rows.map(({ word }) => word);
}

/** The generated files of `search/generated/` by name. Throws LexiconError when the rows contradict themselves. */
export function compileLexicon(rows: LexiconRows): Record<string, string> {
  const lexicon = buildLexicon(rows);
  return {
    'lexicon.json': `${JSON.stringify(compileRows(rows), null, 2)}\n`,
    'jieba.txt': jiebaDictionary(lexicon),
    'pinyin.json': `${JSON.stringify(compileSounds(lexicon, readEveryday()), null, 2)}\n`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, content] of Object.entries(compileLexicon(readLexiconRows()))) {
    writeFileSync(new URL(`generated/${name}`, folder), content);
    process.stdout.write(`search/generated/${name}  ${content.split('\n').length - 1} lines\n`);
  }
}
