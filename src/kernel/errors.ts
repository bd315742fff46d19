/**
 * The errors that the domain throws. Each is a code with numbers, never a sentence: sentences are made at
 * the edge (web/text/zh-CN.ts), in the one place that knows who reads them.
 */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'conflict'
  | 'too_large'
  | 'unsupported_type'
  | 'rule_broken'
  | 'too_many'
  | 'unavailable';

/** One thing wrong with one field. `pointer` is a JSON pointer into the input (RFC 6901). */
export interface FieldProblem {
  pointer: string;
  code: string;
  /** Numbers and codes that the sentence needs. */
  values?: Record<string, string | number>;
}

/** A refusal that the person or program who asked can understand and act upon. */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly fields: FieldProblem[];
  readonly values: Record<string, string | number>;

  constructor(
    kind: ErrorKind,
    code: string,
    detail: { fields?: FieldProblem[]; values?: Record<string, string | number> } = {},
  ) {
    super(code);
    this.name = 'DomainError';
    this.kind = kind;
    this.code = code;
    this.fields = detail.fields ?? [];
    this.values = detail.values ?? {};
  }
}

/** The row is not there, or not for this actor: both look the same from outside. */
export const notFound = (entity: string): DomainError => new DomainError('not_found', `${entity}_not_found`);
/** The row is there but in a state that does not allow the change. */
export const conflict = (code: string, values?: Record<string, string | number>): DomainError =>
  new DomainError('conflict', code, values ? { values } : {});
/** The actor may not do this. */
export const forbidden = (code = 'forbidden'): DomainError => new DomainError('forbidden', code);
/** Well-formed input that breaks a rule, field by field. */
export const ruleBroken = (fields: FieldProblem[], code = 'invalid'): DomainError =>
  new DomainError('rule_broken', code, { fields });
