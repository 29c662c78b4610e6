import { CardError } from '../../errors/card-error.ts';
import { readImageInfo } from './image-probe.ts';
import { type HipkiReply, parseReply } from './reply.ts';
import type { HipkiRequest } from './request.ts';
import { baseUrl, type HipkiTransport } from './transport.ts';

/** The popup window, as far as it is used. */
export interface PopupWindow {
  readonly closed: boolean;
  postMessage(message: string, targetOrigin: string): void;
  close(): void;
}

/** A message event, as far as it is used. */
export interface PopupMessage {
  readonly origin: string;
  readonly source: unknown;
  readonly data: unknown;
}

/** The page's own window, as far as it is used; `globalThis.window` fits. */
export interface PopupHost {
  open(url: string, target: string, features: string): PopupWindow | null;
  addEventListener(type: 'message', listener: (event: PopupMessage) => void): void;
  removeEventListener(type: 'message', listener: (event: PopupMessage) => void): void;
}

export interface PopupTransportOptions {
  /** Default `http://localhost:61161`. */
  readonly url?: string;
  /** The window that opens the popups. */
  readonly window: PopupHost;
  /** Milliseconds for the first message of the popup. Default 5,000. */
  readonly readyTimeout?: number;
  /** Milliseconds for the reply, in which a person may have to read and consent. Default 60,000. */
  readonly replyTimeout?: number;
  /** For the image probe; default the global one. */
  readonly fetch?: typeof fetch;
}

const FEATURES = 'width=200,height=200,left=0,top=0';
const CLOSED_POLL = 250;

/**
 * Speaks to the service from a web page, one popup a request, because its JSON answers carry no CORS headers. A popup must
 * open within a few seconds of a click that opened none yet (transient activation, about five in Chromium): ask in the
 * click's handler and before the network is awaited, or the answer is `POPUP_BLOCKED`.
 */
export function createPopupTransport(options: PopupTransportOptions): HipkiTransport {
  const url = baseUrl(options.url);
  return {
    url,
    needsGesture: true,
    send: (request) => exchange(request, url, options),
    look: () => readImageInfo(url, options.fetch ?? fetch),
  };
}

function exchange(request: HipkiRequest, url: string, options: PopupTransportOptions): Promise<HipkiReply> {
  const { window: host, readyTimeout = 5_000, replyTimeout = 60_000 } = options;
  const { origin } = new URL(url);
  const popup = host.open(`${url}/${request.popup}`, '_blank', FEATURES);
  if (popup === null) return Promise.reject(new CardError('POPUP_BLOCKED'));
  return new Promise((resolve, reject) => {
    let sent = false;
    let closedSeen = 0;
    const finish = (settle: () => void) => {
      clearTimeout(ready);
      clearTimeout(late);
      clearInterval(poll);
      host.removeEventListener('message', listen);
      if (!popup.closed) popup.close();
      settle();
    };
    const fail = (error: CardError) => finish(() => reject(error));
    const listen = (event: PopupMessage) => {
      // Any page may post messages to this window: only the popup that was opened, from the service itself, counts.
      if (event.origin !== origin || event.source !== popup || typeof event.data !== 'string') return;
      if (isReady(event.data)) {
        if (sent) return;
        sent = true;
        clearTimeout(ready);
        popup.postMessage(JSON.stringify(request.fields), origin);
        return;
      }
      if (!sent) return;
      const { data } = event;
      finish(() => {
        try {
          resolve(parseReply(data, request.reply));
        } catch (error) {
          reject(error);
        }
      });
    };
    const ready = setTimeout(
      () => fail(new CardError('SERVICE_UNREACHABLE', { details: { url } })),
      readyTimeout,
    );
    const late = setTimeout(
      () => fail(new CardError('SERVICE_TIMEOUT', { details: { seconds: replyTimeout / 1000, url } })),
      readyTimeout + replyTimeout,
    );
    const poll = setInterval(() => {
      // Two looks: the popup closes itself right after its reply, which may still be on its way.
      closedSeen = popup.closed ? closedSeen + 1 : 0;
      if (closedSeen >= 2) fail(new CardError('USER_CANCELLED'));
    }, CLOSED_POLL);
    host.addEventListener('message', listen);
  });
}

function isReady(data: string): boolean {
  try {
    const message: unknown = JSON.parse(data);
    if (typeof message !== 'object' || message === null || !('func' in message)) return false;
    return message.func === 'getTbs' || message.func === 'CMCAtn';
  } catch {
    return false;
  }
}
