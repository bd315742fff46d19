import { readFileSync } from 'node:fs';
import type { TimeReading } from '../../src/hours';

/** The rows of a table beside this file, each as an object by the names of its first line. */
export function tableRows<Column extends string>(name: string): Record<Column, string>[] {
  const [head = '', ...lines] = readFileSync(new URL(name, import.meta.url), 'utf8').split('\n');
  const columns = head.split('\t') as Column[];
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) as Record<
        Column,
        string
      >;
    });
}

/** A reading in the notation of sentences.tsv, without the spans. */
export function notation(reading: TimeReading) {
  return {
    wish: reading.wish ? 'yes' : 'no',
    free: reading.free ?? '',
    anchors: reading.anchors.map(({ kind, at, days }) => `${kind} ${at} ${days}`).join('; '),
    exceptions: reading.exceptions
      .map((one) => {
        if ('season' in one) return `${one.season}=${one.free}`;
        return 'date' in one ? `${one.date}=${one.free}` : `${one.from}..${one.to}=${one.free}`;
      })
      .join('; '),
    questions: reading.questions
      .map(({ about }) => about)
      .sort()
      .join(','),
  };
}
