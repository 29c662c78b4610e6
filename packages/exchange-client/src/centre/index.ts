export type { CentreStatus, ExchangeCentre } from './centre.ts';
export { type ServedCentre, type ServeOptions, serveCentre } from './http/serve-centre.ts';
export type { NewOffice, Office, OfficeStatus } from './office.ts';
export { type CentreOptions, openCentre } from './open-centre.ts';
