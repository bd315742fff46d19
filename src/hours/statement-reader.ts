import type { Node } from './doings';
import type { Context, Piece, Style } from './piece';
import { blank, hasTime, type Reading, type Statement } from './statement';
import type { Place } from './tokens';

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
  context: Context = { after: null, open: false };
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

  /** A stretch of the day. */
  addPiece(piece: Piece): void {
    const { now } = this;
    if (this.excepting) now.exceptPieces.push(piece);
    else {
      if (now.polarity !== 0 && hasTime(now) && !this.awaiting) this.close();
      this.now.pieces.push(piece);
      this.awaiting = false;
    }
    this.context = {
      after: piece.type === 'until' ? null : (piece.type === 'range' ? piece.b : piece.a) % 1440,
      open: piece.type === 'from' || piece.type === 'part',
    };
    this.reading.availability ||= piece.availability;
    this.use(piece);
  }

  /** Says of the present statement that it is free (1) or taken (-1). */
  say(polarity: 1 | -1, place: Place): void {
    this.now.polarity = polarity;
    this.reading.availability = true;
    this.use(place);
  }
}
