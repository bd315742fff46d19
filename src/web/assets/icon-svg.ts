/** The station's mark: a house whose door is a tick. */
export const ICON_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<rect width="64" height="64" rx="14" fill="#0f6b5c"/>
<path d="M14 31 32 15l18 16" fill="none" stroke="#fff" stroke-width="5.5" stroke-linecap="round" stroke-linejoin="round"/>
<path d="m22 39 8 8 14-16" fill="none" stroke="#ffd27a" stroke-width="5.5" stroke-linecap="round" stroke-linejoin="round"/>
</svg>`;
