/** What only the pages of the desk need. */
export const DESK_CSS = `
`;
