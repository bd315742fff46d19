import type { ConductView } from '../../conduct';
import { shanghaiDate } from '../../kernel/clock';
import { PostForm } from '../forms';
import { dateText } from '../text/jobs';
import { CONDUCT_TEXT, conductText, WORK_TEXT as T, viewText } from '../text/work';
import { DayField, NoteField, WordField } from './inputs';

function standingOf(fact: ConductView): string {
  if (fact.decision !== null) return T[fact.decision];
  if (fact.appealedAt !== null) return T.appealing;
  return fact.counts ? T.counts : T.notCounts;
}

/** One fact: what, when, who said it, what the other side says, how it stands. */
export function ConductLine({ fact }: { fact: ConductView }) {
  return (
    <>
      <div class="spread">
        <strong>{`${dateText(fact.date)} ${conductText(fact)}`}</strong>
        <span class={fact.counts ? 'tag warn' : 'tag'}>{standingOf(fact)}</span>
      </div>
      <p class="quiet">{[fact.title, fact.business.name, fact.person].filter(Boolean).join('　')}</p>
      {fact.note !== null && <p>{fact.note}</p>}
      {fact.view !== null && (
        <p>
          {[viewText({ about: fact.about, view: fact.view }), fact.viewNote]
            .filter((text) => text !== null)
            .join('。')}
        </p>
      )}
      {fact.reason !== null && <p>{`${T.reason}：${fact.reason}`}</p>}
      <p class="quiet">{T.until(dateText(shanghaiDate(Date.parse(fact.expiresAt)), true))}</p>
    </>
  );
}

/** Facts about the reader's appointments; those about themselves can be appealed. @param to where the answers go */
export function ConductFacts({ facts, to }: { facts: readonly ConductView[]; to: string | null }) {
  return (
    <section class="card" aria-labelledby="conduct">
      <h2 id="conduct">{T.conduct}</h2>
      <p class="quiet">{T.conductLead}</p>
      {facts.length === 0 ? (
        <p class="quiet">{T.noConduct}</p>
      ) : (
        <ul class="plain-list">
          {facts.map((fact) => (
            <li>
              <ConductLine fact={fact} />
              {to !== null && fact.own && fact.decision === null && fact.appealedAt === null && (
                <details class="fold">
                  <summary>{T.appeal}</summary>
                  <PostForm to={`${to}/${fact.id}/answer`} class="fold-body">
                    <NoteField of={fact.id} name="note" label={T.appealNote} />
                    <div class="actions">
                      <button type="submit" class="button">
                        {T.appeal}
                      </button>
                    </div>
                  </PostForm>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Tells that the other side did not keep an appointment. @param path of the placement */
export function TellForm({
  id,
  about,
  path,
  today,
}: {
  id: string;
  about: ConductView['about'];
  path: string;
  today: string;
}) {
  const title = about === 'worker' ? T.told.worker : T.told.employer;
  return (
    <details class="fold">
      <summary>{title}</summary>
      <PostForm to={`${path}/conduct`} class="fold-body" label={title}>
        <input type="hidden" name="about" value={about} />
        <WordField
          of={`${about}-${id}`}
          name="kind"
          label={T.kind}
          words={Object.entries(CONDUCT_TEXT[about]).map(([value, label]) => [value, label] as const)}
        />
        <DayField of={`tell-${about}-${id}`} name="date" label={T.date} value={today} today={today} />
        <div class="actions">
          <button type="submit" class="button secondary">
            {T.tell}
          </button>
        </div>
      </PostForm>
    </details>
  );
}
