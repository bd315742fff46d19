import { badSentences, cleanSentences, findingsIn } from './corpus';
const [bad = 'bad.tsv', clean = 'clean.tsv'] = process.argv.slice(2);
let miss = 0, n = 0, fa = 0;
for (const b of badSentences(bad)) for (const code of b.codes) {
  n++;
  const f = findingsIn(b.sentence);
  const hit = f.find((x) => x.code === code);
  const at = b.sentence.indexOf(b.words);
  if (!hit) { miss++; console.log('MISS', code, b.sentence, f.map((x) => x.code + ':' + b.sentence.slice(x.start, x.end)).join('|')); }
  else if (b.words && !f.some((x) => x.code === code && x.start < at + b.words.length && at < x.end)) console.log('SPAN', code, b.sentence, b.sentence.slice(hit.start, hit.end));
}
for (const c of cleanSentences(clean)) {
  const f = findingsIn(c.sentence);
  if (f.length) { fa++; console.log('FALSE', c.near, c.sentence, f.map((x) => x.code + ':' + c.sentence.slice(x.start, x.end)).join('|')); }
}
console.log({ n, miss, recall: (n - miss) / n, clean: cleanSentences(clean).length, fa });
