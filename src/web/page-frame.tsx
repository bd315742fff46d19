import { createContext, type JSX, type PropsWithChildren, useContext } from 'hono/jsx';
import { withParams } from './links';

/** What every part of a page may need to know of its request. */
export interface PageFrame {
  /** `?station=slug` of the address, which links and forms keep; null for none. */
  station: string | null;
  /** Token for forms of the session; null without one. */
  csrf: string | null;
}

/** The frame of the page that is being drawn. */
export const Frame = createContext<PageFrame>({ station: null, csrf: null });

/** A link inside the site; keeps the station of the address. */
export function useHref(path: string): string {
  const { station } = useContext(Frame);
  return station === null ? path : withParams(path, { station });
}

type LinkProps = PropsWithChildren<{ to: string; class?: string } & Omit<JSX.IntrinsicElements['a'], 'href'>>;

/** `<a>` to a page of the site. */
export function Link({ to, children, ...rest }: LinkProps) {
  return (
    <a href={useHref(to)} {...rest}>
      {children}
    </a>
  );
}
