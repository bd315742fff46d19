import { answerConduct, conductAnswerSchema, conductSchema, tellConduct } from '../../conduct';
import { hoursSchema, notPaid, paidSchema, sayHours, sayPaid, unpaidSchema } from '../../placements';
import { checked } from '../form-state';
import { given, many, numberOf, one, type PageContext } from '../page-env';
import { idOf } from '../shop/managed';

/** Takes the hours of one date. */
export async function takeHours(c: PageContext): Promise<void> {
  const input = c.get('form');
  const hours = numberOf(input, 'hours');
  const minutes = hours === undefined ? undefined : Math.round(hours * 60);
  const draft = checked(hoursSchema, { date: one(input, 'date'), minutes, side: given(input, 'side') });
  await sayHours(c.get('ctx'), idOf(c, 'placement'), draft);
}

/** Takes what was paid for some dates. */
export async function takePaid(c: PageContext): Promise<void> {
  const input = c.get('form');
  const draft = checked(paidSchema, {
    dates: many(input, 'dates'),
    amount: numberOf(input, 'amount'),
    paidOn: one(input, 'paidOn'),
  });
  await sayPaid(c.get('ctx'), idOf(c, 'placement'), draft);
}

/** Takes that nothing was paid. */
export async function takeUnpaid(c: PageContext): Promise<void> {
  const { note } = checked(unpaidSchema, { note: given(c.get('form'), 'note') });
  await notPaid(c.get('ctx'), idOf(c, 'placement'), note);
}

/** Takes that the other side did not keep an appointment. */
export async function takeConduct(c: PageContext): Promise<void> {
  const input = c.get('form');
  const draft = checked(conductSchema, {
    referralId: idOf(c, 'placement'),
    about: one(input, 'about'),
    kind: one(input, 'kind'),
    date: one(input, 'date'),
  });
  await tellConduct(c.get('ctx'), draft);
}

/** Takes an appeal of the one it is about. */
export async function takeAppeal(c: PageContext): Promise<void> {
  const note = given(c.get('form'), 'note');
  const answer = checked(conductAnswerSchema, { view: 'disagrees', note, appeal: true });
  await answerConduct(c.get('ctx'), idOf(c, 'conduct'), answer);
}
