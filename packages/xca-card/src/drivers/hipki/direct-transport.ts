import { CardError } from '../../errors/card-error.ts';
import { type HipkiReply, parseReply } from './reply.ts';
import { formBody, type HipkiRequest, infoRequest } from './request.ts';
import { baseUrl, type HipkiTransport } from './transport.ts';

export interface DirectTransportOptions {
  /** Default `http://localhost:61161`; some installations use port 16888 and the path `/cht_api`. */
  readonly url?: string;
  /** Milliseconds for a request. Default 60,000. */
  readonly timeout?: number;
  /** Default the global one. */
  readonly fetch?: typeof fetch;
}

/**
 * Posts to the service directly: for Node, Electron and scripts, which no browser rule keeps from it. Not for web pages: the
 * request would arrive and the browser would hide the reply (`SERVICE_UNREACHABLE`); use `createPopupTransport` there. Whether
 * the service accepts a request without a page behind it is not documented; a refusal is `DOMAIN_NOT_TRUSTED`.
 */
export function createDirectTransport(options: DirectTransportOptions = {}): HipkiTransport {
  const url = baseUrl(options.url);
  const { timeout = 60_000, fetch: fetcher = fetch } = options;

  const send = async ({ path, method, fields, reply }: HipkiRequest): Promise<HipkiReply> => {
    const signal = AbortSignal.timeout(timeout);
    try {
      const response = await fetcher(url + path, {
        method,
        signal,
        redirect: 'error',
        ...(method === 'GET'
          ? {}
          : { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: formBody(fields) }),
      });
      const text = await response.text();
      if (!response.ok)
        throw new CardError('SERVICE_PROTOCOL', { details: { reason: `HTTP ${response.status}` } });
      return parseReply(text, reply);
    } catch (error) {
      if (error instanceof CardError) throw error;
      // The cause is left out: it may quote the request with its PIN.
      if (signal.aborted)
        throw new CardError('SERVICE_TIMEOUT', { details: { seconds: timeout / 1000, url } });
      throw new CardError('SERVICE_UNREACHABLE', { details: { url } });
    }
  };
  return { url, needsGesture: false, send, look: () => send(infoRequest(false)) };
}
