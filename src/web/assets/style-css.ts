import { BASE_CSS } from './styles/base';
import { DESK_CSS } from './styles/desk';
import { FORMS_CSS } from './styles/forms';
import { FRAME_CSS } from './styles/frame';
import { PARTS_CSS } from './styles/parts';
import { SEEKER_CSS } from './styles/seeker';
import { SHOP_CSS } from './styles/shop';

/** The one stylesheet of the station; small enough to come whole with the first page. */
export const STYLE_CSS = [BASE_CSS, FRAME_CSS, FORMS_CSS, PARTS_CSS, SEEKER_CSS, SHOP_CSS, DESK_CSS].join(
  '\n',
);
