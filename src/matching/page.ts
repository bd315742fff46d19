/** Postings on a page when the caller does not say. */
export const DEFAULT_PAGE = 20;
