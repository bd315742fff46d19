import { formatWeek } from '../../kernel/week-syntax';
import { type GateAnswer, gateOf, type SeekerQuery } from '../../matching';
import { JOB_PAGE_TEXT as TEXT } from '../text/seeker';
import { MODE_TEXT, weekText } from '../text/vocabulary';

/** Gates that say nothing about the person while they are open. */
const SILENT_WHEN_OK = new Set(['open', 'expired', 'verified', 'place']);

/** Whether a posting suits this search, condition by condition, with the smallest change where it does not. */
export function WhyCard({
  gates,
  query,
  shown,
}: {
  gates: readonly GateAnswer[];
  query: SeekerQuery;
  shown: boolean;
}) {
  const told = gates.filter((gate) => !(gate.ok && SILENT_WHEN_OK.has(gate.code))).map(gateOf);
  if (told.length === 0) return null;
  const week = query.free === null ? null : weekText(formatWeek(query.free));
  return (
    <section class="card" aria-labelledby="why">
      <div class="spread">
        <h2 id="why">{TEXT.why}</h2>
        <span class={shown ? 'tag good' : 'tag warn'}>{shown ? TEXT.fits : TEXT.notFits}</span>
      </div>
      <p class="quiet">{TEXT.whyOf(MODE_TEXT[query.mode], query.minutes, week)}</p>
      <ul class="gates">
        {told.map((gate) => (
          <li class={gate.ok ? 'gate-ok' : 'gate-no'}>
            <span class="visually-hidden">{gate.ok ? TEXT.fits : TEXT.notFits}</span>
            {gate.text}
            {gate.fix !== undefined && <span class="gate-fix">{`${TEXT.fix}${gate.fix}`}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
