import type { Benefit, Settlement } from '../../kernel/vocabulary';
import { type Lexicon, understand } from '../../search';
import type { ListingRow } from './listing';

/** Control characters but line breaks, bidi marks and halves of surrogate pairs say nothing to anybody. */
export function cleanText(cell: string): string {
  return cell.replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\uFFFD]/gu, '').trim();
}

/** Cuts to so many UTF-16 units, at a sign of punctuation or a space if one is near, never through a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  const end = /[\s,，、。；;|/(（【[][^\s,，、。；;|/(（【[]*$/.exec(kept)?.index ?? 0;
  return `${end >= max * 0.6 ? kept.slice(0, end) : kept}…`;
}

/** How far a piece of text goes in which words are looked for; a query of people is no longer. */
const PIECE = /[^\n。；;！!？?]{1,150}/gu;
/** In prose, 月结 may be about a customer's account and 当天结 about the day one leaves: only talk of wages counts. */
const OF_WAGES = /工资|薪|结算方式/u;
/** What may be chosen, or holds at the end of the work only, is not how the posting pays. */
const NOT_THE_RULE = /可以?(日|周|月|随|当天)|辞工|离职|款项|账目/u;

/** Settlement, if the row says exactly one, and benefits; negated and contradicting words count as not said. */
export function readWords(
  row: Pick<ListingRow, 'title' | 'skills' | 'benefits' | 'description'>,
  lexicon: Lexicon,
): { settlement?: Settlement; benefits: Benefit[] } {
  const pieces = (text: string) => cleanText(text).match(PIECE) ?? [];
  const labels = [row.title, row.skills, row.benefits].flatMap(pieces);
  const prose = pieces(row.description);
  const of = (list: readonly string[]) =>
    list.map((piece) => understand(piece, lexicon, { asWritten: true }));
  const paid = of(
    [...labels, ...prose.filter((piece) => OF_WAGES.test(piece))].filter((p) => !NOT_THE_RULE.test(p)),
  );
  const settlements = new Set(paid.flatMap(({ settlement }) => (settlement ? [settlement] : [])));
  const unsure = new Set(paid.flatMap((read) => read.unsure));
  const several = [...unsure].some((word) => lexicon.terms.get(word)?.constraints.some(isSettlement));
  const [settlement] = settlements;
  return {
    ...(settlement && settlements.size === 1 && !several ? { settlement } : {}),
    benefits: [...new Set(of([...labels, ...prose]).flatMap((read) => read.benefits ?? []))],
  };
}

const isSettlement = ({ param }: { param: string }) => param === 'settlement';
