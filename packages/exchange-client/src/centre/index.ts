export type { CentreStatus, ExchangeCentre } from './centre.ts';
export {
  type FaultKind,
  type FaultPlan,
  type FaultRule,
  type FaultTarget,
  parseFaults,
} from './faults/fault-plan.ts';
export { createFaults } from './faults/faulty-http.ts';
export { createFaultyService } from './faults/faulty-service.ts';
export type { ForwardedItem, PeerCentre } from './forward.ts';
export { type ServedCentre, type ServeOptions, serveCentre } from './http/serve-centre.ts';
export type { NewOffice, Office, OfficeStatus } from './office.ts';
export { type CentreOptions, openCentre } from './open-centre.ts';
export type { SweepReport } from './sweep.ts';
