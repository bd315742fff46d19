import type { OfferView } from '../../urgent';
import { PostForm } from '../forms';
import { Link } from '../page-frame';
import { scheduleLines } from '../text/jobs';
import { EMPLOYER_CONSENT_TEXT } from '../text/privacy';
import { momentText, OFFER_TEXT as T } from '../text/urgent';

/** Work that is offered to the person right now, each with a yes and a no; nothing while there is none. */
export function OwnOffers({ offers }: { offers: readonly OfferView[] }) {
  if (offers.length === 0) return null;
  return (
    <section class="card" aria-labelledby="offers">
      <h2 id="offers">{T.title}</h2>
      <p class="quiet">{T.hint}</p>
      <ul class="plain-list">
        {offers.map(({ id, job, beginsAt }) => (
          <li class="spread">
            <div>
              <Link to={`/jobs/${job.id}`}>{job.title}</Link> <span class="quiet">{job.business.name}</span>
              <p>
                <strong>{T.before(momentText(Date.parse(beginsAt)))}</strong>{' '}
                {job.schedule && <span class="num">{scheduleLines(job.schedule).join('；')}</span>}
              </p>
              {job.place?.address && <p class="quiet">{job.place.address}</p>}
            </div>
            <div class="row-actions">
              <PostForm to={`/me/offers/${id}/accept`}>
                <label class="choice">
                  <input type="checkbox" name="share" value="yes" />
                  <span>{EMPLOYER_CONSENT_TEXT.screen}</span>
                </label>
                <button type="submit" class="button small" aria-label={`${T.accept}：${job.title}`}>
                  {T.accept}
                </button>
              </PostForm>
              <PostForm to={`/me/offers/${id}/decline`}>
                <button
                  type="submit"
                  class="button small secondary"
                  aria-label={`${T.decline}：${job.title}`}
                >
                  {T.decline}
                </button>
              </PostForm>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
