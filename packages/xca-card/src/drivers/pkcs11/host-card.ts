import { Buffer } from 'node:buffer';
import type { Handle, PKCS11 } from 'pkcs11js';
import type { KeyUse } from '../../card/card.ts';
import { CKA, CKF, CKO, CKR, CKU, ckrOf } from './cryptoki.ts';
import { failureOf, HostFailure, pinFailureOf } from './host-failure.ts';
import type { LoginRequest, TokenView } from './host-protocol.ts';
import { attribute, closeQuietly, findObjects, findSlot, isPresent, viewToken } from './host-tokens.ts';

/** A private key of the card in one session. */
export interface HostKey {
  readonly handle: Handle;
  /** CKA_ALWAYS_AUTHENTICATE: the PIN is wanted before each use. */
  readonly always: boolean;
}

/** One card that accepted its PIN, inside the module process. */
export interface HostCard {
  readonly slot: Handle;
  readonly request: Omit<LoginRequest, 'pin'>;
  readonly mechanisms: ReadonlySet<number>;
  session: Handle;
  readonly keys: Map<KeyUse, HostKey>;
  /** Kept only while a key asks for it before each use; zeroed at close. */
  pin: Buffer | undefined;
  /** Set once the card cannot be used any more. */
  dead: HostFailure | undefined;
  /** When an operation on the card last succeeded, `performance.now()`. */
  lastSuccess: number;
  /** What worked or failed on this card before, by use and mechanism. */
  readonly memory: Map<string, 'works' | 'fails'>;
}

/** Logs in with exactly one C_Login. */
export function loginCard(lib: PKCS11, request: LoginRequest, others: readonly HostCard[]): HostCard {
  const { pin, ...rest } = request;
  const slot = findSlot(lib, request.slotId, request.serial);
  const session = guarded('C_OpenSession', () => lib.C_OpenSession(slot, CKF.SERIAL_SESSION));
  const kept = Buffer.from(pin);
  pin.fill(0);
  try {
    releaseEarlierLogin(lib, request.serial, others);
    lib.C_Login(session, CKU.USER, kept.toString('utf8'));
  } catch (error) {
    kept.fill(0);
    closeQuietly(lib, session);
    if (isLeaving(lib, slot, ckrOf(error))) throw new HostFailure('CARD_REMOVED');
    throw pinFailureOf(error, 'C_Login', request.vendorPinErrors, request.tries, () => readToken(lib, slot));
  }
  const card: HostCard = {
    slot,
    request: rest,
    mechanisms: new Set(guarded('C_GetMechanismList', () => lib.C_GetMechanismList(slot))),
    session,
    keys: new Map(),
    pin: kept,
    dead: undefined,
    lastSuccess: 0,
    memory: new Map(),
  };
  forgetPinUnlessNeeded(lib, card);
  return card;
}

/** A login belongs to the whole process: without this, any PIN would be accepted while another session is open. */
function releaseEarlierLogin(lib: PKCS11, serial: string, others: readonly HostCard[]): void {
  for (const other of others) {
    if (other.request.serial !== serial || other.dead !== undefined) continue;
    other.keys.clear();
    try {
      lib.C_Logout(other.session);
    } catch {
      // Logged out already.
    }
  }
}

function readToken(lib: PKCS11, slot: Handle): TokenView | undefined {
  try {
    return viewToken(lib, slot);
  } catch {
    return undefined;
  }
}

function forgetPinUnlessNeeded(lib: PKCS11, card: HostCard): void {
  let needed = false;
  for (const use of ['sign', 'exchange'] as const) {
    try {
      needed ||= keyOf(lib, card, use).always;
    } catch {
      // A missing key is reported when it is used.
    }
  }
  if (!needed) dropPin(card);
}

export function dropPin(card: HostCard): void {
  card.pin?.fill(0);
  card.pin = undefined;
}

/** The private key of a use, found by the CKA_ID that its certificate has. */
export function keyOf(lib: PKCS11, card: HostCard, use: KeyUse): HostKey {
  const known = card.keys.get(use);
  if (known !== undefined) return known;
  const id = card.request.keyIds[use];
  if (id === undefined) throw new HostFailure('KEY_NOT_FOUND', { use });
  const [handle] = findObjects(lib, card.session, [
    { type: CKA.CLASS, value: CKO.PRIVATE_KEY },
    { type: CKA.ID, value: Buffer.from(id, 'hex') },
  ]);
  if (handle === undefined) throw new HostFailure('KEY_NOT_FOUND', { use });
  const always = attribute(lib, card.session, handle, CKA.ALWAYS_AUTHENTICATE)?.[0] === 1;
  const key = { handle, always };
  card.keys.set(use, key);
  return key;
}

/**
 * Runs an operation on a card that is present; a removal is told as such whatever the module answers, and ends the card.
 */
export function onCard<T>(lib: PKCS11, card: HostCard, what: string, run: () => T): T {
  if (card.dead !== undefined) throw card.dead;
  // In a batch the operation before has just shown that the card is there.
  const fresh = performance.now() - card.lastSuccess < FRESH_MS;
  if (!fresh && !isPresent(lib, card.slot)) throw die(card, 'CARD_REMOVED');
  try {
    const result = run();
    card.lastSuccess = performance.now();
    return result;
  } catch (error) {
    const ckr = ckrOf(error);
    const lost = ckr === CKR.SESSION_HANDLE_INVALID || ckr === CKR.SESSION_CLOSED;
    if (lost || isLeaving(lib, card.slot, ckr)) throw die(card, 'CARD_REMOVED');
    throw failureOf(error, what);
  }
}

const VAGUE: ReadonlySet<number | undefined> = new Set([
  CKR.GENERAL_ERROR,
  CKR.FUNCTION_FAILED,
  CKR.DEVICE_ERROR,
]);
const NOTICE_MS = 600;
const FRESH_MS = 20;

/** True when the card is out. After a vague failure it may take the reader a moment to notice, so this looks again. */
function isLeaving(lib: PKCS11, slot: Handle, ckr: number | undefined): boolean {
  const end = performance.now() + (VAGUE.has(ckr) ? NOTICE_MS : 0);
  do {
    if (!isPresent(lib, slot)) return true;
    if (VAGUE.has(ckr)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
  } while (performance.now() < end);
  return false;
}

export function die(card: HostCard, code: 'CARD_REMOVED' | 'SESSION_CLOSED'): HostFailure {
  dropPin(card);
  card.dead = new HostFailure(code);
  return card.dead;
}

/** The login for one use of an always-authenticate key. A refusal ends the session: the PIN is not sent again. */
export function loginForUse(lib: PKCS11, card: HostCard, key: HostKey): void {
  if (!key.always) return;
  if (card.pin === undefined) throw die(card, 'SESSION_CLOSED');
  try {
    lib.C_Login(card.session, CKU.CONTEXT_SPECIFIC, card.pin.toString('utf8'));
  } catch (error) {
    const { vendorPinErrors, tries } = card.request;
    const failure = pinFailureOf(error, 'C_Login', vendorPinErrors, tries, () => readToken(lib, card.slot));
    const left = isLeaving(lib, card.slot, ckrOf(error));
    const end = die(card, left ? 'CARD_REMOVED' : 'SESSION_CLOSED');
    throw left ? end : failure;
  }
}

/** A fresh session under the same login, to get rid of an operation that stayed active. */
export function renewSession(lib: PKCS11, card: HostCard): void {
  const next = lib.C_OpenSession(card.slot, CKF.SERIAL_SESSION);
  closeQuietly(lib, card.session);
  card.session = next;
  card.keys.clear();
}

/** Changes the PIN with one C_SetPIN in a read-write session. */
export function changeCardPin(lib: PKCS11, card: HostCard, current: Uint8Array, next: Uint8Array): void {
  onCard(lib, card, 'C_SetPIN', () => {
    const session = lib.C_OpenSession(card.slot, CKF.SERIAL_SESSION | CKF.RW_SESSION);
    try {
      lib.C_SetPIN(session, Buffer.from(current).toString('utf8'), Buffer.from(next).toString('utf8'));
      if (card.pin !== undefined) {
        card.pin.fill(0);
        card.pin = Buffer.from(next);
      }
    } catch (error) {
      if (isLeaving(lib, card.slot, ckrOf(error))) throw error;
      const { vendorPinErrors, tries } = card.request;
      throw pinFailureOf(error, 'C_SetPIN', vendorPinErrors, tries, () => readToken(lib, card.slot));
    } finally {
      closeQuietly(lib, session);
      current.fill(0);
      next.fill(0);
    }
  });
}

export function closeCard(lib: PKCS11, card: HostCard, others: readonly HostCard[]): void {
  dropPin(card);
  const shared = others.some((other) => other !== card && other.request.serial === card.request.serial);
  if (!shared && card.dead === undefined && isPresent(lib, card.slot)) {
    try {
      lib.C_Logout(card.session);
    } catch {
      // The login is gone already.
    }
  }
  closeQuietly(lib, card.session);
}

function guarded<T>(what: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw failureOf(error, what);
  }
}
