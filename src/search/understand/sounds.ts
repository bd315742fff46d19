/** How characters sound, as it ships. */
export interface CompiledSounds {
  /** Toneless syllable (ü as v) → characters whose usual reading it is. */
  first: Record<string, string>;
  /** Character → its other readings, with spaces. */
  others: Record<string, string>;
  /** Words of the lexicon whose characters are not read the usual way → syllables, with spaces. */
  words: Record<string, string>;
  /** Everyday words that no repair may touch, separated by `|`. */
  ordinary: string;
}

/** {@link CompiledSounds}, indexed. */
export interface Sounds {
  /** Character → toneless syllables, the usual one first. */
  readings: ReadonlyMap<string, readonly string[]>;
  words: ReadonlyMap<string, readonly string[]>;
  syllables: ReadonlySet<string>;
  ordinary: ReadonlySet<string>;
}

/** Indexes what ships. */
export function openSounds(compiled: CompiledSounds): Sounds {
  const readings = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(compiled.first)) {
    const list = [syllable];
    for (const character of characters) readings.set(character, list);
  }
  for (const [character, more] of Object.entries(compiled.others))
    readings.set(character, [...(readings.get(character) ?? []), ...more.split(' ')]);
  const written = Object.keys(compiled.first);
  return {
    readings,
    words: new Map(Object.entries(compiled.words).map(([word, read]) => [word, read.split(' ')])),
    // Phones write ü as v or u: 女 nv, nu.
    syllables: new Set([...written, ...written.map((syllable) => syllable.replace('v', 'u'))]),
    ordinary: new Set(compiled.ordinary === '' ? [] : compiled.ordinary.split('|')),
  };
}

const NONE: readonly string[] = [];

/** Toneless readings of a character, the usual one first; none for what is no Han character of the table. */
export function readingsOf(character: string, { readings }: Pick<Sounds, 'readings'>): readonly string[] {
  return readings.get(character) ?? NONE;
}

/** The syllables of a word, or null when one of its characters is not in the table. */
export function syllablesOf(word: string, sounds: Sounds): readonly string[] | null {
  const known = sounds.words.get(word);
  if (known) return known;
  const list: string[] = [];
  for (const character of word) {
    const [usual] = readingsOf(character, sounds);
    if (!usual) return null;
    list.push(usual);
  }
  return list;
}
