/** The parts of an OpenAPI 3.1 document that the page shows. */
export interface ApiDocument {
  info: { title: string; version: string };
  paths?: Record<string, Record<string, unknown> | undefined>;
  components?: { schemas?: Record<string, unknown> };
}

/** One parameter, or one property of a body. */
export interface ApiField {
  name: string;
  where: string;
  type: string;
  required: boolean;
}

/** One call of the API. */
export interface ApiCall {
  id: string;
  method: string;
  path: string;
  summary: string;
  fields: ApiField[];
  /** The name of the body's shape, or its type. */
  body: string | null;
  answers: { status: string; text: string; shape: string | null }[];
}

/** One named shape. */
export interface ApiShape {
  name: string;
  fields: ApiField[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

type Loose = Record<string, unknown>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);

/** Every call of the document in its order, grouped by the first part of its path after /api; `ops` for the rest. */
export function apiCalls(document: ApiDocument): Map<string, ApiCall[]> {
  const groups = new Map<string, ApiCall[]>();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item?.[method];
      if (!isObject(operation)) continue;
      const group = path.startsWith('/api/') ? (path.split('/')[2] ?? '') : 'ops';
      groups.set(group, [...(groups.get(group) ?? []), callOf(method, path, operation)]);
    }
  }
  return groups;
}

function callOf(method: string, path: string, operation: Loose): ApiCall {
  const parameters = Array.isArray(operation.parameters) ? operation.parameters : [];
  const content = at(operation, 'requestBody', 'content');
  const body = isObject(content) ? Object.entries(content)[0] : undefined;
  const responses = isObject(operation.responses) ? operation.responses : {};
  return {
    id: `${method}${path.replaceAll(/[^a-z0-9]+/gi, '-')}`,
    method: method.toUpperCase(),
    path,
    summary: String(operation.summary ?? ''),
    fields: parameters.filter(isObject).map((parameter) => ({
      name: String(parameter.name),
      where: String(parameter.in),
      type: typeText(parameter.schema),
      required: parameter.required === true,
    })),
    body: body ? `${body[0]} · ${typeText(at(body[1], 'schema'))}` : null,
    // What every call may answer is said once, above; here stands what this one does.
    answers: Object.entries(responses)
      .filter(([status]) => status.startsWith('2'))
      .map(([status, answer]) => {
        const shape = at(answer, 'content', 'application/json', 'schema');
        return {
          status,
          text: String(at(answer, 'description') ?? ''),
          shape: shape === undefined ? null : typeText(shape),
        };
      }),
  };
}

/** The named shapes of the document. */
export function apiShapes(document: ApiDocument): ApiShape[] {
  return Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => {
    const properties = at(schema, 'properties');
    const required = at(schema, 'required');
    return {
      name,
      fields: Object.entries(isObject(properties) ? properties : {}).map(([field, inner]) => ({
        name: field,
        where: '',
        type: typeText(inner),
        required: Array.isArray(required) && required.includes(field),
      })),
    };
  });
}

/** A JSON schema in a few words: names of shapes, closed lists, types. */
export function typeText(schema: unknown): string {
  if (!isObject(schema)) return '';
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? '';
  if (Array.isArray(schema.enum)) return schema.enum.map(String).join(' | ');
  if (schema.const !== undefined) return String(schema.const);
  const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (Array.isArray(parts)) return parts.map(typeText).filter(Boolean).join(' | ');
  if (schema.type === 'array') return `${typeText(schema.items)}[]`;
  if (schema.type === 'object' && isObject(schema.properties)) {
    return `{ ${Object.keys(schema.properties).join(', ')} }`;
  }
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : String(schema.type ?? '');
  return schema.format === undefined ? type : `${type} (${String(schema.format)})`;
}
