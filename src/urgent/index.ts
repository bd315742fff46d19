export { acceptOffer, declineOffer, ownOffers } from './offers';
export * from './ports';
export { type NextHours, nextHours, nextWaveAt, remaining, WAVE_MS, waveSize } from './rules';
export * from './schema';
export { startUrgent, urgentState } from './service';
export { sendWaves } from './waves';
