import type { Card, KeyUse, Reader } from '../../card/card.ts';
import { CardError } from '../../errors/card-error.ts';
import { type CardProfile, profileOf } from '../../profiles/card-profile.ts';
import { builtInProfiles, genericProfile } from '../../profiles/profiles.ts';
import { selectCertificates } from '../../profiles/select-certificates.ts';
import { isVirtualReader } from '../../profiles/virtual-readers.ts';
import { CKR } from './cryptoki.ts';
import { triesLeft } from './host-failure.ts';
import type { HostProcess } from './host-process.ts';
import type { ModuleInfo, SlotView, TokenView } from './host-protocol.ts';
import type { Pkcs11DriverOptions } from './options.ts';

/** A card with everything that a login needs. */
export interface KnownCard {
  readonly slot: SlotView;
  readonly token: TokenView;
  readonly profile: CardProfile;
  readonly reader: Reader;
  readonly keyIds: Readonly<Partial<Record<KeyUse, string>>>;
}

/** Looks at slots and their cards without a PIN. */
export interface SlotReader {
  moduleInfo(): Promise<ModuleInfo>;
  /** CK_SLOT_ID of the slots with a card, without talking to the cards. */
  presence(): Promise<readonly string[]>;
  /** The slots that count as readers. */
  slots(): Promise<readonly SlotView[]>;
  readers(): Promise<readonly Reader[]>;
  reader(slot: SlotView): Promise<Reader>;
  slot(readerId: string): Promise<SlotView>;
  cardIn(readerId: string): Promise<KnownCard>;
}

/** Slot and card in one handle, so that a PIN never reaches a card that took another's place. */
export function readerIdOf(slot: SlotView): string {
  return `${slot.slotId}:${slot.token?.serial ?? ''}`;
}

export function createSlotReader(host: HostProcess, options: Pkcs11DriverOptions): SlotReader {
  const profiles = [...(options.profiles ?? []), ...builtInProfiles];
  const moduleInfo = async (): Promise<ModuleInfo> => host.call('info', {});

  /** Readers that held a card at the last look. */
  let filled: readonly string[] = [];

  const slots = async (patient = true): Promise<readonly SlotView[]> => {
    const all = await (patient ? listAgain(host, filled) : host.call('slots', {}, ...filled));
    filled = all.flatMap(({ description, token }) => (token === undefined ? [] : [description]));
    const chosen = options.slot === undefined ? all : chooseSlot(all, options.slot);
    return chosen.filter(
      (slot) =>
        options.virtualReaders === true || slot.token !== undefined || !isVirtualReader(slot.description),
    );
  };

  const know = async (slot: SlotView, token: TokenView): Promise<KnownCard> => {
    const { library } = await moduleInfo();
    const profile = profileOf({ ...token, library }, profiles) ?? genericProfile;
    const found = await host.call('certificates', { slotId: slot.slotId }, slot.description);
    const { certificates, keyIds } = selectCertificates(found, profile);
    const retriesLeft = triesLeft(token.flags, profile.pin);
    const card: Card = {
      number: token.serial,
      label: token.label,
      certificates,
      ...(retriesLeft === undefined ? {} : { retriesLeft }),
    };
    const reader = { name: slot.description, id: readerIdOf(slot), card };
    return { slot, token, profile, reader, keyIds };
  };

  const reader = async (slot: SlotView): Promise<Reader> => {
    const empty = { name: slot.description, id: readerIdOf(slot) };
    if (slot.token === undefined) return empty;
    try {
      return (await know(slot, slot.token)).reader;
    } catch (error) {
      if (error instanceof CardError && GONE.has(error.code))
        return { name: slot.description, id: `${slot.slotId}:` };
      throw error;
    }
  };

  const slot = async (readerId: string): Promise<SlotView> => {
    const all = await slots(false);
    const [slotId = '', ...rest] = readerId.split(':');
    const serial = rest.join(':');
    const match =
      all.find((candidate) => readerIdOf(candidate) === readerId) ??
      (serial === ''
        ? all.find((candidate) => candidate.slotId === slotId)
        : all.find(({ token }) => token?.serial === serial));
    if (match !== undefined) return match;
    const sameSlot = all.find((candidate) => candidate.slotId === slotId);
    if (sameSlot === undefined) throw new CardError('READER_NOT_FOUND');
    throw new CardError('CARD_NOT_FOUND');
  };

  return {
    moduleInfo,
    presence: () => host.call('presence', {}),
    slots: () => slots(),
    reader,
    slot,
    readers: async () => {
      const list: Reader[] = [];
      for (const one of await slots()) list.push(await reader(one));
      return list;
    },
    cardIn: async (readerId) => {
      const one = await slot(readerId);
      if (one.token !== undefined) return await know(one, one.token);
      throw new CardError(
        one.tokenError === CKR.TOKEN_NOT_RECOGNIZED ? 'CARD_NOT_RECOGNIZED' : 'CARD_NOT_FOUND',
      );
    },
  };
}

/** Listing once more after a module got stuck on a card that left; no PIN is involved. */
async function listAgain(host: HostProcess, filled: readonly string[]): Promise<readonly SlotView[]> {
  try {
    return await host.call('slots', {}, ...filled);
  } catch (error) {
    if (!(error instanceof CardError) || error.code !== 'CARD_REMOVED') throw error;
    return await host.call('slots', {});
  }
}

/** The card left between two looks. */
const GONE: ReadonlySet<string> = new Set(['CARD_REMOVED', 'CARD_NOT_FOUND', 'READER_NOT_FOUND']);

function chooseSlot(all: readonly SlotView[], wanted: number): readonly SlotView[] {
  const byId = all.filter((slot) => slot.slotId === String(wanted));
  if (byId.length > 0) return byId;
  const byPlace = all[wanted];
  return byPlace === undefined ? [] : [byPlace];
}
