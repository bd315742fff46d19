import words from '../../law/words.json' with { type: 'json' };
import { expression } from './expressions';
import type { Denial } from './rule-book';

const {
  before,
  gap,
  span,
  after,
  afterCharge,
  double,
  listing,
  must,
  quoted,
  rule,
  breaker,
  listed,
  object,
} = words.negation;
const DENIED_BEFORE = expression(`${before}(?:${gap}){0,16}$`);
/** Of what is paid or handed over a denial reaches to the end of its clause, unless a condition or a must begins. */
const CHARGE_DENIED_BEFORE = expression(`${before}(?:${span}){0,14}$`);
/** What is denied of several, that a comma may go on with: charges, not what somebody fails to do. */
const LISTING = expression(listing);
/** What follows the last of several that are denied together, or one in their middle. */
const LISTED = expression(listed);
/** An amount, or who pays or what is not given: words that say something of their own. */
const WHOLE = /自[己费理付掏备]|个人|本人|没|无|不/;
const AMOUNT = /\d|[一二两三四五六七八九][十百千万]|[一二两三四五六七八九十百][元块]/;
const BROKEN = expression(`${breaker}[^,。;!?\n]{0,6}$`);
const DENIED_AFTER = expression(after);
const CHARGE_DENIED_AFTER = expression(afterCharge);
const DENIED_TWICE = expression(double);
/** Two denials before the words: one may not go without. */
const NOT_WITHOUT = expression(must);
const QUOTED = expression(quoted);
const RULE_QUOTED = expression(rule);
/** What makes the match the name of a place, a show or a paper that is worked with. */
const OBJECT = expression(object);
const FAIR = expression(`${words.fairness}$`);
/** A rule that forbids what the words themselves ask for, by the verb that they begin with. */
const FORBIDDEN = expression(words.forbidden);
const ASKING = /^(?:[限只仅光问询查拒招写填按凭]|优先|指定|要求|说明)/;
/** The same where the words found begin with it. */
const FORBIDS =
  /^(?:不得|不许|不准|不能|不可以?|严禁|禁止)(?:要求|强[制迫]|让|逼|[以因把拿将设对写问查询限])/;
/**
 * What is told of others, by what stands before, after, in the words, at their end (a new line parts them from what
 * follows) or in both places: rules, warnings, advice.
 */
const TOLD = {
  before: expression(words.told.before),
  after: expression(words.told.after),
  within: expression(words.told.within),
  across: expression(words.told.across),
  pairs: words.told.pairs.map(([lead = '', rest = '']) => [expression(lead), expression(rest)] as const),
};
const MARKS = /["'「」『』《》【】()]/g;
const SENTENCE = /^[^。;!?\n]*/;
/** Whether something is wanted or not is asked (要不要女的): the last word of the one, the first of the other. */
const EITHER = /([要招收用限])不\1/;
/** What the posting does not ask about, or takes all of. */
const UNASKED = expression(words.unasked);

const reaches = (denial: Denial, lead: string) =>
  !NOT_WITHOUT.test(lead) &&
  (DENIED_BEFORE.test(lead) || (denial === 'charge' && CHARGE_DENIED_BEFORE.test(lead)));

/** Whether a denial stands right before, taken back or not: no rewording fits behind it. */
export function followsDenial(denial: Denial, lead: string): boolean {
  return (denial === 'usual' || denial === 'charge') && reaches(denial, lead);
}

/** Whether a posting tells what others do, or may not do, and does not say it of itself. */
function isTold(lead: string, rest: string, found: string): boolean {
  const before = lead.replace(MARKS, '');
  const words = found.replace(MARKS, '');
  const after = SENTENCE.exec(rest.replace(MARKS, ''))?.[0] ?? '';
  return (
    TOLD.before.test(before) ||
    TOLD.after.test(after) ||
    TOLD.within.test(words) ||
    TOLD.across.test(`${words}\n${after}`) ||
    TOLD.pairs.some(([first, second]) => first.test(before) && second.test(words + after))
  );
}

/**
 * Whether the words around a match say that it is not so: denied before (no deposit is taken) or after (a deposit
 * there is none; the firm pays), forbidden by a rule that is quoted, or told as what swindlers do. A second denial
 * takes the first back (without a deposit no work).
 * @param lead what stands before the match in the same sentence; @param rest what follows it; @param found itself
 */
export function isDenied(denial: Denial, lead: string, rest: string, found = ''): boolean {
  return isSaidNot(denial, lead, rest, found) || isTold(lead, rest, found);
}

function isSaidNot(denial: Denial, lead: string, rest: string, found: string): boolean {
  if (denial === 'none') return false;
  if (
    FAIR.test(lead) ||
    QUOTED.test(rest) ||
    OBJECT.test(rest) ||
    FORBIDS.test(found) ||
    (FORBIDDEN.test(lead) && ASKING.test(found))
  )
    return true;
  if (denial === 'fairness') return UNASKED.test(rest) || EITHER.test(lead.slice(-1) + found.slice(0, 2));
  const isTwice = DENIED_TWICE.test(rest);
  if (isTwice && reaches(denial, lead)) return false;
  if (DENIED_AFTER.test(rest) || RULE_QUOTED.test(lead)) return true;
  if (denial === 'charge' && CHARGE_DENIED_AFTER.test(rest) && !isTwice) return true;
  // No fee, no deposit: a comma goes on with the list unless an amount follows, which begins another sentence.
  if (lead.endsWith(',') && !AMOUNT.test(found) && !WHOLE.test(found) && LISTED.test(rest)) {
    const listed = lead.slice(0, -1);
    if (LISTING.test(listed) && reaches(denial, listed)) return true;
  }
  // An amount of its own begins another sentence, whatever was denied before the comma.
  const near = denial === 'charge' && AMOUNT.test(found) ? lead.slice(lead.lastIndexOf(',') + 1) : lead;
  return reaches(denial, near) && !BROKEN.test(near);
}
