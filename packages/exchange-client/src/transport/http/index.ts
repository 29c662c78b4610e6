export type { TlsOptions } from './http-client.ts';
export { createHttpTransport, type HttpTransport, type HttpTransportOptions } from './http-transport.ts';
