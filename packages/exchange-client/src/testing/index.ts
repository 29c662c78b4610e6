export type { TestFrame } from './conformance.ts';
export type { StoreCase, StoreSubject } from './store-case.ts';
export { storeConformance } from './store-conformance.ts';
export {
  type TransportOffice,
  type TransportSubject,
  transportConformance,
} from './transport-conformance.ts';
