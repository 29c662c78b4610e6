import type { Card, KeyUse, Reader } from '../../card/card.ts';
import { CardError } from '../../errors/card-error.ts';
import { type CardProfile, profileOf } from '../../profiles/card-profile.ts';
import { builtInProfiles, hicosProfile } from '../../profiles/profiles.ts';
import { selectCertificates, type TokenCertificate } from '../../profiles/select-certificates.ts';
import { isVirtualReader } from '../../profiles/virtual-readers.ts';
import type { HipkiInfo, HipkiSlot, HipkiToken } from './reply.ts';

/** A card in a reader with what a request needs to name its keys. */
export interface KnownHipkiCard {
  readonly reader: Reader & { readonly card: Card };
  readonly token: HipkiToken;
  readonly keyIds: Readonly<Partial<Record<KeyUse, Uint8Array>>>;
}

/** Reader name and card number in one handle. */
export function hipkiReaderId({ id, token }: HipkiSlot): string {
  return `${id}:${token?.serial ?? ''}`;
}

/** Slots that a person could insert a card into. */
export function realSlots({ slots }: HipkiInfo): readonly HipkiSlot[] {
  return slots.filter(({ token, description }) => token !== undefined || !isVirtualReader(description));
}

export function knowSlot(
  slot: HipkiSlot,
  library: string,
  profiles: readonly CardProfile[],
): KnownHipkiCard | undefined {
  const { token } = slot;
  if (token === undefined) return undefined;
  const profile = profileOf({ ...token, library }, [...profiles, ...builtInProfiles]) ?? hicosProfile;
  const { certificates } = selectCertificates(token.certificates, profile);
  const card: Card = { number: token.serial, label: token.label, certificates };
  return {
    reader: { name: slot.description, id: hipkiReaderId(slot), card },
    token,
    keyIds: keyIdsOf(token.certificates, certificates),
  };
}

function keyIdsOf(
  found: readonly TokenCertificate[],
  chosen: Card['certificates'],
): Readonly<Partial<Record<KeyUse, Uint8Array>>> {
  const idOf = (use: KeyUse) => {
    const der = chosen.find((certificate) => certificate.use === use)?.der;
    return found.find((certificate) => certificate.der === der)?.id;
  };
  const sign = idOf('sign');
  const exchange = idOf('exchange');
  return { ...(sign === undefined ? {} : { sign }), ...(exchange === undefined ? {} : { exchange }) };
}

/** The card behind a reader id; ids may be stale, so the card number decides. */
export function findCard(
  info: HipkiInfo,
  readerId: string,
  profiles: readonly CardProfile[],
): KnownHipkiCard {
  const slots = realSlots(info);
  const [slotId = '', ...rest] = readerId.split(':');
  const serial = rest.join(':');
  const slot =
    slots.find((candidate) => hipkiReaderId(candidate) === readerId) ??
    (serial === ''
      ? slots.find((candidate) => candidate.id === slotId)
      : slots.find(({ token }) => token?.serial === serial));
  if (slot === undefined) {
    const known = slots.some((candidate) => candidate.id === slotId);
    throw new CardError(known ? 'CARD_NOT_FOUND' : 'READER_NOT_FOUND');
  }
  if (slot.unknownToken) throw new CardError('CARD_NOT_RECOGNIZED');
  const known = knowSlot(slot, info.library, profiles);
  if (known === undefined) throw new CardError('CARD_NOT_FOUND');
  return known;
}
