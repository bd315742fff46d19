import type { SlipItem, WalkInView } from '../../desk';
import { viewOf } from '../../jobs';
import type { Travel } from '../../places';
import { Link } from '../page-frame';
import { Hours, payLine } from '../shop/job-facts';
import { SLIP_TEXT as T } from '../text/desk';
import { dateText } from '../text/jobs';
import { MODE_TEXT } from '../text/vocabulary';
import { QrCode } from './qr';

/** What the slip is printed from. */
export interface SlipProps {
  stationName: string;
  walkIn: WalkInView;
  saved: readonly SlipItem[];
  /** The public address of a posting, absolute. */
  linkOf: (jobId: string) => string;
  /** Shanghai date of the visit. */
  date: string;
  /** ms; decides whether a verification is current. */
  now: number;
}

/** The slip that a visitor takes home: narrow enough for a receipt printer, no phone number on it. */
export function Slip({ stationName, walkIn, saved, linkOf, date, now }: SlipProps) {
  const back = `/desk/walk-ins/${walkIn.id}`;
  return (
    <>
      <div class="slip-bar no-print">
        <button type="button" class="button" data-print hidden>
          {T.print}
        </button>
        <span class="quiet">{T.printHint}</span>
        <Link to={back} class="button secondary" accesskey="v" title="Alt+V">
          {T.back} <kbd>V</kbd>
        </Link>
        <Link to="/desk" class="button secondary" accesskey="n" title="Alt+N">
          {T.next} <kbd>N</kbd>
        </Link>
      </div>
      <article class="slip">
        <header class="slip-head">
          <h1>{stationName}</h1>
          <p>
            {T.for(surname(walkIn.name) ?? T.visitor)}
            {T.on(dateText(date))}
          </p>
        </header>
        {saved.length === 0 && <p>{T.empty}</p>}
        <ol class="slip-jobs">
          {saved.map((item) => (
            <Item item={item} link={linkOf(item.found.job.id)} now={now} />
          ))}
        </ol>
        <footer class="slip-foot">
          <p>{T.ask}</p>
          <p>
            <strong>{T.free}</strong>
          </p>
          <p class="quiet">{T.freeMore}</p>
        </footer>
      </article>
    </>
  );
}

function Item({ item, link, now }: { item: SlipItem; link: string; now: number }) {
  const job = viewOf(item.found, now);
  return (
    <li class="slip-job">
      <h2>{job.title}</h2>
      <div>
        <p>{job.business.name}</p>
        <p>{job.place?.address ?? job.address}</p>
        <p class="num">{travelText(item.travel)}</p>
        <p>
          <Hours job={job} />
        </p>
        <p class="num">{job.pay && payLine(job.pay)}</p>
        {job.status !== 'open' && <p>{T.over}</p>}
      </div>
      <div class="slip-qr">
        <QrCode text={link} label={`${T.scan}：${job.title}`} />
        {T.scan}
      </div>
    </li>
  );
}

function travelText(travel: Travel | null): string {
  if (travel === null) return T.pending;
  if (!Number.isFinite(travel.minutes)) return T.noWay;
  return T.travel(MODE_TEXT[travel.mode], Math.ceil(travel.minutes), travel.source === 'estimate');
}

const HONORIFIC = /(女士|先生|师傅|大爷|大妈|大姐|大哥|阿姨|叔|婶|姐|哥)$/u;

/** Enough of a name to hand the slip to the right person, and no more: it may be lost on the way home. */
export function surname(name: string | null): string | null {
  if (name === null || HONORIFIC.test(name)) return name;
  const [first = '', ...rest] = [...name];
  return first + '＊'.repeat(Math.min(2, rest.length));
}
