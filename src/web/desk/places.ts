import type { Ctx } from '../../context';
import { haversineMetres } from '../../kernel/geo';
import type { Option } from '../fields';
import { INTAKE_TEXT } from '../text/desk';
import { POINT, STATION } from './person-form';

/** Places farther off than this are no start of anybody's way, metres. */
const REACH_METRES = 15_000;

/** Where a person may start from: the station (or what `first` calls it), places nearby, coordinates. */
export function placeOptions(ctx: Ctx, first: string = ctx.station.name): Option[] {
  const near = ctx.lexicon.places.filter(
    ({ lat, lng }) => haversineMetres(lat, lng, ctx.station.lat, ctx.station.lng) < REACH_METRES,
  );
  return [
    { value: STATION, label: first },
    ...near.map(({ name }) => ({ value: name, label: name })),
    { value: POINT, label: INTAKE_TEXT.point },
  ];
}
