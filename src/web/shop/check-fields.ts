/** The form's field for each field of a draft that a finding may name. */
export const CHECK_FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  description: 'description',
  'requirements.note': 'note',
  'business.name': 'business.name',
  'place.address': 'address',
  'pay.amount': 'pay.amount',
  'pay.settlement': 'pay.settlement',
};
