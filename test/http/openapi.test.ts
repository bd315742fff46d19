import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../support/answers';
import { jobDraft } from '../support/builders';
import { visit } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** openapi.json is the full truth: valid, complete, and equal to what is answered. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
interface Operation {
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: Json }[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema: Schema }> }>;
}
interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: Json[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: boolean | Schema;
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

let t: TestStation;
let document: Document;
beforeAll(async () => {
  t = await openTestStation();
  document = await answer<Document>(t.client().get('/openapi.json'));
});
afterAll(() => t.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );

/** What of a value its schema does not say; empty when it fits. */
function misfits(value: Json, schema: Schema, at = ''): string[] {
  if (schema.$ref) {
    const target = document.components.schemas[schema.$ref.replace('#/components/schemas/', '')];
    return target ? misfits(value, target, at) : [`${at}: ${schema.$ref} is nowhere`];
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const fits = choices.some((choice) => misfits(value, choice, at).length === 0);
    return fits ? [] : [`${at}: fits none of its choices`];
  }
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => type === kind || (type === 'integer' && kind === 'number'))) {
    return [`${at}: ${kind} is not ${types.join('|')}`];
  }
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: ${String(value)} is not listed`];
  if (Array.isArray(value))
    return value.flatMap((item, i) => misfits(item, schema.items ?? {}, `${at}/${i}`));
  if (typeof value !== 'object' || value === null || !schema.properties) return [];
  const { properties } = schema;
  return [
    ...(schema.required ?? []).filter((key) => !(key in value)).map((key) => `${at}/${key}: missing`),
    ...Object.entries(value).flatMap(([key, inner]) => {
      const property = properties[key];
      if (property) return misfits(inner, property, `${at}/${key}`);
      const open = schema.additionalProperties !== undefined && schema.additionalProperties !== false;
      return open ? [] : [`${at}/${key}: not described`];
    }),
  ];
}

describe('the document', () => {
  it('is OpenAPI 3.1 of this version of the software', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info.title).toBeTruthy();
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('refers to nothing that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(refs.length).toBeGreaterThan(10);
    expect(refs.filter((name) => !document.components.schemas[name])).toEqual([]);
  });

  it('describes every parameter of every path, and answers for every operation', () => {
    const faults = operations().flatMap(({ path, method, operation }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const described = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      return [
        ...inPath
          .filter((name) => !described.some((one) => one.name === name && one.required && one.schema))
          .map((name) => `${method} ${path}: {${name}}`),
        ...described
          .filter(({ name }) => !inPath.includes(name))
          .map(({ name }) => `${method} ${path}: ${name} is not in the path`),
        ...(operation.summary ? [] : [`${method} ${path}: no summary`]),
        ...(Object.keys(operation.responses).some((status) => /^2/.test(status))
          ? []
          : [`${method} ${path}: no success`]),
        ...Object.entries(operation.responses)
          .filter(([, response]) => !response.description)
          .map(([status]) => `${method} ${path}: ${status} has no description`),
        ...['400', '401', '403', '404', '409', '413', '415', '422', '429', '503']
          .filter((status) => !operation.responses[status])
          .map((status) => `${method} ${path}: ${status} is missing`),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('knows every route of the API, and no other', () => {
    const routes = t.app.routes
      .filter(
        ({ method, path }) =>
          method !== 'ALL' &&
          (path.startsWith('/api/') || ['/healthz', '/readyz', '/metrics'].includes(path)),
      )
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const described = operations().map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(routes)].sort()).toEqual(described.sort());
  });

  it('asks every write for a body of a described shape or for none', () => {
    const shapeless = operations().filter(
      ({ operation }) => operation.requestBody && !Object.values(operation.requestBody.content)[0]?.schema,
    );
    expect(shapeless).toEqual([]);
  });
});

describe('what is answered', () => {
  const schemaOf = (method: string, path: string, status: string, type = 'application/json') =>
    document.paths[path]?.[method]?.responses[status]?.content?.[type]?.schema ?? {};

  it('fits its description, answer by answer', async () => {
    const id = await t.openJob({
      title: '洗碗工',
      schedule: {
        kind: 'window',
        windows: [{ days: 'Mo-Su', start: '08:00', end: '20:00' }],
        hoursPerWeek: 10,
      },
    });
    const service = t.service();
    const calls: [string, string, string, Promise<Response>][] = [
      [
        'get',
        '/api/jobs',
        '200',
        service.get('/api/jobs?q=%E6%B4%97%E7%A2%97&free=Mo-Fr%2008:00-09:30&minutes=10'),
      ],
      ['get', '/api/jobs/{id}', '200', service.get(`/api/jobs/${id}`)],
      [
        'get',
        '/api/jobs/{id}/why',
        '200',
        service.get(`/api/jobs/${id}/why?free=Mo%2008:00-12:00&pay_min=99`),
      ],
      [
        'post',
        '/api/jobs',
        '201',
        service.post(
          '/api/jobs',
          jobDraft({ pay: { amount: 5, max: 6, unit: 'piece', expectedHours: 0.2 } }),
        ),
      ],
      [
        'post',
        '/api/jobs',
        '201',
        service.post('/api/jobs', { title: '只有名称', business: { name: '店' } }),
      ],
      [
        'post',
        '/api/walk-ins',
        '201',
        service.post('/api/walk-ins', visit({ text: '找洗碗的活', phone: '13800000009' })),
      ],
      ['get', '/api/walk-ins', '200', service.get('/api/walk-ins')],
      ['get', '/api/managed-jobs', '200', service.get('/api/managed-jobs')],
      ['get', '/api/businesses', '200', service.get('/api/businesses')],
      ['get', '/api/referrals', '200', service.get('/api/referrals')],
      ['get', '/api/session', '200', service.get('/api/session')],
      ['get', '/readyz', '200', service.get('/readyz')],
    ];
    for (const [method, path, status, call] of calls) {
      const schema = schemaOf(method, path, status);
      expect(Object.keys(schema), `${method} ${path}`).not.toEqual([]);
      expect(misfits(await answer<Json>(call, Number(status)), schema), `${method} ${path}`).toEqual([]);
    }
  });

  it('fits also when it is a problem', async () => {
    const schema = schemaOf('post', '/api/jobs', '422', 'application/problem+json');
    expect(misfits(await answer<Json>(t.service().post('/api/jobs', { title: '' }), 422), schema)).toEqual(
      [],
    );
  });
});
