import type { Ctx } from '../../context';
import type { SeekerQuery } from '../../matching';
import { Link } from '../page-frame';
import { LIST_TEXT, SEARCH_TEXT } from '../text/seeker';
import { BENEFIT_TEXT, figure, SETTLEMENT_TEXT, weekText } from '../text/vocabulary';
import { FROM, fromOf, type SearchText, searchPath } from './params';
import { Readings, understoodConditions } from './understood';

/** A condition in words, and the search without it. */
export interface Condition {
  text: string;
  path: string;
}

/** What was chosen in the form. */
function chosenConditions(ctx: Ctx, text: SearchText, query: SeekerQuery): Condition[] {
  const { filters } = query;
  const without = (words: string, ...names: (keyof SearchText)[]) => ({
    text: words,
    path: searchPath(text, Object.fromEntries(names.map((name) => [name, null]))),
  });
  const from = text.lat === undefined ? FROM.station : fromOf(ctx, query.origin);
  return [
    ...(from === FROM.station
      ? []
      : [
          without(
            `${SEARCH_TEXT.from}：${from === FROM.here ? SEARCH_TEXT.here : from}`,
            'lat',
            'lng',
            'datum',
          ),
        ]),
    ...(text.free ? [without(weekText(text.free), 'free')] : []),
    ...(filters.occupations ? [without(filters.occupations.join('、'), 'occupation')] : []),
    ...(filters.settlements
      ? [without(filters.settlements.map((value) => SETTLEMENT_TEXT[value]).join('、'), 'settlement')]
      : []),
    ...(filters.benefits
      ? [without(filters.benefits.map((value) => BENEFIT_TEXT[value]).join('、'), 'benefits')]
      : []),
    ...(filters.payMinFen === undefined
      ? []
      : [
          without(
            `${SEARCH_TEXT.payMin} ${figure(filters.payMinFen / 100, 2)} ${SEARCH_TEXT.payUnit}`,
            'pay_min',
          ),
        ]),
    ...(filters.hoursMax === undefined
      ? []
      : [
          without(
            `${SEARCH_TEXT.hoursMax} ${figure(filters.hoursMax)} ${SEARCH_TEXT.hoursUnit}`,
            'hours_max',
          ),
        ]),
  ];
}

function ConditionRow({ title, conditions }: { title: string; conditions: Condition[] }) {
  if (conditions.length === 0) return null;
  return (
    <div class="condition-row">
      <span class="condition-title">{title}</span>
      <ul class="tags">
        {conditions.map(({ text, path }) => (
          <li>
            <Link to={path} class="chip" aria-label={LIST_TEXT.undo(text)}>
              {text}
              <span class="chip-x" aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Everything that shapes the list: what was understood, what was chosen; each can be undone by its link. */
export function Conditions({ ctx, text, query }: { ctx: Ctx; text: SearchText; query: SeekerQuery }) {
  const understood = understoodConditions(text, query);
  const chosen = chosenConditions(ctx, text, query);
  if (understood.length + chosen.length === 0 && !query.understood) return null;
  return (
    <div class="conditions">
      <ConditionRow title={LIST_TEXT.understood} conditions={understood} />
      <ConditionRow title={LIST_TEXT.chosen} conditions={chosen} />
      <Readings text={text} query={query} />
    </div>
  );
}
