/**
 * A statement that holds this comment is prepared once for every connection and its plan kept. For the few that every
 * search asks for: planning a join takes longer than the join. Its text must be the same every time, or the server keeps
 * every variant of it.
 */
export const KEEP_PREPARED = '/*keep prepared*/';
