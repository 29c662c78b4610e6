export type { TestFrame } from './conformance.ts';
export { type StoreCase, type StoreSubject, storeConformance } from './store-conformance.ts';
export { type TransportSubject, transportConformance } from './transport-conformance.ts';
