import compiled from '../../../search/generated/pinyin.json' with { type: 'json' };
import type { Lexicon } from '../lexicon';
import { indexSounds, type SoundIndex } from './sound-index';
import { openSounds } from './sounds';

const sounds = openSounds(compiled);
const INDEXES = new WeakMap<Lexicon, SoundIndex>();

/** The words of a lexicon by sound, indexed once; how characters sound ships with the project. */
export function soundsOf(lexicon: Lexicon): SoundIndex {
  const index = INDEXES.get(lexicon) ?? indexSounds(lexicon, sounds);
  INDEXES.set(lexicon, index);
  return index;
}
