import type { DBTransactionAdapter, Where } from 'better-auth';

type Row = Record<string, unknown>;

interface Query {
  model: string;
  where?: Where[];
  data?: Row;
  update?: Row;
}

type Method = (query: Query) => Promise<unknown>;

/**
 * Keeps the tokens of sessions out of the database: on the way in every token becomes its hash, and rows that
 * were asked for by token come back with the token they were asked for. Rows found in other ways keep the
 * hash, which opens nothing.
 * @param hash one-way, and the same for the same token
 */
export function hashSessionTokens<A extends DBTransactionAdapter>(
  adapter: A,
  hash: (token: string) => Promise<string>,
): A {
  const guarded = (method: Method): Method => {
    return async (query) => {
      if (query.model !== 'session') return method(query);
      const tokens = new Map<string, string>();
      const hide = async (value: unknown): Promise<unknown> => {
        if (Array.isArray(value)) return Promise.all(value.map(hide));
        if (typeof value !== 'string') return value;
        const hashed = await hash(value);
        tokens.set(hashed, value);
        return hashed;
      };
      return show(await method(await hideTokens(query, hide)), tokens);
    };
  };
  const wrap = ([name, member]: [string, unknown]): [string, unknown] => {
    if (typeof member !== 'function' || name === 'createSchema') return [name, member];
    if (name === 'transaction') return [name, inTransaction(member as Transaction, hash)];
    return [name, guarded(member as Method)];
  };
  return Object.fromEntries(Object.entries(adapter).map(wrap)) as A;
}

type Transaction = (work: (inner: DBTransactionAdapter) => Promise<unknown>) => Promise<unknown>;

function inTransaction(begin: Transaction, hash: (token: string) => Promise<string>): Transaction {
  return (work) => begin((inner) => work(hashSessionTokens(inner, hash)));
}

async function hideTokens(query: Query, hide: (value: unknown) => Promise<unknown>): Promise<Query> {
  const hidden = { ...query };
  for (const part of ['data', 'update'] as const) {
    const row = query[part];
    if (row && 'token' in row) hidden[part] = { ...row, token: await hide(row.token) };
  }
  if (query.where) {
    hidden.where = await Promise.all(
      query.where.map(async (term) =>
        term.field === 'token' ? { ...term, value: (await hide(term.value)) as Where['value'] } : term,
      ),
    );
  }
  return hidden;
}

function show(result: unknown, tokens: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(result)) return result.map((row) => show(row, tokens));
  if (typeof result !== 'object' || result === null || !('token' in result)) return result;
  const token = tokens.get(String(result.token));
  return token === undefined ? result : { ...result, token };
}
