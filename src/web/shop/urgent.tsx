import type { UrgentState } from '../../urgent';
import { PostForm } from '../forms';
import { problemText } from '../text/problems';
import { momentText, URGENT_TEXT as T } from '../text/urgent';

const moment = (iso: string) => momentText(Date.parse(iso));

/** 急招: how asking stands, and the button that starts it. */
export function Urgent({ urgent, path }: { urgent: UrgentState; path: string }) {
  const { state, endedBecause, obstacle, beginsAt, nextWaveAt } = urgent;
  return (
    <section class="card" aria-labelledby="urgent-title">
      <div class="spread">
        <h2 id="urgent-title">{T.title}</h2>
        {state === 'running' && <span class="tag good">{T.running}</span>}
      </div>
      {state === 'none' && <p class="hint">{T.lead}</p>}
      {state !== 'none' && (
        <ul class="plain-list">
          {endedBecause !== null && <li>{T.ended[endedBecause]}</li>}
          <li>{T.asked(urgent.asked, urgent.wave)}</li>
          <li>{T.answers(urgent.accepted, urgent.declined, urgent.waiting)}</li>
          {state === 'running' && <li>{T.places(urgent.places)}</li>}
          {state === 'running' && nextWaveAt !== null && <li>{T.next(moment(nextWaveAt))}</li>}
          {state === 'running' && beginsAt !== null && <li>{T.begins(moment(beginsAt))}</li>}
        </ul>
      )}
      {obstacle === null && (
        <PostForm to={`${path}/urgent`}>
          <button type="submit" class="button">
            {state === 'none' ? T.start : T.again}
          </button>
        </PostForm>
      )}
      {obstacle !== null && state === 'none' && <p class="quiet">{problemText(obstacle)}</p>}
    </section>
  );
}
