import {
  AROUND,
  HALF,
  HOUR_MARKS,
  LACKING,
  MINUTE,
  NOT_AFTER_HOUR,
  NOT_AFTER_POINT,
  O_CLOCK,
  QUARTER,
  UNITS,
  ZERO_MARKS,
} from './clock-words';
import { readNumeral } from './numerals';
import type { Clock, Place } from './tokens';

const FIGURES = /^(\d{1,2})([:;.])(\d{2})(?!\d)/;
/** Noon and what follows it needs no word for the half of the day; 1 to 11 do, 0 does not. */
const isBare = (hour: number) => hour >= 1 && hour <= 12;

/** A number that stands for an hour, written as figures are. */
export function wholeHour({ start, end }: Place, hour: number): Clock {
  return {
    kind: 'clock',
    start,
    end,
    hour,
    minute: 0,
    bare: isBare(hour),
    digital: true,
    dotted: false,
    later: null,
    part: null,
  };
}

/**
 * Reads a clock time that starts at `at`: figures (8:30, 18.30), or a number with the mark of the hour and what
 * may follow it (half, quarters, minutes, minutes lacking).
 */
export function readClock(text: string, at: number): Clock | null {
  return (
    readTwelve(text, at) ??
    readHundreds(text, at) ??
    readFigures(text, at) ??
    readLacking(text, at) ??
    readWords(text, at)
  );
}

const HUNDREDS =
  /^([01]\d|2[0-3])([0-5][05])(?=-(?:[01]\d|2[0-4])[0-5][05](?!\d))|^([01]\d|2[0-4])([0-5][05])(?!\d)/;

/** 1900-2300 when nothing else stands in the text, or with a leading zero: otherwise such figures are wages. */
function readHundreds(text: string, at: number): Clock | null {
  const from = Math.max(0, at - 6);
  const range = /(?<!\d)\d{4}-\d{4}(?!\d)/.exec(text.slice(from, at + 10));
  if (!range || at < from + range.index || at > from + range.index + 5) return null;
  if (!(range[0] === text.trim() || range[0].startsWith('0')) || text[at - 1]?.match(/\d/)) return null;
  const match = HUNDREDS.exec(text.slice(at, at + 10));
  if (!match) return null;
  const [hour, minute] = [Number(match[1] ?? match[3]), Number(match[2] ?? match[4])];
  return { ...wholeHour({ start: at, end: at + 4 }, hour), minute, bare: false };
}

const TWELVE = /^(\d{1,2})(?::(\d{2}))?\s?([ap])\.?m\b/;

/** 7:30pm, 10 am. */
function readTwelve(text: string, at: number): Clock | null {
  if (/[\d.:]/.test(text[at - 1] ?? '')) return null;
  const match = TWELVE.exec(text.slice(at, at + 9));
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2] ?? 0);
  if (!match || hour < 1 || hour > 12 || minute > 59) return null;
  const half = match[3] === 'p' ? 12 : 0;
  const end = at + match[0].length;
  return { ...wholeHour({ start: at, end }, (hour % 12) + half), minute, bare: false };
}

function readFigures(text: string, at: number): Clock | null {
  if (/[\d.:]/.test(text[at - 1] ?? '') && !/[^\d][.:]$/.test(text.slice(Math.max(0, at - 2), at)))
    return null;
  const match = FIGURES.exec(text.slice(at, at + 6));
  if (!match) return null;
  const [whole, hours = '', mark, minutes] = match;
  const [hour, minute] = [Number(hours), Number(minutes)];
  const end = at + whole.length;
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  if (mark === '.' && UNITS.test(text.slice(end, end + 4))) return null;
  const seconds = /^:\d{2}(?!\d)/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  return {
    ...wholeHour({ start: at, end: end + seconds }, hour),
    minute,
    bare: hours.length === 1 ? isBare(hour) : hour >= 10 && hour <= 12,
    dotted: mark === '.',
  };
}

/** A quarter, or some minutes, to the hour. */
function readLacking(text: string, at: number): Clock | null {
  if (text[at] !== LACKING) return null;
  const minutes = readMinutes(text, at + 1);
  const hour = minutes && readHour(text, minutes.end);
  if (!minutes || !hour || hour.later !== null) return null;
  return clockAt(at, hour.end, { ...hour, value: hour.value * 60 - minutes.value }, text);
}

function readWords(text: string, at: number): Clock | null {
  const hour = readHour(text, at);
  if (!hour) return null;
  let { end } = hour;
  let value = hour.value * 60;
  if (text[end] === HALF) {
    value += 30;
    end++;
  } else if (text[end] === LACKING) {
    const lacking = readMinutes(text, end + 1);
    if (lacking) {
      value -= lacking.value;
      end = lacking.end;
    }
  } else {
    const zero = ZERO_MARKS.includes(text[end] ?? ' ') ? 1 : 0;
    const minutes = readMinutes(text, end + zero) ?? (zero ? null : readPlainMinutes(text, end));
    const small = zero ? readNumeral(text, end + zero) : null;
    if (minutes) {
      value += minutes.value;
      end = minutes.end;
    } else if (small && small.value < 10 && small.later === null && text[end] !== ZERO_MARKS[2]) {
      value += small.value;
      end = small.end;
    }
  }
  return clockAt(at, end, { ...hour, value }, text);
}

function clockAt(
  start: number,
  end: number,
  hour: { value: number; later: number | null },
  text: string,
): Clock {
  const around = AROUND.exec(text.slice(end, end + 8))?.[0].length ?? 0;
  const named = Math.floor(hour.value / 60);
  return {
    kind: 'clock',
    start,
    end: end + around,
    hour: named,
    minute: ((hour.value % 60) + 60) % 60,
    // A quarter to one is said of noon or midnight like one itself.
    bare: named >= 0 && named <= 12 && hour.value > 0,
    digital: false,
    dotted: false,
    later: hour.later,
    part: null,
  };
}

function readHour(text: string, at: number): { value: number; later: number | null; end: number } | null {
  const number = readNumeral(text, at);
  if (!number || number.value > 24 || (number.later ?? 0) > 24) return null;
  const mark = text[number.end];
  if (mark === undefined || !HOUR_MARKS.includes(mark)) return null;
  const rest = text.slice(number.end + 1, number.end + 4);
  if ((O_CLOCK.includes(mark) ? NOT_AFTER_POINT : NOT_AFTER_HOUR).test(rest)) return null;
  if (!O_CLOCK.includes(mark) && number.digits === 0 && number.value < 2) return null;
  return { value: number.value, later: number.later, end: number.end + 1 };
}

/** Minutes with their unit: quarters, or a number and the mark of minutes. */
function readMinutes(text: string, at: number): { value: number; end: number } | null {
  const number = readNumeral(text, at);
  if (!number || number.value > 59) return null;
  if (text[number.end] === QUARTER && number.value <= 3)
    return { value: number.value * 15, end: number.end + 1 };
  if (text[number.end] !== MINUTE) return null;
  return { value: number.value, end: number.end + 1 };
}

/** Minutes without a unit: 8 o'clock 30, twenty. A lone digit is something else (8 o'clock 3 people). */
function readPlainMinutes(text: string, at: number): { value: number; end: number } | null {
  const number = readNumeral(text, at);
  if (!number || number.value > 59 || number.value < 10 || number.later !== null) return null;
  const rest = text.slice(number.end, number.end + 3);
  if (UNITS.test(rest) || HOUR_MARKS.includes(rest[0] ?? ' ')) return null;
  return { value: number.value, end: number.end };
}
