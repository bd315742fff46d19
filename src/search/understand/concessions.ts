import type { TimeReading } from '../../hours';

const ALSO = /也(?:都)?(?:能|可以|行|中|成|愿意|没问题|没事|不怕|干|去|来|上)/gu;

/**
 * 夜里也能上班 shuts no other hours out: when all that is said of time is said with such an also, no hours are asked
 * for. The stretches stay read.
 */
export function withoutConcessions(text: string, reading: TimeReading): TimeReading {
  if (reading.free === null || reading.exceptions.length > 0) return reading;
  const conceded = [...text.matchAll(ALSO)].map(({ index }) => index);
  if (conceded.length === 0) return reading;
  const isConceded = (end: number) => conceded.some((at) => at >= end && at - end <= 1);
  const said = reading.spans.filter(({ start }) => !conceded.some((at) => start > at && start - at <= 3));
  const all =
    said.length > 0 &&
    said.every(({ end, start }) => isConceded(end) || conceded.some((at) => start <= at && at < end));
  return all ? { ...reading, free: null, wish: false, anchors: [], questions: [] } : reading;
}
