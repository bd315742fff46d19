import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dict } from '@node-rs/jieba/dict';
import { parse } from 'csv-parse/sync';
import { jiebaDictionary } from '../search/jieba-dictionary';
import { buildLexicon, compileRows, type LexiconRows } from '../search/lexicon';
import { compileSounds, type SoundSources } from '../search/understand/compile-sounds';

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

/** The characters of GB 2312, the dictionary of jieba and `search/lexicon/ordinary.csv`. */
function soundSources(): SoundSources {
  const rows: { word: string }[] = parse(readFileSync(new URL('lexicon/ordinary.csv', folder)), {
    columns: true,
  });
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return {
    characters: new TextDecoder('gb2312').decode(new Uint8Array(bytes)),
    dictionary: new TextDecoder().decode(dict),
    everyday: rows.map(({ word }) => word),
  };
}

/** The generated files of `search/generated/` by name. Throws LexiconError when the rows contradict themselves. */
export function compileLexicon(rows: LexiconRows): Record<string, string> {
  const lexicon = buildLexicon(rows);
  return {
    'lexicon.json': `${JSON.stringify(compileRows(rows), null, 2)}\n`,
    'jieba.txt': jiebaDictionary(lexicon),
    'pinyin.json': `${JSON.stringify(compileSounds(lexicon, soundSources()), null, 2)}\n`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, content] of Object.entries(compileLexicon(readLexiconRows()))) {
    writeFileSync(new URL(`generated/${name}`, folder), content);
    process.stdout.write(`search/generated/${name}  ${content.split('\n').length - 1} lines\n`);
  }
}
