/**
 * Whether a text can be kept as it is. PostgreSQL has no NUL in text (Unicode U+0000), and half of a surrogate
 * pair has no form in UTF-8: one would be refused by the database, the other silently become another character.
 */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
