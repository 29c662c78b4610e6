import type { IncomingHttpHeaders } from 'node:http';
import type { AllowList } from './allow-list.ts';
import { ProtocolFailure, RET } from './protocol/codes.ts';

/** Names under which this service may be called; anything else is a foreign name that points here. */
const HOSTS = ['localhost', '127.0.0.1'];

/** Header by which the service's own popup tells the origin of the page that opened it. */
export const OPENER_HEADER = 'x-signer-opener';

/** For a program that is no browser. */
export const PROGRAM = 'program';

export interface Gate {
  /** @throws ProtocolFailure 0x7600000F when the Host header is not one of ours */
  checkHost(headers: IncomingHttpHeaders): void;
  /** True when a page of this service sent the request. */
  isOwn(headers: IncomingHttpHeaders): boolean;
  /** Origin of the page that asks, or {@link PROGRAM}. @throws ProtocolFailure 0x76000031 when it may not ask */
  admit(headers: IncomingHttpHeaders): string;
  /** As {@link Gate.admit}, without the decision, for the log. */
  name(headers: IncomingHttpHeaders): string;
}

/**
 * Tells who asks. Browsers always send `Origin` with a POST, and `Sec-Fetch-Site` with everything; a page can forge neither.
 */
export function createGate(port: number, allowList: AllowList, programs: boolean): Gate {
  const hosts = new Set(HOSTS.map((host) => (port === 80 ? host : `${host}:${port}`)));
  const isOwn = (headers: IncomingHttpHeaders) => headers.origin === `http://${headers.host}`;
  const sameOrigin = (headers: IncomingHttpHeaders) =>
    isOwn(headers) || (headers.origin === undefined && headers['sec-fetch-site'] === 'same-origin');

  const name = (headers: IncomingHttpHeaders): string => {
    if (sameOrigin(headers)) {
      const opener = headers[OPENER_HEADER];
      return typeof opener === 'string' ? opener : 'own page';
    }
    if (headers.origin !== undefined) return headers.origin;
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'none' ? PROGRAM : 'unnamed page';
  };
  return {
    checkHost: ({ host = '' }) => {
      if (!hosts.has(host.toLowerCase())) throw new ProtocolFailure(RET.forbiddenDomain);
    },
    isOwn,
    name,
    admit: (headers) => {
      const requester = name(headers);
      const allowed = requester === PROGRAM ? programs : allowList.allows(requester);
      if (!allowed) throw new ProtocolFailure(RET.untrustedSite);
      return requester;
    },
  };
}
