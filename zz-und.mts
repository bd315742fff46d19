import { understand } from './src/search/understand';
import { shippedLexicon as L } from './src/search/shipped-lexicon';
for (const q of process.argv.slice(2)) { const u = understand(q, L, { today: '2026-06-01' }); const { spans, normal, text, words, alternatives, ...r } = u; console.log(q, '→', JSON.stringify(r), JSON.stringify(alternatives), '\n   ', spans.map(s => `${normal.slice(s.start, s.end)}:${s.kind}`).join(' ')); }
