/** What only the pages of shops and postings need: the form of a posting, its page, lists by state. */
export const SHOP_CSS = `
.tabs { display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 1.25rem 0 0.9rem; }
.tabs a {
  display: inline-flex; align-items: center; gap: 0.35rem; min-height: var(--touch); padding: 0.2rem 0.9rem; color: var(--ink);
  text-decoration: none; background: var(--card); border: 1px solid var(--line); border-radius: 2rem;
}
.tabs a:hover { border-color: var(--accent); }
.tabs a[aria-current] { background: var(--accent); border-color: var(--accent); color: #fff; font-weight: 600; }
.tabs .num { font-size: 0.9rem; opacity: 0.85; }
.job-cards { display: grid; gap: var(--gap); }
.job-cards > .card { margin: 0; }
.job-cards h2 { font-size: 1.1rem; }
.job-cards h2 a { display: inline-block; padding: 0.35rem 0; }
.job-cards .tags:empty, .job-cards p:empty { display: none; }
.job-cards .tags { margin-top: 0.5rem; }
.notices { border-color: var(--warm-line); background: var(--warm); }
.notices .plain-list > li { border-color: var(--warm-line); }
.notices .plain-list { margin-top: 0.4rem; }
.line { display: block; }
.prose { white-space: pre-line; font-weight: 400; }
.bullets { margin-top: 0.25rem; }
.bullets li { padding: 0.1rem 0 0.1rem 1.1rem; position: relative; }
.bullets li::before { content: "·"; position: absolute; left: 0.3rem; font-weight: 700; }
.page-head h1 .tag { vertical-align: 0.2rem; margin-left: 0.3rem; font-weight: 400; }
.page-head p a { display: inline-block; padding: 0.35rem 0; }
.page-head .button.big { flex: 1 1 9rem; max-width: 100%; }
.section-title { margin-top: 2rem; }
.job-actions { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0.6rem; margin: 1.1rem 0; }
.fold { position: relative; }
.fold > summary {
  min-height: var(--touch); padding: 0.3rem 1rem 0.3rem 0.7rem; background: #fff; border: 1px solid var(--line-strong);
  border-radius: 0.6rem; font-weight: 500;
}
.fold[open] { flex: 1 1 100%; }
.fold[open] > summary { display: inline-flex; border-color: var(--accent); }
.fold-body {
  margin-top: 0.5rem; padding: 0.8rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius);
}
.row-actions { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; }
.row-actions .small { padding: 0.25rem 0.8rem; }
.job-columns { display: grid; gap: var(--gap); align-items: start; }
.job-columns > .stack > .card { margin-top: 0; }
.job-columns > .stack { display: grid; gap: var(--gap); }
.job-columns > .stack > * + * { margin-top: 0; }
@media (min-width: 60rem) { .job-columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
.job-form > .card, .job-form > .banner, .job-form > [data-findings] { margin-top: var(--gap); }
.job-form > .banner, .job-form > [data-findings] > .banner { margin-bottom: 0; }
.shop-more { margin-top: 2rem; }
.job-form > .card > h2 + .field, .job-form > .card > h2 + .field-row { margin-top: 0.5rem; }
.job-form .only-new, .job-form .only-unit > .field, .job-form .only-some > .field { margin-top: 1.1rem; }
.job-form .only-new > .field:first-child { margin-top: 1.1rem; }
.job-form .field-row { gap: 0.8rem 1rem; }
.job-form > .card > .field-row:first-child { margin-top: 0; }
.job-form .business-form > .field:first-child { margin-top: 1.1rem; }
.kinds { display: grid; gap: 0.5rem; }
.shift-rows { display: grid; gap: 0.75rem; }
.shift-row { padding: 0.8rem; border: 1px solid var(--line); border-radius: 0.6rem; background: #fdfcf9; }
.shift-row.field-wrong { border-left: 4px solid var(--bad); }
.days { display: grid; grid-template-columns: repeat(7, 1fr); gap: 0.3rem; }
.day { position: relative; display: flex; }
.day input { position: absolute; opacity: 0; inset: 0; width: 100%; height: 100%; margin: 0; cursor: pointer; }
.day span {
  flex: 1; display: flex; align-items: center; justify-content: center; min-height: var(--touch); background: #fff;
  border: 1px solid var(--line-strong); border-radius: 0.5rem;
}
.day input:checked + span { background: var(--accent); border-color: var(--accent); color: #fff; font-weight: 700; }
.day input:focus-visible + span { outline: 3px solid #1d4ed8; outline-offset: 2px; }
.shift-row .span { display: grid; grid-template-columns: auto 1fr auto 1fr; gap: 0.4rem; align-items: center; margin-top: 0.6rem; }
.shift-row .span input { min-width: 0; padding-left: 0.45rem; padding-right: 0.2rem; }
.shift-row .one-day { display: flex; flex-wrap: wrap; align-items: center; gap: 0.1rem 0.5rem; margin-top: 0.6rem; }
.shift-row .one-day label { color: var(--ink-soft); font-size: 0.9rem; }
.shift-row .one-day input { width: auto; flex: 1 1 9rem; max-width: 14rem; }
@media (max-width: 40rem) {
  .shift-row .span input::-webkit-calendar-picker-indicator { display: none; }
}
@media (min-width: 40rem) {
  .page-head .button.big { flex: none; }
  .kinds { grid-template-columns: repeat(3, 1fr); }
  .shift-row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0.6rem 1rem; align-items: center; }
  .shift-row > .error { grid-column: 1 / -1; }
  .shift-row .span, .shift-row .one-day { margin-top: 0; }
  .shift-row .one-day { grid-column: 1 / -1; }
}
.pin-state { margin-top: 0.6rem; color: var(--ink-soft); font-size: 0.9rem; }
.locate[hidden] { display: none; }
/* What another choice makes needless is folded away where the browser can tell; elsewhere it just stays in sight. */
@supports selector(:has(*)) {
  .only-some, .only-window, .only-new, .only-unit { display: none; }
  .shift-form:has([value="some"]:checked) .only-some,
  .business-form:has([value="new"]:checked) .only-new,
  .only-some:has(.field-wrong), .only-new:has(.field-wrong), .only-unit:has(.field-wrong) { display: block; }
  .pay-form:has(select[name="pay.unit"] option:checked:not([value="hour"])) .only-unit { display: block; }
  .shift-form:has([value="window"]:checked) .only-window, .only-window:has(.field-wrong) { display: grid; }
  .shift-form:has([value="window"]:checked) .not-window { display: none; }
}
`;
