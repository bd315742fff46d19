import { DEFAULT_WEIGHTS, plainWeights, weightsOf } from '../../matching';
import { RETENTION } from '../../trust';
import { page } from '../layout';
import { createPageRouter } from '../page-env';
import { Link } from '../page-frame';
import { monthsText, RANKING_TEXT, RETENTION_TEXT, PRIVACY_TEXT as TEXT } from '../text/privacy';
import { figure } from '../text/vocabulary';

/** What everybody may know: how data are used, and how lists are made. */
export const privacyPages = createPageRouter();

privacyPages.get('/privacy', (c) =>
  page(
    c,
    { title: TEXT.title },
    <div class="middle">
      <div class="page-head">
        <h1>{TEXT.title}</h1>
        <p>{TEXT.lead}</p>
      </div>
      <div class="stack">
        {TEXT.sections.map(({ title, lines }) => (
          <section class="card">
            <h2>{title}</h2>
            <ul>
              {lines.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </section>
        ))}
        <section class="card scroll" tabindex={0} aria-label={TEXT.keepTitle}>
          <h2>{TEXT.keepTitle}</h2>
          <table>
            <thead>
              <tr>
                {[TEXT.what, TEXT.period, TEXT.later, TEXT.article].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {RETENTION.map((rule) => (
                <tr>
                  <td>{RETENTION_TEXT[rule.class].what}</td>
                  <td>{monthsText(rule.months)}</td>
                  <td>{RETENTION_TEXT[rule.class].later}</td>
                  <td>{rule.article}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p class="actions">
          <Link to="/ranking" class="button secondary">
            {TEXT.ranking}
          </Link>
        </p>
      </div>
    </div>,
  ),
);

const PARTS = Object.keys(DEFAULT_WEIGHTS) as (keyof typeof DEFAULT_WEIGHTS)[];

privacyPages.get('/ranking', (c) => {
  const weights = weightsOf(c.get('ctx').station);
  const plain = plainWeights(weights);
  return page(
    c,
    { title: RANKING_TEXT.title },
    <div class="middle">
      <div class="page-head">
        <h1>{RANKING_TEXT.title}</h1>
        <p>{RANKING_TEXT.lead}</p>
      </div>
      <div class="stack">
        <section class="card scroll" tabindex={0} aria-label={RANKING_TEXT.weight}>
          <table>
            <thead>
              <tr>
                {[RANKING_TEXT.part, RANKING_TEXT.weight, RANKING_TEXT.plainWeight].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {PARTS.map((part) => (
                <tr>
                  <td>{RANKING_TEXT.parts[part]}</td>
                  <td class="num">{figure(weights[part], 2)}</td>
                  <td class="num">{figure(plain[part], 2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="quiet">{RANKING_TEXT.more}</p>
        </section>
        <section class="card">
          <h2>{RANKING_TEXT.plainTitle}</h2>
          <p>{RANKING_TEXT.plainLead}</p>
          <p class="actions">
            <Link to="/?plain=1" class="button secondary">
              {RANKING_TEXT.plainOn}
            </Link>
          </p>
        </section>
      </div>
    </div>,
  );
});
