export type { TlsOptions } from './http-client.ts';
export { createHttpPeer, type HttpPeerOptions } from './http-peer.ts';
export { createHttpTransport, type HttpTransport, type HttpTransportOptions } from './http-transport.ts';
