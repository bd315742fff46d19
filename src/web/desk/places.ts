import type { Ctx } from '../../context';
import type { Option } from '../fields';
import { startingPlaces } from '../starting-places';
import { INTAKE_TEXT } from '../text/intake';
import { POINT, STATION } from './person-form';

/** Where a person may start from: the station (or what `first` calls it), places nearby, coordinates. */
export function placeOptions(ctx: Ctx, first: string = ctx.station.name): Option[] {
  return [
    { value: STATION, label: first },
    ...startingPlaces(ctx).map(({ name }) => ({ value: name, label: name })),
    { value: POINT, label: INTAKE_TEXT.point },
  ];
}
