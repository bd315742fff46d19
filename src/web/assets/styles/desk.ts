/** What only the pages of the desk need: two columns on an old wide screen, one on a phone. */
export const DESK_CSS = `
.desk { font-size: 0.95rem; }
.wide main { padding-top: 0.8rem; }
.desk .facts { gap: 0.4rem; }
.desk .facts > div { grid-template-columns: 6rem minmax(0, 1fr); }
.desk .facts dt { font-size: 0.95rem; }
.desk h1 { font-size: 1.35rem; }
@media (pointer: fine) and (min-width: 62rem) { .desk { --touch: 2.2rem; } }
.desk-menu { display: flex; flex-wrap: wrap; gap: 0.25rem; margin: -0.4rem 0 1rem; border-bottom: 1px solid var(--line); }
.desk-menu a {
  display: inline-flex; align-items: center; gap: 0.4rem; min-height: var(--touch); padding: 0 0.8rem; color: var(--ink);
  text-decoration: none; border-bottom: 3px solid transparent;
}
.desk-menu a:hover { border-bottom-color: var(--line-strong); }
.desk-menu a[aria-current] { font-weight: 700; color: var(--accent-dark); border-bottom-color: var(--accent); }
kbd {
  font: inherit; font-size: 0.75rem; line-height: 1.4; padding: 0 0.35rem; border: 1px solid currentColor; border-radius: 0.25rem; opacity: 0.65;
}
@media (pointer: coarse), (max-width: 62rem) { kbd, .keys { display: none; } }
.desk-columns { display: grid; gap: var(--gap); align-items: start; grid-template-columns: minmax(0, 1fr); }
.desk-columns > .stack { display: grid; gap: var(--gap); }
.desk-columns > .stack > * { margin: 0; }
.intake .field { margin-top: 0.55rem; }
.intake .field > label, .intake .field > legend { margin-bottom: 0.15rem; }
.intake .hours .hint { display: none; }
.intake .hours-row { grid-template-columns: 5.3rem minmax(0, 1fr) auto minmax(0, 1fr); }
.intake .hours-row input { min-width: 0; }
.intake .hours-row > .hours-day { grid-column: 1; font-weight: 400; }
.start-fields { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.start-fields > :first-child { grid-column: 1 / -1; }
@media (min-width: 40rem) {
  .start-fields { grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr) minmax(0, 1fr); }
  .start-fields > :first-child { grid-column: auto; }
}
.start-fields select { padding-left: 0.4rem; padding-right: 0; }
.intake .field-row { gap: 0.5rem 0.7rem; margin-top: 0.55rem; }
.intake .field-row > .field { margin-top: 0; }
.intake h2 { margin-bottom: 0.3rem; }
.intake summary { font-weight: 500; }
.intake-columns > div > .field:first-child, .intake-columns > div > .field-row:first-child { margin-top: 0; }
.intake .actions { margin-top: 1rem; }
.intake .hours { gap: 0.4rem; }
.intake .choice { padding: 0.2rem 0.6rem; }
.queue > li { flex-wrap: nowrap; }
.queue > li > .tag { flex: none; }
.find-form > label { font-weight: 600; display: block; margin-bottom: 0.3rem; }
.with-button { display: flex; gap: 0.5rem; }
.with-button > input, .with-button > select { flex: 1; min-width: 0; }
.with-button > .button { flex: none; }
.found { margin-top: 0.8rem; }
.found .plain-list > li, .desk .card .plain-list > li { padding: 0.45rem 0; }
.ranked-head { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; margin-bottom: 0.4rem; }
.ranked-head h2 { margin-right: auto; }
.matches { margin-top: 0.4rem; }
.match { display: grid; grid-template-columns: auto 1fr; gap: 0.2rem 0.8rem; padding: 0.7rem 0; border-top: 1px solid var(--line); }
.pick {
  display: flex; flex-direction: column; align-items: center; gap: 0.15rem; min-width: var(--touch); min-height: var(--touch);
  cursor: pointer; color: var(--ink-soft); font-size: 0.85rem; padding-top: 0.25rem;
}
.pick input { width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--accent); }
.match:has(.pick input:checked) { background: var(--accent-soft); box-shadow: 0 0 0 0.4rem var(--accent-soft); border-radius: 0.2rem; }
.match:has(.pick input:checked) .tag:not(.warn) { background: #fff; }
.match-title { display: flex; flex-wrap: wrap; gap: 0.1rem 0.6rem; align-items: baseline; }
.match-title a { font-weight: 700; font-size: 1.05rem; }
.match-body .tags { margin-top: 0.2rem; gap: 0.3rem; }
.match-body .tag { font-size: 0.85rem; }
.match-hours { display: flex; flex-wrap: wrap; gap: 0 1rem; margin-top: 0.2rem; }
.match-side { grid-column: 2; }
.displaced { margin: 0.3rem 0; padding-left: 0.6rem; border-left: 3px solid var(--warm-line); }
.relaxations { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; align-items: center; margin-top: 0.8rem; padding-top: 0.7rem; border-top: 1px solid var(--line); }
.relaxations a { display: inline-flex; align-items: center; min-height: var(--touch); }
.duplicates { border-color: var(--warm-line); background: var(--warm); }
.filters { display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: flex-end; margin-bottom: 1rem; }
.filters > .field { margin: 0; flex: 1 1 11rem; max-width: 22rem; }
.filters > .button { flex: none; }
.desk table td { padding-top: 0.6rem; padding-bottom: 0.6rem; }
.desk table form { margin: 0; }
.member-form { display: grid; gap: 0.5rem; grid-template-columns: 1fr 1fr auto; align-items: end; }
.member-form > .field { margin: 0; }
@media (min-width: 62rem) {
  .desk-columns { grid-template-columns: minmax(0, 27rem) minmax(0, 1fr); }
  .desk-columns.desk-home { grid-template-columns: minmax(0, 1fr) minmax(0, 21rem); }
  .desk-home .intake-columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; align-items: start; }
  .desk-home .consent { display: grid; grid-template-columns: auto 1fr; gap: 0 1.5rem; align-items: end; }
  .desk-columns > .intake, .desk-columns > .stack:first-child { position: sticky; top: 0.75rem; }
  .match { grid-template-columns: auto 1fr auto; }
  .match-side { grid-column: 3; align-self: center; }
}
@media (max-width: 40rem) {
  .desk-menu { gap: 0; }
  .desk-menu a { padding: 0 0.5rem; }
}
@media (max-width: 40rem) { .member-form { grid-template-columns: 1fr; } }
.match.no-pick { grid-template-columns: minmax(0, 1fr); }
.match.no-pick .match-side { grid-column: 1; }
@media (min-width: 40rem) {
  .match.no-pick { grid-template-columns: minmax(0, 1fr) auto; }
  .match.no-pick .match-side { grid-column: 2; align-self: center; }
}
.referral { display: grid; gap: 0.3rem 1rem; align-items: center; }
.referral > .tag { justify-self: start; }
.business-row { display: grid; gap: 0.4rem 1rem; align-items: center; }
.reason-fields { display: flex; flex-wrap: wrap; gap: 0.6rem; margin-bottom: 0.6rem; }
.reason-fields label { display: grid; gap: 0.2rem; flex: 1 1 12rem; }
.review-cards > li { max-width: 60rem; }
.review-cards { margin-bottom: 1.2rem; }
.business-row .fold[open] { grid-column: 1 / -1; }
.desk-jobs > li { flex-wrap: nowrap; }
.desk-jobs > li > .num { flex: none; }
.desk-job { min-width: 0; }
.desk-job p { margin: 0.1rem 0; }
.desk-job p > a, .referral a { font-weight: 600; }
@media (max-width: 40rem) { .desk-jobs > li { display: block; } }
@media (min-width: 62rem) {
  .referrals .referral { grid-template-columns: 13rem 1fr auto 24rem; }
  .business-row { grid-template-columns: 1fr auto auto auto; }
}
.slip { max-width: 26rem; margin: 0 auto; background: #fff; padding: 1rem; border: 1px solid var(--line); }
.slip-bar { display: flex; flex-wrap: wrap; gap: 0.6rem; justify-content: center; align-items: center; margin-bottom: 1rem; }
.slip h1 { font-size: 1.15rem; text-align: center; }
.slip-head { text-align: center; border-bottom: 1px dashed #000; padding-bottom: 0.5rem; }
.slip-jobs > li { padding: 0.6rem 0; border-bottom: 1px dashed #000; break-inside: avoid; }
.slip-jobs h2 { font-size: 1.05rem; }
.slip-job { display: grid; grid-template-columns: 1fr auto; gap: 0.2rem 0.6rem; align-items: start; }
.slip-job > h2 { grid-column: 1 / -1; }
.slip-qr { width: 6.4rem; text-align: center; font-size: 0.72rem; line-height: 1.3; }
.slip-qr svg { display: block; width: 100%; }
.slip-foot { padding-top: 0.5rem; text-align: center; }
.slip-foot strong { font-size: 1.1rem; }
@page slip { margin: 3mm; }
@media print {
  .slip {
    page: slip; max-width: 72mm; margin: 0; padding: 0; border: 0; font-size: 10pt; line-height: 1.4; color: #000;
  }
  .slip h1 { font-size: 12pt; }
  .slip-jobs h2 { font-size: 11pt; }
  .slip-jobs > li { padding: 1.5mm 0; }
  .slip-qr { width: 24mm; font-size: 7pt; }
  .slip-foot strong { font-size: 12pt; }
  .slip .quiet { color: #000; font-size: 9pt; }
  body:has(.slip), body:has(.slip) main { display: block; min-height: 0; margin: 0; padding: 0; }
}
`;
