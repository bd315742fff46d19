import type { TimeReading } from '../../hours';
import type { Lexicon, Notice } from '../lexicon';
import type { Nearness, PayWish, ReadSpan, TimeSaid, Understood } from '../understood';
import { alternativesOf } from './alternatives';
import { covering } from './cover';
import type { Figures } from './figures';
import { occupationsOf, withLandmarks } from './occupations-asked';
import { restWords } from './rest';
import { conditionsOf, contradicting, type Meaning, type StatedTerm, unique } from './wishes';

/** Everything that was read of a normal form, before it is put together. */
export interface Parts {
  normal: string;
  stated: readonly StatedTerm[];
  /** One per stated term. */
  meanings: readonly Meaning[];
  figures: Figures;
  time: TimeReading;
  /** Spans that no term stands for, and stop words. */
  timed: readonly ReadSpan[];
  who: readonly ReadSpan[];
  stops: readonly { start: number; end: number }[];
  /** Runs that say nothing. */
  isNoise: (run: string) => boolean;
}

type Composed = Omit<Understood, 'corrections' | 'suggestions' | 'cut'>;

/** Puts together what was read. */
export function compose(parts: Parts, lexicon: Lexicon): Composed {
  const { normal, stated, figures, time } = parts;
  const meanings = withLandmarks(withoutContradictions(parts.meanings), stated);
  const termSpans = stated.map(({ start, end }, i) => spanOf(start, end, meanings[i]));
  const explained = [...figures.spans, ...parts.timed, ...parts.who, ...termSpans, ...parts.stops];
  const byStart = [...explained].sort((a, b) => a.start - b.start);
  const rest = restWords(normal, byStart, lexicon, parts.isNoise);
  const words = [
    ...stated.flatMap(({ start, term }, i) => (meanings[i]?.isWord ? [{ start, word: term.word }] : [])),
    ...rest,
  ].sort((a, b) => a.start - b.start);
  const spans = covering(normal, [
    ...termSpans,
    ...figures.spans,
    ...parts.timed,
    ...parts.who,
    ...rest.map(({ start, end, word }) => ({ start, end, kind: 'rest' as const, value: word })),
  ]);
  const list = unique(words.map(({ word }) => word));
  const place = firstPlace(stated, meanings);
  const conditions = conditionsWithFigures(meanings, figures);
  const hasSaid =
    Object.keys(conditions).length > 0 || parts.timed.length > 0 || place !== null || parts.who.length > 0;
  return {
    ...(figures.isBait ? { occupations: [] } : occupationsOf(meanings, stated, lexicon)),
    ...conditions,
    ...(place ? { place } : {}),
    ...saidOf(meanings, stated, figures.isBait),
    ...timeOf(time),
    unsure: unsureOf(stated, meanings),
    text: list.join(' '),
    words: list,
    alternatives: alternativesOf({ stated, meanings, rest: rest.map(({ word }) => word), hasSaid }),
    spans,
    normal,
  };
}

function spanOf(start: number, end: number, meaning: Meaning | undefined): ReadSpan {
  const { kind = 'stop', value } = meaning ?? {};
  return { start, end, kind, ...(value === undefined ? {} : { value }) };
}

/** Of settlements that cannot hold together none is applied, and so for kinds of engagement. */
function withoutContradictions(meanings: readonly Meaning[]): Meaning[] {
  const params = (['settlement', 'engagement'] as const).filter((param) => contradicting(meanings, param));
  return meanings.map((meaning) =>
    params.some((param) => meaning.kind === param) ? { kind: 'unsure' } : meaning,
  );
}

/** The first place with a position. */
function firstPlace(stated: readonly StatedTerm[], meanings: readonly Meaning[]): Understood['place'] | null {
  const found = stated.find(({ term }, i) => term.place && meanings[i]?.kind === 'place')?.term.place;
  return found ? { name: found.name, lat: found.lat, lng: found.lng } : null;
}

function saidOf(
  meanings: readonly Meaning[],
  stated: readonly StatedTerm[],
  isBait: boolean,
): Pick<Understood, 'workplaces' | 'notice'> {
  const workplaces = unique(
    stated.flatMap(({ term }, i) => (meanings[i]?.kind === 'workplace' ? [term.word] : [])),
  );
  const notices = meanings.flatMap(({ kind, value }) => (kind === 'notice' ? [value as Notice] : []));
  const isWork = meanings.some(({ kind }) => kind === 'occupation');
  const notice = isBait || notices.includes('fraud') ? 'fraud' : isWork ? undefined : notices[0];
  return {
    ...(workplaces.length > 0 ? { workplaces } : {}),
    ...(notice ? { notice } : {}),
  };
}

type Conditions = ReturnType<typeof conditionsOf> & Pick<Understood, 'hoursADay' | 'daysAWeek'>;

function conditionsWithFigures(meanings: readonly Meaning[], figures: Figures): Conditions {
  const conditions = conditionsOf(meanings);
  const near = mergedNear([
    ...figures.near.map((one) => one.near),
    ...(conditions.near ? [conditions.near] : []),
  ]);
  const pay: PayWish | undefined = figures.pay[0]
    ? { ...figures.pay[0].pay, ...conditions.pay }
    : conditions.pay;
  const { hoursADay } = figures.workload.find((one) => one.hoursADay !== undefined) ?? {};
  const { daysAWeek } = figures.workload.find((one) => one.daysAWeek !== undefined) ?? {};
  const traits = unique([
    ...(conditions.traits ?? []),
    ...figures.person.flatMap(({ trait }) => trait ?? []),
  ]);
  return {
    ...conditions,
    ...(near ? { near } : {}),
    ...(pay ? { pay } : {}),
    ...(traits.length > 0 ? { traits } : {}),
    ...(hoursADay === undefined ? {} : { hoursADay }),
    ...(daysAWeek === undefined ? {} : { daysAWeek }),
  };
}

/** What was said first of each part of nearness. */
function mergedNear(list: readonly Nearness[]): Nearness | null {
  return list.length === 0 ? null : Object.assign({}, ...[...list].reverse());
}

function timeOf({ free, wish, exceptions, anchors, questions, spans }: TimeReading): { time?: TimeSaid } {
  if (spans.length === 0) return {};
  const said = {
    ...(free === null ? {} : wish ? { wish: free } : { free }),
    ...(exceptions.length > 0 ? { exceptions } : {}),
    ...(anchors.length > 0 ? { anchors } : {}),
    ...(questions.length > 0 ? { questions } : {}),
  };
  return Object.keys(said).length > 0 ? { time: said } : {};
}

function unsureOf(stated: readonly StatedTerm[], meanings: readonly Meaning[]): string[] {
  return unique(stated.flatMap(({ written }, i) => (meanings[i]?.kind === 'unsure' ? [written] : [])));
}
