import type { SpokenDraft } from '../../../src/jobs';

/** A spoken draft in the notation of sentences.tsv; what a column leaves out was not said. */
export function notation({ draft, begun, missing, questions }: SpokenDraft) {
  const { pay, schedule, place } = draft;
  const shifts = schedule?.kind === 'shifts' ? schedule.shifts : [];
  const least =
    schedule?.kind === 'shifts' && schedule.commitment !== 'all' ? schedule.commitment.atLeast : 0;
  const asked = questions.map(({ about }) => about).filter((about) => about !== 'who' && about !== 'where');
  return {
    title: draft.title ?? '',
    schedule: [
      shifts.map(({ days, date, start, end }) => `${days ?? date} ${start}-${end}`).join('; '),
      ...(least > 0 ? [`>=${least}`] : []),
    ].join(' '),
    pay: pay
      ? [
          `${pay.amount}${pay.max ? `-${pay.max}` : ''}/${pay.unit}`,
          ...(pay.expectedHours ? [`${pay.expectedHours}h`] : []),
          ...(pay.settlement ? [pay.settlement] : []),
        ].join(' ')
      : '',
    more: [
      ...(draft.headcount === undefined ? [] : [`x${draft.headcount}`]),
      ...(draft.benefits ?? []),
      ...(draft.requirements?.certificates ?? []),
      ...(draft.engagement ? [draft.engagement] : []),
      ...(draft.contact ? [`tel ${draft.contact.phone}`] : []),
      ...(place ? [`@${place.address}`] : []),
    ].join(' '),
    missing: missing.filter((field) => field !== 'business' && field !== 'place').join(' '),
    asked: asked.join(' '),
    begun: [
      ...(begun.dates ?? []),
      ...(begun.days ? [begun.days] : []),
      ...(begun.hours ?? []).map(({ start, end = '' }) => `${start}-${end}`),
      ...(begun.amount ? [`${begun.amount}${begun.max ? `-${begun.max}` : ''}`] : []),
      ...(begun.settlement ? [begun.settlement] : []),
    ].join(' '),
  };
}
