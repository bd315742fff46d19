import { DONE_TEXT } from '../text/shop';

/** Says what was just done, after a redirect; nothing for words that are not known. */
export function Done({ done }: { done: string | null }) {
  const text = done === null ? undefined : DONE_TEXT[done];
  if (text === undefined) return null;
  return (
    <p class="banner good" role="status">
      {text}
    </p>
  );
}
