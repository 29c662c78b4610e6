import type { CardDriver, CardEvent, OpenOptions, PinInput, Reader } from '../../card/card.ts';
import { withGuardedPin } from '../../card/pin-guard.ts';
import { CardError } from '../../errors/card-error.ts';
import type { CardProfile } from '../../profiles/card-profile.ts';
import { createRefusedPins } from '../refused-pins.ts';
import { createDirectTransport } from './direct-transport.ts';
import { checkEnvironment, type HipkiEnvironment } from './environment.ts';
import { hipkiEvents } from './hipki-events.ts';
import { expectSuccess } from './hipki-failure.ts';
import { findCard, hipkiReaderId, knowSlot, realSlots } from './hipki-reader.ts';
import { createHipkiSession, type HipkiSession } from './hipki-session.ts';
import { type HipkiInfo, parseInfo } from './reply.ts';
import { type HipkiRequest, infoRequest, makeSignature } from './request.ts';
import type { HipkiTransport } from './transport.ts';
import type { HipkiPlatform } from './versions.ts';

export interface HipkiDriverOptions {
  /** Default `http://localhost:61161`; ignored when a transport is given. */
  readonly url?: string;
  /** Default: direct posts. In a web page pass `createPopupTransport({ window })`. */
  readonly transport?: HipkiTransport;
  /**
   * True tries the PIN in `open` with a signature over random bytes. Default: true, but false for a transport that needs
   * a gesture for each request: there the first signature tells.
   */
  readonly verifyPin?: boolean;
  /** False also signs with an expired certificate. Default true. */
  readonly checkValidity?: boolean;
  /** Milliseconds between two looks in events. Default 1,000. */
  readonly pollInterval?: number;
  readonly profiles?: readonly CardProfile[];
}

/** A {@link CardDriver} over HiPKI's local service (跨平台網頁元件). */
export interface HipkiDriver extends CardDriver {
  /** In a browser the readers that `readers` listed last are used again; without a listing a popup is needed for it here. */
  open(readerId: string, pin: PinInput, options?: OpenOptions): Promise<HipkiSession>;
  /**
   * Version and slots, without a PIN and, in a browser, without a popup.
   *
   * @param platform without it `minimum` and `recentEnough` are left out: each platform has its own least version
   * @throws CardError `SERVICE_UNREACHABLE`, `DOMAIN_NOT_TRUSTED`, `SERVICE_PROTOCOL`
   */
  environment(platform?: HipkiPlatform): Promise<HipkiEnvironment>;
}

/**
 * Reaches cards through the local service. It has no login: a session keeps the PIN and sends it with each request,
 * until the first refusal or its close.
 *
 * @example
 * const driver = createHipkiDriver(); // in a web page: { transport: createPopupTransport({ window }) }
 * const [reader] = await driver.readers();
 */
export function createHipkiDriver(options: HipkiDriverOptions = {}): HipkiDriver {
  const transport =
    options.transport ?? createDirectTransport(options.url === undefined ? {} : { url: options.url });
  const { url } = transport;
  const profiles = options.profiles ?? [];
  const refused = createRefusedPins();
  let closed = false;
  /** The last listing with certificates; a web page needs a popup to read them, so `open` uses them again. */
  let listed: HipkiInfo | undefined;

  const ask = async (request: HipkiRequest, opened: boolean) => {
    if (closed) throw new CardError('SESSION_CLOSED');
    return expectSuccess(await transport.send(request), { url, opened });
  };
  const list = async (): Promise<HipkiInfo> => {
    listed = parseInfo(await ask(infoRequest(true), false));
    return listed;
  };
  const look = async (): Promise<HipkiInfo> => {
    if (closed) throw new CardError('SESSION_CLOSED');
    return parseInfo(expectSuccess(await transport.look(), { url, opened: false }));
  };

  const readers = async (): Promise<readonly Reader[]> => {
    const info = await list();
    return realSlots(info).map(
      (slot) =>
        knowSlot(slot, info.library, profiles)?.reader ?? { name: slot.description, id: hipkiReaderId(slot) },
    );
  };

  const open = async (
    readerId: string,
    pin: PinInput,
    openOptions: OpenOptions = {},
  ): Promise<HipkiSession> => {
    if (closed) throw new CardError('SESSION_CLOSED');
    const info = transport.needsGesture && listed !== undefined ? listed : await list();
    const known = findCard(info, readerId, profiles);
    const { number } = known.reader.card;
    const limits = { min: known.token.minPin, max: known.token.maxPin };
    const checkValidity = options.checkValidity ?? true;
    const sendWithPin = (opened: boolean) => (request: HipkiRequest) =>
      refused.watch(number, () => ask(request, opened));
    const { keyIds, reader } = known;
    const guard = { ...openOptions, retriesLeft: refused.triesLeft(number), limits };
    const kept = await withGuardedPin(pin, guard, async (bytes) => {
      if (options.verifyPin ?? !transport.needsGesture) {
        if (keyIds.sign === undefined) throw new CardError('KEY_NOT_FOUND', { details: { use: 'sign' } });
        const data = crypto.getRandomValues(new Uint8Array(32));
        const text = new TextDecoder().decode(bytes);
        const probe = { type: 'PKCS1', data, pin: text, reader: reader.name, keyId: keyIds.sign } as const;
        await sendWithPin(false)(makeSignature({ ...probe, checkValidity }));
      }
      return bytes.slice();
    });
    return createHipkiSession({
      known,
      pin: kept,
      limits,
      checkValidity,
      send: sendWithPin(true),
      retriesLeft: () => refused.triesLeft(number),
      isClosed: () => closed,
    });
  };

  return {
    name: 'hipki',
    readers,
    open,
    events: (signal): AsyncIterable<CardEvent> =>
      hipkiEvents(
        { look, list, needsGesture: transport.needsGesture, profiles },
        signal,
        options.pollInterval ?? 1_000,
      ),
    environment: async (platform) => checkEnvironment(await look(), platform),
    close: async () => {
      closed = true;
      listed = undefined;
    },
  };
}
