import type { Role } from '../kernel/actor';
import { PostForm } from './forms';
import { withParams } from './links';
import { Link } from './page-frame';
import { LAYOUT_TEXT } from './text/layout';

/** Entries of the menu. */
export type Section = 'jobs' | 'me' | 'shop' | 'desk' | 'sign-in';

/** Who looks at which page. */
export interface Menu {
  stationName: string;
  section: Section | undefined;
  role: Role | null;
  staff: boolean;
  /** The signed-in person's name; null for nobody. */
  name: string | null;
  /** This page's path with its query. */
  path: string;
  large: boolean;
}

function Entry({
  to,
  section,
  current,
  text,
}: {
  to: string;
  section: Section;
  current: Section | undefined;
  text: string;
}) {
  return (
    <li>
      <Link to={to} aria-current={section === current ? 'page' : undefined}>
        {text}
      </Link>
    </li>
  );
}

/** The station's name, the menu of the person's role, large type, sign-in and sign-out. */
export function SiteHeader({ stationName, section, role, staff, name, path, large }: Menu) {
  const current = section;
  return (
    <header class="site">
      <div class="site-inner">
        <Link to="/" class="brand">
          <span class="brand-mark" aria-hidden="true" />
          {stationName}
        </Link>
        <nav aria-label={LAYOUT_TEXT.navigation}>
          <ul>
            {staff && <Entry to="/desk" section="desk" current={current} text={LAYOUT_TEXT.desk} />}
            <Entry to="/" section="jobs" current={current} text={LAYOUT_TEXT.jobs} />
            {role === 'seeker' && <Entry to="/me" section="me" current={current} text={LAYOUT_TEXT.me} />}
            {role === 'shop' && <Entry to="/shop" section="shop" current={current} text={LAYOUT_TEXT.shop} />}
            {role === null && <Entry to="/shop" section="shop" current={current} text={LAYOUT_TEXT.hiring} />}
            {role === null && (
              <Entry to="/sign-in" section="sign-in" current={current} text={LAYOUT_TEXT.signIn} />
            )}
          </ul>
        </nav>
        <div class="site-tools">
          <a href={withParams(path, { type: large ? 'normal' : 'large' })} class="tool">
            {large ? LAYOUT_TEXT.normalType : LAYOUT_TEXT.largeType}
          </a>
          {role !== null && (
            <PostForm to="/sign-out" class="inline">
              <Link to="/account" class="tool">
                {name && <span class="who">{LAYOUT_TEXT.signedInAs(name)}</span>}
                <span class={name ? 'who-short' : undefined}>{LAYOUT_TEXT.account}</span>
              </Link>
              <button type="submit" class="tool">
                {LAYOUT_TEXT.signOut}
              </button>
            </PostForm>
          )}
        </div>
      </div>
    </header>
  );
}
