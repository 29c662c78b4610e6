import { constants, createHash, createPrivateKey, type KeyObject, privateDecrypt } from 'node:crypto';
import { readTlv, tlv } from './tlv.ts';

/** Key references of NIST SP 800-73-4 that this card has. */
export type PivSlot = '9a' | '9c' | '9d';

export interface PivKey {
  readonly keyPem: string;
  readonly certificate: Uint8Array;
}

export interface PivCardOptions {
  /** Told apart by this; becomes the GUID of the CHUID. */
  readonly name: string;
  readonly pin: string;
  readonly puk: string;
  readonly keys: Readonly<Partial<Record<PivSlot, PivKey>>>;
}

/** What the card counts, for assertions. */
export interface PivCounters {
  /** VERIFY, CHANGE REFERENCE DATA or RESET RETRY COUNTER commands that carried a secret. */
  secrets: number;
  privateOperations: number;
}

/** A PIV card (NIST SP 800-73-4) as a function from command APDU to response APDU. */
export interface PivCard {
  readonly atr: Uint8Array;
  readonly counters: PivCounters;
  pinTries: number;
  /** Power on or reset: nothing is verified any more. */
  reset(): void;
  /** Another program changed the PIN. */
  setPin(next: string): void;
  /** The PIN and all tries of the beginning, as if the card were new. */
  restore(): void;
  transmit(apdu: Buffer): Buffer;
}

const SW = {
  ok: 0x9000,
  notFound: 0x6a82,
  wrongLength: 0x6700,
  notSatisfied: 0x6982,
  blocked: 0x6983,
  unknown: 0x6d00,
};
const AID = Buffer.from('a000000308000010000100', 'hex');
const CERTIFICATES: Readonly<Record<string, PivSlot>> = { '5fc105': '9a', '5fc10a': '9c', '5fc10b': '9d' };
const MAX_TRIES = 3;

export function createPivCard(options: PivCardOptions): PivCard {
  const keys = new Map<number, KeyObject>();
  for (const [slot, key] of Object.entries(options.keys))
    keys.set(Number.parseInt(slot, 16), createPrivateKey(key.keyPem));
  let pin = options.pin;
  let pukTries = MAX_TRIES;
  let verified = false;
  /** True right after a VERIFY: the key 9C wants one before each use. */
  let fresh = false;
  let chained: Buffer[] = [];
  let pending: Buffer = Buffer.alloc(0);
  /** Bytes that the command may get back (Le). */
  let room = 256;
  const counters: PivCounters = { secrets: 0, privateOperations: 0 };
  const objects = makeObjects(options);

  const card: PivCard = {
    atr: Buffer.from('3b8880014b434350495600010c', 'hex'),
    counters,
    pinTries: MAX_TRIES,
    reset: () => {
      verified = false;
      fresh = false;
      chained = [];
      pending = Buffer.alloc(0);
    },
    setPin: (next) => {
      pin = next;
    },
    restore: () => {
      card.pinTries = MAX_TRIES;
      pin = options.pin;
      pukTries = MAX_TRIES;
    },
    transmit: (apdu) => {
      const [cla = 0, ins = 0, p1 = 0, p2 = 0, lc = 0] = apdu;
      const body = apdu.length > 5 ? apdu.subarray(5, 5 + lc) : Buffer.alloc(0);
      const le = apdu.length === 5 ? lc : apdu[5 + lc];
      room = le === undefined || le === 0 ? 256 : le;
      if ((cla & 0x10) !== 0) {
        chained.push(Buffer.from(body));
        return status(SW.ok);
      }
      const data = Buffer.concat([...chained, body]);
      chained = [];
      const wasFresh = fresh;
      if (ins !== 0xc0) fresh = false;
      if (ins === 0xc0) return respond(pending);
      if (ins === 0xa4) return select(data);
      if (ins === 0xcb) return getData(data);
      if (ins === 0x20) return p1 === 0xff ? forget() : verify(data);
      if (ins === 0x24) return changePin(data, p2);
      if (ins === 0x2c) return resetRetry(data);
      if (ins === 0x87) return authenticate(p2, data, wasFresh);
      return status(SW.unknown);
    },
  };

  const respond = (all: Buffer): Buffer => {
    const part = all.subarray(0, room);
    pending = Buffer.from(all.subarray(room));
    const sw = pending.length === 0 ? SW.ok : 0x6100 | Math.min(pending.length, 255);
    return Buffer.concat([part, status(sw)]);
  };

  const select = (data: Buffer): Buffer => {
    if (data.length < 5 || !AID.subarray(0, data.length).equals(data)) return status(SW.notFound);
    return respond(tlv(0x61, tlv(0x4f, AID.subarray(5)), tlv(0x79, tlv(0x4f, AID.subarray(0, 5)))));
  };

  const getData = (data: Buffer): Buffer => {
    const tag = readTlv(data).get(0x5c)?.toString('hex') ?? '';
    const object = objects.get(tag);
    return object === undefined ? status(SW.notFound) : respond(object);
  };

  const forget = (): Buffer => {
    verified = false;
    return status(SW.ok);
  };

  const tryPin = (given: Buffer): number => {
    if (card.pinTries === 0) return SW.blocked;
    counters.secrets += 1;
    if (unpad(given) === pin) {
      card.pinTries = MAX_TRIES;
      return SW.ok;
    }
    card.pinTries -= 1;
    verified = false;
    return card.pinTries === 0 ? SW.blocked : 0x63c0 | card.pinTries;
  };

  const verify = (data: Buffer): Buffer => {
    if (data.length === 0) {
      if (verified) return status(SW.ok);
      return status(card.pinTries === 0 ? SW.blocked : 0x63c0 | card.pinTries);
    }
    const sw = tryPin(data);
    if (sw === SW.ok) {
      verified = true;
      fresh = true;
    }
    return status(sw);
  };

  const changePin = (data: Buffer, reference: number): Buffer => {
    if (reference !== 0x80 || data.length !== 16) return status(SW.wrongLength);
    const sw = tryPin(data.subarray(0, 8));
    if (sw === SW.ok) pin = unpad(data.subarray(8));
    return status(sw);
  };

  const resetRetry = (data: Buffer): Buffer => {
    if (pukTries === 0) return status(SW.blocked);
    counters.secrets += 1;
    if (unpad(data.subarray(0, 8)) !== options.puk) {
      pukTries -= 1;
      return status(pukTries === 0 ? SW.blocked : 0x63c0 | pukTries);
    }
    pukTries = MAX_TRIES;
    card.pinTries = MAX_TRIES;
    pin = unpad(data.subarray(8));
    return status(SW.ok);
  };

  const authenticate = (slot: number, data: Buffer, wasFresh: boolean): Buffer => {
    const key = keys.get(slot);
    if (key === undefined) return status(SW.notFound);
    if (!verified || (slot === 0x9c && !wasFresh)) return status(SW.notSatisfied);
    const template = readTlv(data).get(0x7c);
    const block = template === undefined ? undefined : readTlv(template).get(0x81);
    if (block === undefined) return status(SW.wrongLength);
    counters.privateOperations += 1;
    const result = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, block);
    return respond(tlv(0x7c, tlv(0x82, result)));
  };
  return card;
}

function status(sw: number): Buffer {
  return Buffer.from([sw >> 8, sw & 0xff]);
}

/** PIN and PUK are padded with FF to eight bytes. */
function unpad(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/\xff+$/, '');
}

function makeObjects({ name, keys }: PivCardOptions): ReadonlyMap<string, Buffer> {
  const guid = createHash('md5').update(name).digest();
  // FASC-N of an issuer outside the federal government: agency code 9999.
  const fascN = Buffer.from('d4e739da739ced39ce739da1685a1082108ce73984108257fc'.slice(0, 50), 'hex');
  const chuid = [
    tlv(0x30, fascN),
    tlv(0x34, guid),
    tlv(0x35, Buffer.from('20391231', 'latin1')),
    tlv(0x3e),
    tlv(0xfe),
  ];
  const objects = new Map<string, Buffer>([
    ['7e', tlv(0x7e, tlv(0x4f, AID), tlv(0x5f2f, Buffer.from([0x40, 0x00])))],
    ['5fc102', tlv(0x53, ...chuid)],
  ]);
  for (const [tag, slot] of Object.entries(CERTIFICATES)) {
    const certificate = keys[slot]?.certificate;
    if (certificate === undefined) continue;
    objects.set(tag, tlv(0x53, tlv(0x70, certificate), tlv(0x71, Buffer.from([0])), tlv(0xfe)));
  }
  return objects;
}
