/** Cards, banners, chips, lists: what all pages are made of. */
export const PARTS_CSS = `
.card {
  background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.1rem 1.2rem; box-shadow: var(--shadow);
}
.card + .card { margin-top: var(--gap); }
.card > h2 { margin-bottom: 0.6rem; }
.card > .fold { margin-top: 0.6rem; }
.banner {
  border: 1px solid var(--line-strong); border-left-width: 6px; background: #fff; border-radius: var(--radius); padding: 0.8rem 1.1rem; margin-bottom: 1.1rem;
}
.banner > strong { display: block; }
.banner.good { border-color: var(--accent); background: var(--accent-soft); }
.banner.warn { border-color: var(--warm-line); background: var(--warm); }
.banner.bad { border-color: var(--bad); background: var(--bad-soft); }
.tags { display: flex; flex-wrap: wrap; gap: 0.4rem; }
.tag {
  display: inline-flex; align-items: center; gap: 0.25rem; padding: 0.1rem 0.6rem; font-size: 0.9rem; background: #f1ece1;
  border-radius: 0.4rem; color: var(--ink);
}
.tag.good { background: var(--accent-soft); color: var(--accent-dark); }
.tag.warn { background: var(--warm); color: var(--warm-ink); }
.tag.bad { background: var(--bad-soft); color: var(--bad); }
.facts { display: grid; gap: 0.7rem; }
.facts > div { display: grid; gap: 0 1rem; }
.facts dt { color: var(--ink-soft); font-size: 0.9rem; }
.facts dd { font-weight: 500; }
@media (min-width: 34rem) {
  .facts > div { grid-template-columns: 7rem 1fr; }
  .facts dt { font-size: 1rem; }
}
details > summary {
  display: flex; align-items: center; gap: 0.5rem; min-height: var(--touch); cursor: pointer; font-weight: 600; list-style: none;
}
details > summary::-webkit-details-marker { display: none; }
details > summary::before {
  content: ""; flex: none; width: 0.5rem; height: 0.5rem; border: solid var(--accent); border-width: 0 0.14rem 0.14rem 0;
  transform: rotate(-45deg); margin: 0 0.3rem 0 0.1rem;
}
details[open] > summary::before { transform: rotate(45deg) translate(-0.1rem, -0.1rem); }
.plain-list > li { padding: 0.75rem 0; border-top: 1px solid var(--line); }
.plain-list > li:first-child { border-top: 0; padding-top: 0; }
.card > .quiet + .plain-list { margin-top: 0.9rem; }
.docs > section { margin-top: 1.75rem; }
.spread { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.4rem 1rem; }
.section-title { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.1rem 0.75rem; margin: 2rem 0 0.75rem; }
.section-title:first-child { margin-top: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; border-top: 1px solid var(--line); }
.api-call { border-top: 1px solid var(--line); padding: 0.2rem 0; }
.api-call[open] { padding-bottom: 1rem; }
.api-call > summary { padding: 0.3rem 0; font-weight: 400; }
.api-call > summary small { display: block; line-height: 1.4; }
.api-call > :not(summary) { margin: 0.5rem 0 0 1.3rem; }
.method {
  flex: none; width: 4.6rem; text-align: center; font-size: 0.8rem; font-weight: 700; border-radius: 0.4rem; padding: 0.1rem 0;
  background: var(--accent-soft); color: var(--accent-dark);
}
.method-post, .method-put, .method-patch { background: var(--warm); color: var(--warm-ink); }
.method-delete { background: var(--bad-soft); color: var(--bad); }
.dots > li { position: relative; padding-left: 1rem; }
.dots > li::before { content: "·"; position: absolute; left: 0.25rem; font-weight: 700; }
th { font-weight: 600; color: var(--ink-soft); font-size: 0.9rem; }
.notice-page { padding-top: 1.5rem; }
.notice-page > * + * { margin-top: 0.8rem; }
.account-qr { max-width: 15rem; margin: 0.8rem 0; border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; }
.account-qr svg { display: block; width: 100%; height: auto; }
.account-secret { overflow-wrap: anywhere; }
.account-codes { columns: 2; margin: 0.8rem 0 0.8rem 1.6rem; }
.account-codes code { font-size: 1.15rem; letter-spacing: 0.04em; }
`;
