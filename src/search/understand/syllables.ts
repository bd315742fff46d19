/** Endings that are not told apart in the speech of northern Henan and many others: en/eng, in/ing, an/ang. */
const NASAL = /(an|en|in)g$/;
/** Beginnings that are not told apart: zh/z, ch/c, sh/s. */
const RETROFLEX = /^([zcs])h/;
/** f is said as h before u: 服 hu, 发 hua, 饭 huan, 房 huang, 飞 hui, 分 hun. */
const LABIAL: Readonly<Record<string, string>> = { fu: 'hu', fa: 'hua', fan: 'huan', fei: 'hui', fen: 'hun' };

const CLASSES = new Map<string, string>();

/** What a toneless syllable sounds like in dialect: syllables of one class may be taken for each other. */
export function soundClass(syllable: string): string {
  const known = CLASSES.get(syllable);
  if (known) return known;
  const flat = syllable.replace(RETROFLEX, '$1').replace(NASAL, '$1').replace('v', 'u');
  const sound = LABIAL[flat] ?? flat.replace(/^n/, 'l');
  if (CLASSES.size < 2000) CLASSES.set(syllable, sound);
  return sound;
}

const LONGEST_SYLLABLE = 6;

/** The syllables that letters can begin with, longest first: `xian` → xian, xia, xi. */
export function syllablesAt(letters: string, at: number, syllables: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (let length = Math.min(LONGEST_SYLLABLE, letters.length - at); length > 0; length--) {
    const piece = letters.slice(at, at + length);
    if (syllables.has(piece)) found.push(piece);
  }
  return found;
}
