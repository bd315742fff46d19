/** Every Chinese sentence that the station says to people; split by who says it. */
export * from './matching';
export * from './vocabulary';
