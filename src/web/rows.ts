import { type FormInput, one } from './page-env';

/** Rows of a form that can be added to: the field that counts them, how many there are at first and at most. */
export interface Rows {
  count: string;
  first: number;
  most: number;
}

/** How many rows the form shows: what it said itself, within bounds. */
export function rowsShown(form: FormInput, { count, first, most }: Rows): number {
  const said = Number(one(form, count));
  return Number.isInteger(said) ? Math.min(most, Math.max(first, said)) : first;
}

/** The form with one more row; whatever was typed stays. */
export function withOneMore(form: FormInput, rows: Rows): FormInput {
  return { ...form, [rows.count]: [String(Math.min(rows.most, rowsShown(form, rows) + 1))] };
}
