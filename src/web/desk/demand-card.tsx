import { PostForm } from '../forms';

/** Words of something that a station demands, or does not. */
export interface DemandWords {
  title: string;
  hint: string;
  on: string;
  off: string;
  set: string;
  unset: string;
}

/** What the station demands of everybody now, and the button that changes it. */
export function DemandCard({ to, demanded, words }: { to: string; demanded: boolean; words: DemandWords }) {
  return (
    <PostForm to={to} class="card">
      <h2>{words.title}</h2>
      <p class="hint">{words.hint}</p>
      <p>
        <span class={demanded ? 'tag good' : 'tag'}>{demanded ? words.on : words.off}</span>
      </p>
      <input type="hidden" name="demanded" value={demanded ? 'no' : 'yes'} />
      <div class="actions">
        <button type="submit" class="button secondary">
          {demanded ? words.unset : words.set}
        </button>
      </div>
    </PostForm>
  );
}
