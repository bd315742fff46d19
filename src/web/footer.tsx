import { Link } from './page-frame';
import { LAYOUT_TEXT } from './text/layout';
import { PRIVACY_TEXT, RANKING_TEXT } from './text/privacy';

/** What everybody should know, in plain words, under every page. */
export function Footer() {
  return (
    <footer class="site-foot">
      <div class="foot-inner">
        <section aria-label={LAYOUT_TEXT.about}>
          <p class="foot-lead">{LAYOUT_TEXT.freeOfCharge}</p>
          <p>{LAYOUT_TEXT.freeOfChargeMore}</p>
          <ul>
            <li>{LAYOUT_TEXT.throughStation}</li>
            <li>{LAYOUT_TEXT.notAnEmployer}</li>
            <li>{LAYOUT_TEXT.privacy}</li>
            <li>{LAYOUT_TEXT.law}</li>
          </ul>
        </section>
        <p class="foot-small">
          <span>{LAYOUT_TEXT.language}</span>
          <Link to="/privacy">{PRIVACY_TEXT.title}</Link>
          <Link to="/ranking">{RANKING_TEXT.title}</Link>
          <Link to="/docs">{LAYOUT_TEXT.api}</Link>
        </p>
      </div>
    </footer>
  );
}
