import { expression } from './expressions';

/** What must follow the words of a rule: what is said of those people, and how far behind them. */
export interface Following {
  /** Phrases of words.json, one of which is said: `refused prefer only`. */
  say: string;
  /** Most characters in between. */
  within: number;
  /** Whether one comma, colon or space may stand in between. */
  pause?: boolean;
  /** Most characters behind that. */
  after?: number;
  /** Whether it only may follow: the words are a finding by themselves. */
  may?: boolean;
  /** Characters that may not stand in between. */
  but?: string;
}

/** The phrases of a kind, and where they end in the part that was read last: one look serves all rules. */
interface Verdict {
  find: RegExp;
  part: string;
  /** The end of what is said from each place on; -1 for nothing, 0 for not looked yet. */
  ends: Int32Array;
}

const VERDICTS = new Map<string, Verdict>();

/** What is said by any of some phrases (`refused prefer`), looked for at one place. */
export function verdictExpression(say: string): RegExp {
  const phrases = say.split(' ').map((name) => `{${name}}`);
  return expression(phrases.join('|'), 'y');
}

function verdictOf(say: string): Verdict {
  let verdict = VERDICTS.get(say);
  if (!verdict) {
    verdict = { find: verdictExpression(say), part: '', ends: new Int32Array(0) };
    VERDICTS.set(say, verdict);
  }
  return verdict;
}

const PAUSES = ',: ';

/**
 * Where what follows ends that a rule asks for behind its words.
 * @param at where those end in the part; @returns -1 when it does not follow
 */
export function endOfVerdict(part: string, at: number, following: Following): number {
  const verdict = verdictOf(following.say);
  if (verdict.part !== part) {
    verdict.part = part;
    verdict.ends = new Int32Array(part.length + 1);
  }
  const { within, pause = false, after = 0, but = '' } = following;
  let left = within + (pause ? after : 0);
  let paused = !pause;
  for (let i = at; i < part.length; i++) {
    const end = endFrom(verdict, i);
    if (end > 0) return end;
    const one = part.charAt(i);
    if (!paused && PAUSES.includes(one)) {
      paused = true;
      left = after;
    } else if (one === ',' || but.includes(one) || --left < 0) return -1;
  }
  return -1;
}

function endFrom(verdict: Verdict, at: number): number {
  const known = verdict.ends[at] ?? -1;
  if (known !== 0) return known;
  verdict.find.lastIndex = at;
  const end = verdict.find.test(verdict.part) ? verdict.find.lastIndex : -1;
  verdict.ends[at] = end;
  return end;
}
