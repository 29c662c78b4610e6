import type { Handle, PKCS11 } from 'pkcs11js';
import { CKA, CKF, CKO, ckrOf } from './cryptoki.ts';
import { failureOf, HostFailure } from './host-failure.ts';
import type { CertificateView, ModuleInfo, SlotView, TokenView } from './host-protocol.ts';

/** Fixed-length texts of Cryptoki are padded with blanks, by some modules also with tabs or zeros. */
const clean = (text: string): string => text.replace(/[\s\0]+$/u, '').replace(/^[\s\0]+/u, '');

export function moduleInfo(lib: PKCS11): ModuleInfo {
  const info = lib.C_GetInfo();
  const version = ({ major, minor }: { major: number; minor: number }) => `${major}.${minor}`;
  return {
    library: clean(info.libraryDescription),
    libraryVersion: version(info.libraryVersion),
    cryptokiVersion: version(info.cryptokiVersion),
    manufacturer: clean(info.manufacturerID),
  };
}

/** CK_SLOT_ID, an unsigned long of the platform. */
export function slotIdOf(handle: Handle): string {
  return (handle.length === 8 ? handle.readBigUInt64LE() : BigInt(handle.readUInt32LE())).toString();
}

/** CK_SLOT_ID of every slot that holds a card, by C_GetSlotInfo alone: no command reaches a card. */
export function listPresence(lib: PKCS11): string[] {
  return lib
    .C_GetSlotList(false)
    .filter((handle) => isPresent(lib, handle))
    .map(slotIdOf);
}

/** Every slot, with its token where one is present and readable. A slot that fails does not hide the others. */
export function listSlots(lib: PKCS11): SlotView[] {
  return lib.C_GetSlotList(false).flatMap((handle) => {
    try {
      return [viewSlot(lib, handle)];
    } catch {
      return [];
    }
  });
}

function viewSlot(lib: PKCS11, handle: Handle): SlotView {
  const info = lib.C_GetSlotInfo(handle);
  const slot = { slotId: slotIdOf(handle), description: clean(info.slotDescription) };
  if ((info.flags & CKF.TOKEN_PRESENT) === 0) return slot;
  try {
    const token = viewToken(lib, handle);
    return (token.flags & CKF.TOKEN_INITIALIZED) === 0 ? slot : { ...slot, token };
  } catch (error) {
    const ckr = ckrOf(error);
    return ckr === undefined ? slot : { ...slot, tokenError: ckr };
  }
}

export function viewToken(lib: PKCS11, handle: Handle): TokenView {
  const info = lib.C_GetTokenInfo(handle);
  return {
    label: clean(info.label),
    manufacturer: clean(info.manufacturerID),
    model: clean(info.model),
    serial: clean(info.serialNumber),
    flags: info.flags,
    minPin: info.minPinLen,
    maxPin: info.maxPinLen,
  };
}

/** The slot that holds the card with this serial number; slot ids and their order change, so the id is only a hint. */
export function findSlot(lib: PKCS11, slotId: string, serial: string): Handle {
  const handles = lib.C_GetSlotList(true);
  const hint = handles.filter((handle) => slotIdOf(handle) === slotId);
  for (const handle of [...hint, ...handles]) {
    try {
      if (viewToken(lib, handle).serial === serial) return handle;
    } catch {
      // An unreadable token in another slot is not the one that is wanted.
    }
  }
  throw new HostFailure('CARD_NOT_FOUND');
}

export function slotById(lib: PKCS11, slotId: string): Handle {
  const handle = lib.C_GetSlotList(false).find((candidate) => slotIdOf(candidate) === slotId);
  if (handle === undefined) throw new HostFailure('READER_NOT_FOUND');
  return handle;
}

/** True while a token is in the slot. Asked before each operation: one module hangs for ever without it. */
export function isPresent(lib: PKCS11, slot: Handle): boolean {
  try {
    return (lib.C_GetSlotInfo(slot).flags & CKF.TOKEN_PRESENT) !== 0;
  } catch {
    return false;
  }
}

/** All X.509 certificate objects, readable without login. */
export function readCertificates(lib: PKCS11, slotId: string): CertificateView[] {
  const session = lib.C_OpenSession(slotById(lib, slotId), CKF.SERIAL_SESSION);
  try {
    const template = [{ type: CKA.CLASS, value: CKO.CERTIFICATE }];
    return findObjects(lib, session, template).flatMap((object) => {
      const [value] = lib.C_GetAttributeValue(session, object, [{ type: CKA.VALUE }]);
      if (value === undefined || value.value.length === 0) return [];
      return [
        {
          label: attribute(lib, session, object, CKA.LABEL)?.toString('utf8') ?? '',
          id: new Uint8Array(attribute(lib, session, object, CKA.ID) ?? []),
          der: new Uint8Array(value.value),
        },
      ];
    });
  } catch (error) {
    throw failureOf(error, 'C_FindObjects');
  } finally {
    closeQuietly(lib, session);
  }
}

export function findObjects(
  lib: PKCS11,
  session: Handle,
  template: { type: number; value: number | Buffer }[],
): Handle[] {
  lib.C_FindObjectsInit(session, template);
  try {
    const found: Handle[] = [];
    for (;;) {
      const batch = lib.C_FindObjects(session, 16);
      found.push(...batch);
      if (batch.length === 0) return found;
    }
  } finally {
    lib.C_FindObjectsFinal(session);
  }
}

/** One attribute, undefined when the token does not give it. */
export function attribute(lib: PKCS11, session: Handle, object: Handle, type: number): Buffer | undefined {
  try {
    return lib.C_GetAttributeValue(session, object, [{ type }])[0]?.value;
  } catch {
    return undefined;
  }
}

export function closeQuietly(lib: PKCS11, session: Handle): void {
  try {
    lib.C_CloseSession(session);
  } catch {
    // A session whose card is gone is closed already.
  }
}
