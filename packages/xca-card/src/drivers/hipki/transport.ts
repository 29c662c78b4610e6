import type { HipkiReply } from './reply.ts';
import type { HipkiRequest } from './request.ts';

/** Where the service listens unless told otherwise. */
export const DEFAULT_URL = 'http://localhost:61161';

/** One way to the local service. */
export interface HipkiTransport {
  /** Base address without a slash at its end. */
  readonly url: string;
  /** True when each request needs a gesture of the user, so that nothing may be sent unasked. */
  readonly needsGesture: boolean;
  /**
   * Sends one request; the reply may tell a failure.
   *
   * @throws CardError `SERVICE_UNREACHABLE`, `SERVICE_TIMEOUT`, `SERVICE_PROTOCOL`, `POPUP_BLOCKED`, `USER_CANCELLED`
   */
  send(request: HipkiRequest): Promise<HipkiReply>;
  /** `pkcs11info` without certificates, without a gesture. */
  look(): Promise<HipkiReply>;
}

/** A base address without trailing slashes. @throws TypeError when it is no http address of this computer */
export function baseUrl(url: string | undefined): string {
  const parsed = new URL(url ?? DEFAULT_URL);
  if (!/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(parsed.hostname)) {
    throw new TypeError(
      `url: the service runs on this computer, not on ${parsed.hostname}; a PIN is sent to it`,
    );
  }
  return `${parsed.origin}${parsed.pathname.replace(/\/+$/, '')}`;
}
