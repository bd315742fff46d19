/** Head, foot and the column between. */
export const FRAME_CSS = `
.skip {
  position: absolute; left: 0.5rem; top: -4rem; z-index: 10; padding: 0.6rem 1rem; background: var(--accent); color: #fff;
  border-radius: 0 0 var(--radius) var(--radius);
}
.skip:focus { top: 0; }
.site { background: var(--card); border-bottom: 1px solid var(--line); }
.site-inner, .foot-inner, main { width: 100%; max-width: 70rem; margin: 0 auto; padding: 0 1rem; }
.wide .site-inner, .wide main, .wide .foot-inner { max-width: 96rem; }
.site-inner { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1rem; padding-top: 0.35rem; }
.brand {
  display: flex; align-items: center; gap: 0.55rem; min-height: var(--touch); font-weight: 700; font-size: 1.1rem;
  color: var(--ink); text-decoration: none; flex: 1 0 100%;
}
.brand-mark {
  width: 1.9rem; height: 1.9rem; flex: none; border-radius: 0.5rem; background: var(--accent); position: relative;
}
.brand-mark::before, .brand-mark::after { content: ""; position: absolute; border: solid #fff; }
.brand-mark::before {
  left: 0.53rem; top: 0.55rem; width: 0.84rem; height: 0.84rem; border-width: 0.17rem 0 0 0.17rem;
  transform: rotate(45deg); border-radius: 0.1rem;
}
.brand-mark::after {
  left: 0.72rem; top: 0.8rem; width: 0.42rem; height: 0.75rem; border-color: #ffd27a; border-width: 0 0.17rem 0.17rem 0;
  transform: rotate(40deg);
}
.site nav ul { display: flex; flex-wrap: wrap; gap: 0.1rem; margin-left: -0.7rem; }
.site nav a {
  display: flex; align-items: center; min-height: var(--touch); min-width: var(--touch); padding: 0 0.7rem;
  color: var(--ink); text-decoration: none; border-bottom: 3px solid transparent;
}
.site nav a:hover { border-bottom-color: var(--line-strong); }
.site nav a[aria-current] { color: var(--accent-dark); font-weight: 700; border-bottom-color: var(--accent); }
.site-tools { display: flex; align-items: center; gap: 0.25rem; margin-left: auto; }
.site-tools .inline { display: flex; align-items: center; gap: 0.25rem; }
.who { display: none; color: var(--ink-soft); font-size: 0.9rem; }
.tool {
  display: inline-flex; align-items: center; justify-content: center; min-height: var(--touch); min-width: var(--touch);
  padding: 0 0.6rem; font: inherit; font-size: 0.9rem; color: var(--ink-soft); background: none; border: 0; cursor: pointer;
  text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em;
}
main { flex: 1; padding-top: 1.1rem; padding-bottom: 2.5rem; }
.narrow { max-width: 36rem; margin: 0 auto; }
.middle { max-width: 48rem; margin: 0 auto; }
.stack > * + * { margin-top: var(--gap); }
.stack-wide > * + * { margin-top: 1.75rem; }
.page-head { margin-bottom: 1.1rem; }
.page-head p { margin-top: 0.35rem; }
.site-foot { border-top: 1px solid var(--line); background: #f3eee4; font-size: 0.9rem; }
.foot-inner { padding-top: 1.25rem; padding-bottom: 1.5rem; }
.foot-lead { font-size: 1.15rem; font-weight: 700; color: var(--accent-dark); }
.foot-inner ul { margin-top: 0.6rem; color: var(--ink-soft); }
.foot-inner li { padding-left: 1rem; position: relative; }
.foot-inner li::before { content: "·"; position: absolute; left: 0.25rem; font-weight: 700; }
.foot-small { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: center; margin-top: 0.6rem; color: var(--ink-soft); }
.foot-small a { display: inline-flex; align-items: center; min-height: var(--touch); }
@media (min-width: 52rem) {
  .site-inner { flex-wrap: nowrap; padding-top: 0; }
  .brand { flex: none; margin-right: 1rem; }
  .site nav a { min-height: 3.5rem; }
  .who { display: inline; }
  .who-short { display: none; }
  main { padding-top: 1.75rem; }
  .foot-inner ul { columns: 2; column-gap: 2.5rem; }
}
@media print {
  .site, .site-foot, .skip, .no-print { display: none !important; }
  body { background: #fff; }
  main { padding: 0; max-width: none; }
}
`;
