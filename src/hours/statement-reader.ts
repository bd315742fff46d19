import { firstOf, isWithin, lastOf } from './bounds';
import type { Node } from './doings';
import { AFTERWARDS, NIGHT_WORK } from './event-words';
import { type Context, isUntold, isWorkingDay, NO_CONTEXT, type Piece, type Style } from './piece';
import { blank, hasTime, type Reading, type Statement } from './statement';
import { TOGETHER } from './time-words';
import type { Part, Place } from './tokens';

/** Minutes; shorter stretches are no day of work. */
const LONG_WORK = 240;

const inTheMorning = (piece: Piece): Piece =>
  piece.type === 'until' && piece.bare && piece.b >= 1020
    ? { ...piece, b: piece.b - 720, questions: piece.questions.filter((code) => code !== 'am_pm') }
    : piece;

/** What is known while the nodes of a text are read one after the other. */
export class StatementReader {
  readonly reading: Reading = { statements: [], questions: [], availability: false, spans: [] };
  /** The statement that is being read. */
  now: Statement = blank();
  /** A word such as except was said: what follows is excepted. */
  excepting = false;
  /** Counts the pauses. */
  group = 0;
  /** A word of being free or taken was said before its time. */
  awaiting = false;
  context: Context = NO_CONTEXT;
  /** What was said before its time is that one is free: 都行,就是晚上不行. */
  leading = false;
  /** One's own work that was said, and after how many pauses. */
  private work: { part: Part | null; group: number } | null = null;
  /** How many pauses there were when dates without an end were said (下周开始能上班): what is free is free then. */
  openDates = -1;
  /** How many pauses there were when something was said to be free or taken. */
  private habitGroup = -1;
  /** All other times were said to be taken; the word of being taken that follows says no more. */
  denied = false;
  /** Where the last thing of time ended, UTF-16 offset; -1 before the first. */
  lastEnd = -1;

  constructor(
    readonly nodes: readonly Node[],
    readonly text: string,
    readonly style: Style,
    /** Somebody speaks of themselves. */
    readonly self: boolean,
  ) {}

  /** Whether something is excepted in the present statement. */
  get excepted(): boolean {
    const { exceptDays, exceptPieces, exceptDates } = this.now;
    return exceptDays.length + exceptPieces.length + exceptDates.length > 0;
  }

  /** Ends the present statement. */
  close(): void {
    const { now } = this;
    if (hasTime(now) || now.polarity !== 0 || this.excepted || now.everything)
      this.reading.statements.push(now);
    this.now = blank();
    this.excepting = false;
    this.leading = false;
  }

  /** Forgets the present statement. */
  discard(): void {
    this.now = blank();
  }

  /** Notes a place as read. */
  use({ start, end }: Place): void {
    this.reading.spans.push({ start, end });
    this.lastEnd = end;
  }

  /** Every other day, or shifts in turn. */
  alternate(place: Place, own: boolean): void {
    if (this.now.polarity !== 0 && hasTime(this.now)) this.close();
    this.now.alternation = true;
    this.now.ownCycle ||= own;
    this.use(place);
  }

  /** Notes that one's own work was said, in a part of the day or at no time: its hours may follow. */
  workOf(part: Part | null): void {
    this.work = { part, group: this.group };
  }

  /** Whether a stretch right after a word of one's own work, with nothing of being free beside it, is its hours. */
  isWork(piece: Piece): boolean {
    if (!this.work || this.group - this.work.group !== 1 || piece.type !== 'range' || piece.joined)
      return false;
    const { part } = this.work;
    if (piece.b - piece.a < LONG_WORK) return false;
    if (part === null || part === 'day') return isWorkingDay(piece);
    const [first, last] = [firstOf(part), lastOf(part)];
    return (Math.min(piece.b, last) - Math.max(piece.a, first)) * 2 >= last - first;
  }

  /** 我上早班,六点到两点: the hours of one's own work, instead of its part of the day. */
  addWork(piece: Piece): void {
    const { now } = this;
    const own = now.pieces.at(-1);
    if (own?.taken && own.work) now.pieces.pop();
    if (hasTime(now) && !now.work) this.close();
    this.now.pieces.push({ ...piece, taken: true, work: true, questions: [], availability: true });
    this.reading.availability = true;
    this.work = null;
    this.context = { ...NO_CONTEXT, after: piece.b % 1440 };
    this.use(piece);
  }

  /** A stretch of the day. */
  addPiece(piece: Piece): void {
    const { now } = this;
    if (now.habit && piece.type === 'until' && this.group === this.habitGroup && this.endHabit(piece)) return;
    if (this.excepting) now.exceptPieces.push(piece);
    else {
      if (this.tellsHalf(piece)) return;
      const before = now.pieces.at(-1);
      // 上午随时: any time of that part.
      if (piece.part === 'all' && before?.type === 'part' && before.end === piece.start) {
        this.use(piece);
        return;
      }
      // 没课就能来,周一下午三点以后没课: what was said before days is of their hours, too.
      const ofDays = this.leading && now.pieces.length === 0;
      if (now.polarity !== 0 && hasTime(now) && !this.awaiting && !ofDays) this.close();
      this.now.pieces.push(piece);
      this.arrive();
    }
    const { type } = piece;
    const { after, begun } = this.context;
    const untold = isUntold(piece);
    // 天亮就得回,七点要开店: what follows comes soon after.
    const dawning = type === 'until' && piece.vague && piece.b <= 360;
    this.context = {
      after:
        untold && begun
          ? after
          : dawning
            ? piece.b
            : type === 'until'
              ? null
              : (type === 'range' ? piece.b : piece.a) % 1440,
      open: type === 'from' || type === 'part' || dawning,
      part: this.partAfter(piece),
      listed: type === 'range' && !this.excepting,
      habit: false,
      begun: untold ? begun : type === 'from' && !piece.questions.includes('start'),
    };
    if (piece.taken && piece.work && type === 'part') this.workOf(piece.part);
    this.reading.availability ||= piece.availability;
    this.use(piece);
  }

  /** 六点到九点半 晚上: a part of the day right after hours tells which half of it they are in. */
  private tellsHalf(piece: Piece): boolean {
    const last = this.now.pieces.at(-1);
    const { part } = piece;
    if (
      piece.type !== 'part' ||
      !part ||
      piece.joined ||
      !last?.bare ||
      last.type === 'until' ||
      this.now.polarity !== 0
    )
      return false;
    const late = isWithin(last.a + 720, part);
    if (!late && !isWithin(last.a, part)) return false;
    const by = late && last.a < 720 ? 720 : 0;
    const questions = last.questions.filter((code) => code !== 'am_pm');
    const b = last.type === 'range' ? last.b + (last.b <= 720 ? by : 0) : last.b;
    this.now.pieces.splice(-1, 1, { ...last, a: last.a + by, b, questions, bare: false });
    this.use(piece);
    return true;
  }

  /** 上午8点半到11点,下午不行: of hours and then a part of the day, only the part is taken. */
  splitBeforePart({ start }: Place): void {
    const { now } = this;
    const part = now.pieces.at(-1);
    const hours = now.pieces.slice(0, -1);
    if (
      part?.type !== 'part' ||
      part.joined ||
      hours.length === 0 ||
      hours.some(({ type }) => type === 'part')
    )
      return;
    if (TOGETHER.includes(this.text[start - 1] ?? ' ')) return;
    this.reading.statements.push({ ...now, pieces: hours, linked: false });
    this.now = { ...blank(), days: now.days, dates: now.dates, pieces: [part] };
  }

  /** 晚上遛弯到八点: until when a habit takes its part of the day. */
  private endHabit(piece: Piece): boolean {
    const taken = this.now.pieces.at(-1);
    if (taken?.type !== 'part' || !taken.part || taken.more.length > 0) return false;
    const { part } = taken;
    const b = [piece.b - 720, piece.b].find((at) => at > taken.a && isWithin(at, part));
    if (b === undefined) return false;
    this.now.pieces.splice(-1, 1, { ...taken, b, part: null });
    this.use(piece);
    return true;
  }

  /** What was awaited is there. */
  arrive(): void {
    this.leading ||= this.awaiting && this.now.polarity > 0;
    this.awaiting = false;
  }

  /** The part of the day in which clock times after a piece lie: its own, or that after work or a meal. */
  private partAfter({ type, part, start, end, questions }: Piece): Part | null {
    if (type === 'part' && !this.excepting) return part;
    if (type !== 'from' || !questions.includes('start') || NIGHT_WORK.test(this.text)) return null;
    const said = this.text.slice(start, end);
    return AFTERWARDS.find(([, words]) => words.test(said))?.[0] ?? null;
  }

  /** Says of the present statement that it is free (1) or taken (-1). @param keepsPart hours may follow: 早上卖菜,九点以后 */
  say(polarity: 1 | -1, place: Place, keepsPart = false): void {
    this.now.polarity = polarity;
    this.habitGroup = this.group;
    // 七点以前不行: who cannot come before some hour means the morning.
    if (polarity < 0) this.now.pieces = this.now.pieces.map(inTheMorning);
    if (polarity < 0)
      this.context = {
        ...this.context,
        open: false,
        part: keepsPart ? this.context.part : null,
        habit: keepsPart,
      };
    this.reading.availability = true;
    this.use(place);
  }
}
