import { page } from '../layout';
import { createPageRouter } from '../page-env';
import { DOCS_TEXT as TEXT } from '../text/docs';
import { type ApiCall, type ApiDocument, type ApiField, apiCalls, apiShapes } from './document';

function Fields({ fields }: { fields: readonly ApiField[] }) {
  return (
    <section class="scroll" tabindex={0} aria-label={TEXT.fields}>
      <table>
        <thead>
          <tr>
            <th scope="col">{TEXT.name}</th>
            <th scope="col">{TEXT.type}</th>
            <th scope="col">{TEXT.where}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, where, type, required }) => (
            <tr>
              <td>
                <code>{name}</code>
              </td>
              <td>
                <code>{type}</code>
              </td>
              <td>{[where, required ? TEXT.required : TEXT.optional].filter(Boolean).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Call({ call }: { call: ApiCall }) {
  return (
    <details class="api-call" id={call.id}>
      <summary>
        <span class={`method method-${call.method.toLowerCase()}`}>{call.method}</span>
        <span>
          <code>{call.path}</code>
          <small lang="en">{call.summary}</small>
        </span>
      </summary>
      {call.fields.length > 0 && <Fields fields={call.fields} />}
      {call.body !== null && (
        <p>
          {TEXT.body}
          <code>{call.body}</code>
        </p>
      )}
      <ul>
        {call.answers.map(({ status, text, shape }) => (
          <li>
            <strong class="num">{status}</strong> <span lang="en">{text}</span>
            {shape !== null && <code> {shape}</code>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/**
 * The reference of the API, drawn on the server from the document that /openapi.json gives.
 * @param document makes the document; asked once, because routes do not change while the service runs
 */
export function docsPages(document: () => ApiDocument) {
  let made: ApiDocument | null = null;
  return createPageRouter().get('/docs', (c) => {
    made ??= document();
    return page(
      c,
      { title: TEXT.title },
      <div class="middle docs">
        <div class="page-head">
          <h1>{TEXT.title}</h1>
          <p>{TEXT.lead}</p>
          <p>
            <a href="/openapi.json">openapi.json</a> · <span class="num">{made.info.version}</span>
          </p>
        </div>
        <section class="card" aria-labelledby="rules">
          <h2 id="rules">{TEXT.rules}</h2>
          <ul class="dots">
            {TEXT.ruleLines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
        {[...apiCalls(made)].map(([group, calls]) => (
          <section aria-labelledby={`group-${group}`}>
            <div class="section-title">
              <h2 id={`group-${group}`}>
                <code>{group}</code>
              </h2>
            </div>
            {calls.map((call) => (
              <Call call={call} />
            ))}
          </section>
        ))}
        <section aria-labelledby="shapes">
          <div class="section-title">
            <h2 id="shapes">{TEXT.shapes}</h2>
          </div>
          {apiShapes(made).map(({ name, fields }) => (
            <details class="api-call" id={`shape-${name}`}>
              <summary>
                <code>{name}</code>
              </summary>
              <Fields fields={fields} />
            </details>
          ))}
        </section>
      </div>,
    );
  });
}
