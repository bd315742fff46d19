/** What only the pages of seekers need: the search, the cards, one posting. */
export const SEEKER_CSS = `
.copy section { margin-top: 1.25rem; }
.copy section section { margin-top: 0.9rem; }
.copy h2 { font-size: 1.1rem; break-after: avoid; }
.copy section ul { list-style: disc; padding-left: 1.2rem; }
.copy section li { margin-top: 0.2rem; break-inside: avoid; }
.copy-visit { border-top: 1px solid var(--line); padding-top: 0.75rem; }
.list-title { margin-bottom: 0.9rem; }
.search-layout { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
.search-form > * + * { margin-top: 0.9rem; }
.search-form > .field:first-child, .search-form .field-row > .field, .from-row > .field { margin-top: 0; }
.field-row.two { grid-template-columns: 1fr 1fr; }
.search-form .tool { display: flex; margin-top: 0.35rem; }
.suggest-frame { position: relative; }
.suggestions {
  position: absolute; z-index: 5; inset-inline: 0; top: 100%; margin: 0.2rem 0 0; padding: 0.25rem 0; max-height: 20rem;
  overflow-y: auto; list-style: none; background: #fff; border: 1px solid var(--line); border-radius: 0.5rem;
  box-shadow: 0 6px 18px rgb(0 0 0 / 0.14);
}
.suggestions li { display: flex; align-items: center; gap: 0.6rem; min-height: var(--touch); padding: 0.2rem 0.9rem; cursor: pointer; }
.suggestions li:hover, .suggestions [aria-selected="true"] { background: var(--accent-soft); }
.suggestions [aria-selected="true"] { outline: 2px solid var(--accent); outline-offset: -2px; }
.suggestions small { color: var(--ink-soft); }
.filter-fold { border: 1px solid var(--line); border-radius: 0.5rem; padding: 0 0.8rem; background: #fdfbf7; }
.filter-fold[open] { padding-bottom: 0.9rem; }
.filter-fold > summary { line-height: 1.4; padding: 0.4rem 0; }
.filter-fold > .field { margin-top: 0.9rem; }
.filter-fold fieldset > legend { font-weight: 600; }
.presets { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.9rem; font-size: 0.95rem; margin-bottom: 0.35rem; }
.presets a { display: inline-flex; align-items: center; min-height: var(--touch); }
.from-row { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 0.5rem; }
.from-row > .field { flex: 1 1 9rem; }
.locate:not([hidden]) { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.75rem; }
.sorts { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.9rem; font-size: 0.95rem; }
.sorts > span { color: var(--ink-soft); }
.sorts a { display: inline-flex; align-items: center; min-height: var(--touch); }
.sorts a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.locate [role="status"] { color: var(--ink-soft); font-size: 0.9rem; }
.results > * + * { margin-top: 0.9rem; }
.results-head h2 { scroll-margin-top: 0.75rem; }
@media (min-width: 62rem) { .results-head h2 { scroll-margin-top: 12rem; } }
.results-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.1rem 0.75rem; }
.conditions > * + * { margin-top: 0.4rem; }
.condition-row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.6rem; }
.condition-title { color: var(--ink-soft); font-size: 0.9rem; }
.chip {
  display: inline-flex; align-items: center; gap: 0.5rem; min-height: var(--touch); padding: 0.2rem 0.85rem;
  border: 1px solid var(--accent); border-radius: 2rem; background: var(--accent-soft); color: var(--accent-dark); text-decoration: none;
  font-size: 0.95rem; line-height: 1.35;
}
.chip:hover { background: #fff; }
.chip-x { position: relative; width: 0.75rem; height: 0.75rem; flex: none; }
.chip-x::before, .chip-x::after {
  content: ""; position: absolute; left: 0; right: 0; top: 50%; height: 2px; margin-top: -1px; background: currentcolor;
  transform: rotate(45deg);
}
.chip-x::after { transform: rotate(-45deg); }
.cards > li + li { margin-top: 0.8rem; }
.job { position: relative; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.5rem 1rem; }
.job:hover { border-color: var(--accent); }
.job-main { grid-column: 1; grid-row: 1; }
.job-main h3 { font-size: 1.15rem; }
.job-link { color: var(--ink); text-decoration: none; }
.job-link::after { content: ""; position: absolute; inset: 0; border-radius: var(--radius); }
.job:hover .job-link { color: var(--accent-dark); text-decoration: underline; }
.job-link:focus-visible { outline: none; }
.job-link:focus-visible::after { outline: 3px solid #1d4ed8; outline-offset: 2px; }
.of-business { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0.1rem 0.5rem; color: var(--ink-soft); }
.travel {
  grid-column: 2; grid-row: 1; text-align: center; line-height: 1.25; color: var(--accent-dark); font-size: 0.9rem;
}
.travel .travel-mode { display: block; }
.travel strong { font-size: 1.75rem; font-weight: 700; line-height: 1.1; }
.job-lines { grid-column: 1 / -1; }
.job-lines > * + * { margin-top: 0.35rem; }
.pay { font-size: 1.1rem; color: var(--ink); }
.pay-line { display: flex; flex-wrap: wrap; align-items: center; gap: 0.15rem 0.5rem; }
.missing { color: var(--warm-ink); font-size: 0.95rem; }
.relax .tags, .nothing .tags { margin-top: 0.4rem; gap: 0.6rem; }
.nothing > * + * { margin-top: 0.7rem; }
.nothing .plain-list > li { padding: 0; border: 0; }
.nothing .plain-list a { display: inline-flex; align-items: center; min-height: var(--touch); }
.after-card { margin-top: 1.25rem; }
.after-card > * + * { margin-top: 0.5rem; }
.after-card a { display: inline-flex; align-items: center; min-height: var(--touch); }
.job-page > p:first-child a { display: inline-flex; align-items: center; min-height: var(--touch); }
.job-page .lead strong { font-size: 1.6rem; }
.job-page .lead { color: var(--accent-dark); }
.prose { white-space: pre-line; }
.map-links { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.map-links a { display: inline-flex; align-items: center; min-height: var(--touch); }
.gates { margin-top: 0.6rem; }
.gates li { position: relative; padding: 0.35rem 0 0.35rem 2rem; }
.gates li::before {
  position: absolute; left: 0.15rem; top: 0.35rem; font-weight: 700; width: 1.4rem; text-align: center;
}
.gate-ok::before { content: "✓"; color: var(--accent); }
.gate-no::before { content: "✗"; color: var(--bad); }
.gate-fix { display: block; color: var(--warm-ink); }
.contact { background: var(--accent-soft); border-color: #b9d8cf; }
.contact .banner { margin: 1rem 0 0; background: #fff; }
.contact .actions { margin-top: 1rem; }
.label { font-weight: 600; margin-bottom: 0.3rem; }
.profile > .locate { margin-top: 0.5rem; }
.date-parts { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.date-part { display: inline-flex; align-items: center; gap: 0.4rem; }
.date-part input { width: 3rem !important; text-align: center; }
.date-part:first-child input { width: 4.4rem !important; }
.stack-choices > * + * { margin-top: 0.5rem; }
.own-matches { margin-top: 1.5rem; }
.own-cards { margin-top: 2rem; }
.own-cards .card { margin-top: var(--gap); }
.sub { margin: 1.25rem 0 0.5rem; }
.card > .spread:first-child { margin-bottom: 0.6rem; }
.link-list a, .back a { display: inline-flex; align-items: center; min-height: var(--touch); }
.danger-link { color: var(--bad); }
@media (min-width: 62rem) {
  .search-layout { grid-template-columns: 21rem minmax(0, 1fr); gap: 2rem; }
}
`;
