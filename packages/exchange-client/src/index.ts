export type * from './codec/envelope.ts';
export * from './codec/files.ts';
export { parseExchangeTime, writeExchangeTime } from './codec/time.ts';
