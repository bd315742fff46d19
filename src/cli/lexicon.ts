import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { jiebaDictionary } from '../search/jieba-dictionary';
import { buildLexicon, type LexiconRows } from '../search/lexicon';

const folder = new URL('../../search/', import.meta.url);

/** Reads `search/lexicon/*.csv`. Throws when a file is missing or a line has too few or too many fields. */
export function readLexiconRows(): LexiconRows {
  const read = (name: keyof LexiconRows) =>
    parse(readFileSync(new URL(`lexicon/${name}.csv`, folder)), { columns: true, skip_empty_lines: false });
  return {
    occupations: read('occupations'),
    aliases: read('aliases'),
    related: read('related'),
    constraints: read('constraints'),
    places: read('places'),
    stopwords: read('stopwords'),
  } as LexiconRows;
}

/** The generated files of `search/generated/` by name. Throws LexiconError when the rows contradict themselves. */
export function compileLexicon(rows: LexiconRows): Record<string, string> {
  const lexicon = buildLexicon(rows);
  return {
    'lexicon.json': oneRowPerLine({ ...rows }),
    'jieba.txt': jiebaDictionary(lexicon),
  };
}

/** JSON that a review can read and the formatter leaves alone: one row per line where it fits. */
function oneRowPerLine(tables: Record<string, object[]>): string {
  const table = ([name, rows]: [string, object[]]) => `  "${name}": [\n${rows.map(line).join(',\n')}\n  ]`;
  return `{\n${Object.entries(tables).map(table).join(',\n')}\n}\n`;
}

const LINE_WIDTH = 110;

function line(row: object): string {
  const fields = Object.entries(row).map(([key, field]) => `"${key}": ${JSON.stringify(field)}`);
  const short = `    { ${fields.join(', ')} }`;
  // Han characters are two columns wide, and a comma follows.
  const width = short.length + (short.match(/\p{Script=Han}/gu)?.length ?? 0) + 1;
  return width <= LINE_WIDTH ? short : `    {\n      ${fields.join(',\n      ')}\n    }`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, content] of Object.entries(compileLexicon(readLexiconRows()))) {
    writeFileSync(new URL(`generated/${name}`, folder), content);
    process.stdout.write(`search/generated/${name}  ${content.split('\n').length - 1} lines\n`);
  }
}
