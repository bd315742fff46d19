import type { Child } from 'hono/jsx';
import { Link } from '../page-frame';
import { DESK_MENU as T } from '../text/desk';

/** Entries of the desk's menu with their access keys. */
const ENTRIES = [
  { at: 'visit', to: '/desk', text: T.visit, key: 'n' },
  { at: 'referrals', to: '/desk/referrals', text: T.referrals, key: 't' },
  { at: 'cases', to: '/desk/cases', text: T.cases, key: 'u' },
  { at: 'jobs', to: '/desk/jobs', text: T.jobs, key: 'j' },
  { at: 'review', to: '/desk/review', text: T.queue, key: 'h' },
  { at: 'candidates', to: '/desk/candidates', text: T.candidates, key: 'k' },
  { at: 'businesses', to: '/desk/businesses', text: T.businesses, key: 'b' },
] as const;

/** Which of the desk's pages this is. */
export type DeskPlace = (typeof ENTRIES)[number]['at'];

/** A page of the desk: its menu, then what belongs to it. */
export function Desk({ at, children }: { at: DeskPlace | null; children?: Child }) {
  return (
    <div class="desk">
      <nav class="desk-menu" aria-label={T.label}>
        {ENTRIES.map((entry) => (
          <Link
            to={entry.to}
            accesskey={entry.key}
            aria-current={entry.at === at ? 'page' : undefined}
            title={`Alt+${entry.key.toUpperCase()}`}
          >
            {entry.text} <kbd>{entry.key.toUpperCase()}</kbd>
          </Link>
        ))}
      </nav>
      {children}
    </div>
  );
}
