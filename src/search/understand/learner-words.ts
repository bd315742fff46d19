/** Words for who learns a trade, whichever it is. */
export const LEARNS = /^(?:当|做|招)?(?:学徒工?|徒弟|小学徒)$|^学手艺$|^学徒娃$/u;
/** Stands behind a kind of place for who learns its trade. */
export const LEARNER = '学徒';
