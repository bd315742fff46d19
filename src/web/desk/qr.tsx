import { encode } from 'uqr';

/** Modules of quiet zone around the code (ISO/IEC 18004 asks for four). */
const BORDER = 4;

/**
 * A QR code as an inline drawing: one path, colours as attributes, so that it needs no style of its own.
 * @param text what it holds, usually an address
 */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
      data-link={text}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
