import { describe, expect, it, vi } from 'vitest';
import {
  createPopupTransport,
  type PopupHost,
  type PopupMessage,
  type PopupWindow,
} from '../../../src/drivers/hipki/index.ts';
import { infoRequest, makeSignature } from '../../../src/drivers/hipki/request.ts';

const ORIGIN = 'http://localhost:61161';
const REPLY = JSON.stringify({ func: 'pkcs11info', ret_code: 0, slots: [] });

/** A window that opens one popup and hands the messages of a test to the page. */
function pageWithPopup(open: (popup: TestPopup) => PopupWindow | null = (popup) => popup) {
  const listeners = new Set<(event: PopupMessage) => void>();
  const popup = new TestPopup();
  const host: PopupHost = {
    open: (url, _target, features) => {
      popup.url = url;
      popup.features = features;
      return open(popup);
    },
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  };
  const post = (data: unknown, origin = ORIGIN, source: unknown = popup) => {
    for (const listener of [...listeners]) listener({ data, origin, source });
  };
  return { host, popup, post, listeners };
}

class TestPopup implements PopupWindow {
  url = '';
  features = '';
  closed = false;
  readonly received: { message: string; target: string }[] = [];
  postMessage(message: string, target: string): void {
    this.received.push({ message, target });
  }
  close(): void {
    this.closed = true;
  }
}

const READY = '{"func":"getTbs"}';

describe('popup handshake', () => {
  it('opens the popup at once, answers its question to its origin alone, and gives back its reply', async () => {
    const { host, popup, post, listeners } = pageWithPopup();
    const pending = createPopupTransport({ window: host }).send(infoRequest(true));
    expect(popup.url).toBe(`${ORIGIN}/popupForm`);
    post(READY);
    expect(popup.received).toEqual([{ message: '{"func":"GetUserCert"}', target: ORIGIN }]);
    post(REPLY);
    expect((await pending).retCode).toBe(0);
    expect(popup.closed).toBe(true);
    expect(listeners.size).toBe(0);
  });

  it('takes nothing from another origin, another window, or before the request was asked for', async () => {
    const { host, popup, post } = pageWithPopup();
    const pending = createPopupTransport({ window: host }).send(infoRequest(true));
    post(READY, 'http://localhost:61162');
    post(READY, 'https://evil.example');
    post(READY, ORIGIN, {});
    post(REPLY);
    post({ func: 'getTbs' });
    expect(popup.received).toEqual([]);
    post(READY);
    const forged = JSON.stringify({ func: 'pkcs11info', ret_code: 0x76000999 });
    post(forged, 'https://evil.example');
    post(forged, ORIGIN, {});
    post(REPLY);
    expect((await pending).retCode).toBe(0);
  });

  it('sends the request once, also when the popup asks again', async () => {
    const { host, popup, post } = pageWithPopup();
    const data = new Uint8Array(1);
    const signing = makeSignature({
      data,
      type: 'PKCS1',
      pin: '246802',
      reader: 'R',
      keyId: data,
      checkValidity: true,
    });
    const pending = createPopupTransport({ window: host }).send(signing);
    post(READY);
    post(READY);
    expect(popup.received).toHaveLength(1);
    post('{"func":"sign","ret_code":0}');
    await pending;
    post(READY);
    expect(popup.received).toHaveLength(1);
  });

  it('tells a blocked popup, a silent one, a closed one and a late one apart', async () => {
    vi.useFakeTimers();
    try {
      const blocked = createPopupTransport({ window: pageWithPopup(() => null).host });
      await expect(blocked.send(infoRequest(false))).rejects.toMatchObject({ code: 'POPUP_BLOCKED' });

      const silent = pageWithPopup();
      const never = createPopupTransport({ window: silent.host }).send(infoRequest(false));
      const neverTold = expect(never).rejects.toMatchObject({ code: 'SERVICE_UNREACHABLE' });
      await vi.advanceTimersByTimeAsync(5_000);
      await neverTold;
      expect(silent.popup.closed).toBe(true);

      const closing = pageWithPopup();
      const cancelled = createPopupTransport({ window: closing.host }).send(infoRequest(false));
      const cancelledTold = expect(cancelled).rejects.toMatchObject({ code: 'USER_CANCELLED' });
      closing.post(READY);
      closing.popup.close();
      await vi.advanceTimersByTimeAsync(600);
      await cancelledTold;

      const late = pageWithPopup();
      const waiting = createPopupTransport({ window: late.host, replyTimeout: 1_000 }).send(
        infoRequest(false),
      );
      const lateTold = expect(waiting).rejects.toMatchObject({
        code: 'SERVICE_TIMEOUT',
        details: { seconds: 1 },
      });
      late.post(READY);
      await vi.advanceTimersByTimeAsync(6_000);
      await lateTold;
    } finally {
      vi.useRealTimers();
    }
  });

  it('takes a reply that arrives just after the popup closed itself', async () => {
    vi.useFakeTimers();
    try {
      const { host, popup, post } = pageWithPopup();
      const pending = createPopupTransport({ window: host }).send(infoRequest(false));
      post(READY);
      popup.close();
      await vi.advanceTimersByTimeAsync(300);
      post(REPLY);
      expect((await pending).retCode).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
