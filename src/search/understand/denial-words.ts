/** Characters by which something is denied. */
export const DENIAL = /[不没无非免别勿]/u;
