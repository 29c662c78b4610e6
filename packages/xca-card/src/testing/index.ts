export { cardDriverConformance } from './card-driver-conformance.ts';
export type { DriverAbilities, DriverSubject, MakeSubject, TestRunner } from './subject.ts';
