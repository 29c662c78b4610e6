import type { CardDriver, OpenOptions, PinInput } from '../../card/card.ts';
import { withGuardedPin } from '../../card/pin-guard.ts';
import { CardError } from '../../errors/card-error.ts';
import { createRefusedPins, type RefusedPins } from '../refused-pins.ts';
import { HostProcess } from './host-process.ts';
import type { ModuleInfo } from './host-protocol.ts';
import { findModule, type ModuleChoice } from './module-discovery.ts';
import type { Pkcs11DriverOptions } from './options.ts';
import { createPkcs11Session } from './pkcs11-session.ts';
import { cardHasLeft } from './presence.ts';
import { slotEvents } from './slot-events.ts';
import { createSlotReader, type SlotReader } from './slot-reader.ts';

/** A {@link CardDriver} over a PKCS#11 module such as HiCOS. */
export interface Pkcs11Driver extends CardDriver {
  /** The module that is used and how it was found. */
  readonly module: ModuleChoice;
  /** C_GetInfo of the module. */
  moduleInfo(): Promise<ModuleInfo>;
  /** CK_MECHANISM_TYPE numbers that the card in a reader declares. */
  mechanisms(readerId: string): Promise<readonly number[]>;
  /** Process id of the module's process while it runs. */
  readonly pid: number | undefined;
}

/**
 * Opens a PKCS#11 module in a process of its own, started by the first call.
 *
 * @throws CardError `MODULE_NOT_FOUND`
 * @example
 * const driver = createPkcs11Driver({ module: '/usr/lib/softhsm/libsofthsm2.so' });
 * const [reader] = await driver.readers();
 */
export function createPkcs11Driver(options: Pkcs11DriverOptions = {}): Pkcs11Driver {
  const module = findModule(options.module);
  const host = new HostProcess({
    module: module.path,
    ...(options.binding === undefined ? {} : { binding: options.binding }),
    ...(options.host === undefined ? {} : { entry: { path: options.host, execArgv: [] } }),
    ...(options.env === undefined ? {} : { env: options.env }),
    timeout: options.timeout ?? 20_000,
    slow: options.slow ?? 250,
    hasLeft: (readers) => cardHasLeft(readers, { ...process.env, ...options.env }),
  });
  const slots = createSlotReader(host, options);
  const refused = createRefusedPins();
  return {
    name: 'pkcs11',
    module,
    get pid() {
      return host.pid;
    },
    readers: () => slots.readers(),
    open: (readerId, pin, openOptions) => open(host, slots, refused, readerId, pin, openOptions),
    events: (signal) => slotEvents(slots, signal, options.pollInterval ?? 500),
    moduleInfo: () => slots.moduleInfo(),
    mechanisms: async (readerId) => {
      const slot = await slots.slot(readerId);
      return await host.call('mechanisms', { slotId: slot.slotId }, slot.description);
    },
    close: () => host.close(),
  };
}

async function open(
  host: HostProcess,
  slots: SlotReader,
  refused: RefusedPins,
  readerId: string,
  pin: PinInput,
  options: OpenOptions = {},
) {
  const known = await slots.cardIn(readerId);
  const { slot, token, profile, reader, keyIds } = known;
  const card = reader.card;
  if (card === undefined) throw new CardError('CARD_NOT_FOUND');
  const retriesLeft = card.retriesLeft ?? refused.triesLeft(card.number);
  const limits = { min: Math.max(token.minPin, 1), max: token.maxPin || profile.pin.max };
  const vendorPinErrors = profile.pin.vendorErrors;
  const tries = profile.pin.flags === 'none' ? undefined : profile.pin.tries;
  const signCertificate = card.certificates.find(({ use }) => use === 'sign')?.der;
  const login = (pinBytes: Uint8Array) => {
    const request = {
      slotId: slot.slotId,
      serial: token.serial,
      pin: pinBytes,
      keyIds,
      vendorPinErrors,
      ...(tries === undefined ? {} : { tries }),
      ...(signCertificate === undefined ? {} : { signCertificate }),
    };
    return refused.watch(card.number, () => host.call('login', request, slot.description));
  };
  const { session } = await withGuardedPin(pin, { ...options, retriesLeft, limits }, login);
  return createPkcs11Session({
    host,
    session,
    generation: host.generation,
    card,
    reader: slot.description,
    limits,
    refused,
  });
}
