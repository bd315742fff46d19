import { fnv1a } from '../../kernel/cursor';
import { CHECK_JS } from './check-script';
import { ICON_SVG } from './icon-svg';
import { LOCATION_JS } from './location-script';
import { PRINT_JS } from './print-script';
import { STYLE_CSS } from './style-css';
import { SUGGEST_JS } from './suggest-script';

/** A file that pages load. Kept as text in modules: the same in Node and in a bundle without a file system. */
interface Asset {
  type: string;
  text: string;
  /** Path with the content's hash in it, so that it can be kept for ever. */
  path: string;
}

function asset(name: string, type: string, text: string): [string, Asset] {
  const dot = name.lastIndexOf('.');
  const hash = fnv1a(text).toString(36);
  return [name, { type, text, path: `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}` }];
}

const ASSETS = new Map([
  asset('style.css', 'text/css; charset=utf-8', STYLE_CSS),
  asset('check.js', 'text/javascript; charset=utf-8', CHECK_JS),
  asset('location.js', 'text/javascript; charset=utf-8', LOCATION_JS),
  asset('print.js', 'text/javascript; charset=utf-8', PRINT_JS),
  asset('suggest.js', 'text/javascript; charset=utf-8', SUGGEST_JS),
  asset('icon.svg', 'image/svg+xml', ICON_SVG),
]);

/** Where pages find a file. @throws Error for a name that is not there: a mistake of the page */
export function assetPath(name: string): string {
  const found = ASSETS.get(name);
  if (!found) throw new Error(`no asset ${name}`);
  return found.path;
}

/** The file at a path as it is now; `current` tells whether the path names this very content. */
export function assetAt(path: string): (Asset & { current: boolean }) | null {
  const plain = path.replace(/\.[0-9a-z]+(\.[a-z]+)$/, '$1').replace('/assets/', '');
  const found = ASSETS.get(plain);
  return found ? { ...found, current: found.path === path } : null;
}
