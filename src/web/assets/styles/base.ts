/** Colours, type and spacing; the plain elements. Sizes are rem, so that large type enlarges everything. */
export const BASE_CSS = `
:root {
  --paper: #faf7f1;
  --card: #ffffff;
  --ink: #22302b;
  --ink-soft: #51605a;
  --line: #e2dacb;
  --line-strong: #8b8a7c;
  --accent: #0f6b5c;
  --accent-dark: #0a4f44;
  --accent-soft: #e5f1ed;
  --warm: #fff3dc;
  --warm-line: #e3bd74;
  --warm-ink: #6f4600;
  --bad: #a92a1c;
  --bad-soft: #fdeeeb;
  --radius: 0.8rem;
  --gap: 1rem;
  --touch: 2.75rem;
  --shadow: 0 1px 2px rgb(60 50 30 / 8%), 0 4px 14px rgb(60 50 30 / 5%);
  --font: "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC",
    "Microsoft YaHei", "WenQuanYi Micro Hei", system-ui, sans-serif;
}
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
html.large { font-size: 143.75%; }
html.large { --ink-soft: #35433d; --line: #b9b09d; }
*, *::before, *::after { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink); font-family: var(--font);
  line-height: 1.65; overflow-wrap: anywhere; min-height: 100vh; display: flex; flex-direction: column;
}
h1, h2, h3 { line-height: 1.3; margin: 0; font-weight: 700; }
h1 { font-size: 1.55rem; }
h2 { font-size: 1.2rem; }
h3 { font-size: 1.05rem; }
p { margin: 0; }
ul, ol { margin: 0; padding: 0; list-style: none; }
dl, dd, fieldset, legend { margin: 0; padding: 0; border: 0; min-width: 0; }
small { font-size: 0.85rem; color: var(--ink-soft); }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }
a { color: var(--accent-dark); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px; border-radius: 0.25rem; }
main:focus, [tabindex="-1"]:focus { outline: none; }
img, svg { max-width: 100%; height: auto; }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, monospace; font-size: 0.9em; }
.visually-hidden {
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.quiet { color: var(--ink-soft); font-size: 0.9rem; }
.lead { font-size: 1.1rem; }
.num { font-variant-numeric: tabular-nums; }
@media (max-width: 40rem) {
  html.large .card { padding: 0.85rem 0.9rem; }
  html.large main, html.large .site-inner, html.large .foot-inner { padding-left: 0.75rem; padding-right: 0.75rem; }
}
@media (prefers-reduced-motion: no-preference) {
  .button, .choice, details > summary { transition: background-color 0.12s, border-color 0.12s; }
}
`;
