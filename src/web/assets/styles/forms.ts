/** Fields, choices, buttons and what is said about them. */
export const FORMS_CSS = `
.field { margin-top: 1.1rem; }
.field:first-child, form > input[type="hidden"]:first-child + .field { margin-top: 0; }
.field > label:not(.choice), .field > legend { display: block; font-weight: 600; margin-bottom: 0.3rem; }
.field > legend { padding: 0; }
.must {
  margin-left: 0.5rem; font-size: 0.8rem; font-weight: 400; color: var(--ink-soft);
}
.hint { color: var(--ink-soft); font-size: 0.9rem; margin-bottom: 0.35rem; }
.error { color: var(--bad); font-weight: 600; margin-bottom: 0.35rem; }
.error::before { content: "! "; font-weight: 700; }
.field-wrong { border-left: 4px solid var(--bad); padding-left: 0.75rem; }
input, select, textarea, button { font: inherit; color: inherit; }
input:not([type="checkbox"], [type="radio"], [type="hidden"]), select, textarea {
  width: 100%; min-height: var(--touch); padding: 0.45rem 0.7rem; background: #fff; border: 1px solid var(--line-strong);
  border-radius: 0.5rem;
}
input.visually-hidden[type="submit"] { width: 1px; height: 1px; min-height: 0; padding: 0; border: 0; }
select { padding-right: 0.4rem; }
textarea { line-height: 1.55; resize: vertical; }
::placeholder { color: #6a756f; opacity: 1; }
[aria-invalid="true"] { border-color: var(--bad) !important; border-width: 2px !important; }
input.short { max-width: 9rem; }
.with-unit { display: flex; align-items: center; gap: 0.5rem; }
.with-unit > span { flex: none; }
.field-row { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr)); margin-top: 1.1rem; }
.field-row > .field { margin-top: 0; }
.choices { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.choice {
  display: inline-flex; align-items: center; gap: 0.5rem; min-height: var(--touch); padding: 0.3rem 0.8rem; background: #fff;
  border: 1px solid var(--line-strong); border-radius: 0.5rem; cursor: pointer;
}
.choice:hover { border-color: var(--accent); }
.choice input { width: 1.2rem; height: 1.2rem; margin: 0; flex: none; accent-color: var(--accent); }
.choice:has(input:checked) { background: var(--accent-soft); border-color: var(--accent); }
.choice:has(input:focus-visible) { outline: 3px solid #1d4ed8; outline-offset: 2px; }
.choice input:focus-visible { outline: none; }
.choice small { display: block; line-height: 1.4; }
.choice-line { display: flex; align-items: flex-start; padding: 0.6rem 0.8rem; }
.choice-line input { margin-top: 0.25rem; }
.button {
  display: inline-flex; align-items: center; justify-content: center; gap: 0.4rem; min-height: var(--touch);
  padding: 0.45rem 1.35rem; background: var(--accent); color: #fff; font-weight: 600; text-align: center;
  text-decoration: none; border: 1px solid var(--accent); border-radius: 0.6rem; cursor: pointer;
}
.button:hover { background: var(--accent-dark); border-color: var(--accent-dark); }
.button.big { min-height: 3.2rem; font-size: 1.1rem; }
.button.block { display: flex; width: 100%; }
.button.secondary { background: #fff; color: var(--accent-dark); border-color: var(--accent); }
.button.secondary:hover { background: var(--accent-soft); }
.button.danger { background: var(--bad); border-color: var(--bad); }
.button.danger:hover { background: #8a1f13; }
.button.danger.secondary { background: #fff; color: var(--bad); }
.button.danger.secondary:hover { background: var(--bad-soft); }
.button.small { padding: 0.3rem 0.9rem; font-size: 0.95rem; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.5rem; align-items: center; }
.summary {
  border: 2px solid var(--bad); background: var(--bad-soft); border-radius: var(--radius); padding: 0.9rem 1.1rem; margin-bottom: 1.25rem;
}
.summary-title { font-weight: 700; }
.summary ul { margin-top: 0.35rem; }
.summary a { color: var(--bad); display: inline-flex; align-items: center; min-height: var(--touch); line-height: 1.4; }
.summary:focus { outline: 3px solid #1d4ed8; outline-offset: 2px; }
.findings { list-style: none; margin: 0.5rem 0 0; padding: 0; display: grid; gap: 0.6rem; }
.finding { border-left: 4px solid var(--bad); background: var(--bad-soft); border-radius: 0.3rem; padding: 0.6rem 0.8rem; overflow-wrap: anywhere; }
.finding.approve, .finding.warn { border-color: var(--warm-line); background: var(--warm); }
.finding .button { margin-top: 0.5rem; text-align: start; }
.hours { display: grid; gap: 0.75rem; }
.hours-row { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); gap: 0.3rem 0.5rem; align-items: center; }
.hours-row > .hours-day { grid-column: 1 / -1; font-weight: 600; }
.hours-row input { padding-left: 0.5rem; padding-right: 0.3rem; }
@media (min-width: 30rem) {
  .hours-row { grid-template-columns: 7.5rem minmax(0, 1fr) auto minmax(0, 1fr); }
  .hours-row > .hours-day { grid-column: 1; }
}
.time-folds { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; margin-top: 1.1rem; }
.time-fold { padding: 0 0.8rem; border: 1px solid var(--line); border-radius: 0.5rem; background: #fdfbf7; }
.time-fold[open] { padding-bottom: 0.9rem; }
.time-fold > summary { flex-wrap: wrap; gap: 0 0.5rem; padding: 0.4rem 0; line-height: 1.4; }
.time-fold > summary small { font-weight: 400; }
.time-fold > .field, .time-fold > .time-rows { margin-top: 0.4rem; }
.time-fold > .time-rows + .field { margin-top: 0.9rem; }
.time-fold .actions { margin-top: 0.75rem; }
.time-rows { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
.time-row { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5rem; padding: 0.7rem 0.8rem; border: 1px solid var(--line); border-radius: 0.6rem; background: #fff; }
.time-row.field-wrong { border-left: 4px solid var(--bad); }
.time-row > legend:not(.visually-hidden) { float: left; width: 100%; font-weight: 600; }
.time-row > .hint, .time-row > .error { margin: 0; }
.time-what { display: flex; flex-wrap: wrap; gap: 0.5rem 0.8rem; align-items: center; }
.time-at { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.5rem; align-items: center; flex: 1 1 10rem; }
.time-what > select { flex: 2 1 min(13rem, 100%); width: auto; }
.time-where { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.5rem; align-items: center; }
.time-pair { grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); align-items: start; }
.time-date { display: grid; gap: 0.5rem 0.8rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); align-items: end; }
.time-dates { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr)); gap: 0.4rem 0.8rem; }
.time-dates label { display: block; color: var(--ink-soft); font-size: 0.9rem; }
.time-how { display: grid; gap: 0.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
.time-span { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); gap: 0.5rem; align-items: center; }
.time-row input { min-width: 0; padding-left: 0.5rem; padding-right: 0.3rem; }
.time-row select { padding-left: 0.4rem; padding-right: 0; min-width: 0; }
@media (max-width: 40rem) {
  .time-span input::-webkit-calendar-picker-indicator { display: none; }
}
.time-notice { margin: 0.8rem 0 0; }
@media (min-width: 62rem) {
  .desk-home .time-folds { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .desk-home .time-fold[open] { grid-column: 1 / -1; }
  .intake .time-folds { margin-top: 0.7rem; }
}
/* Hours that the choice does not ask for are folded away where the browser can tell; elsewhere they stay in sight. */
@supports selector(:has(*)) {
  .time-how:has(option:checked:not([value="hours"])) .time-span { display: none; }
  .time-row.field-wrong .time-how .time-span { display: grid; }
}
.said-back { margin-top: 0.75rem; }
.said-back ul { margin: 0.25rem 0 0; padding-left: 1.1rem; }
.said-back li + li { margin-top: 0.35rem; }
`;
