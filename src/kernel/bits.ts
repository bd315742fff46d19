/** The values of a closed list as bits, the first being the lowest; what is not in the list has none. */
export function bitsOf<T extends string>(values: readonly string[], list: readonly T[]): number {
  let bits = 0;
  for (const value of values) {
    const at = list.indexOf(value as T);
    if (at >= 0) bits |= 1 << at;
  }
  return bits;
}

/** The values that bits stand for, in the order of the list. */
export function valuesOf<T extends string>(bits: number, list: readonly T[]): T[] {
  return list.filter((_, at) => (bits & (1 << at)) !== 0);
}
