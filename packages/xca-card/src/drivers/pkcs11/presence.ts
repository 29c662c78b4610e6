import { connect } from 'node:net';

/** Where pcscd listens on Linux; libpcsclite reads the same variable. */
const SOCKET_VARIABLE = 'PCSCLITE_CSOCK_NAME';
const DEFAULT_SOCKET = '/run/pcscd/pcscd.comm';

/** Sizes and numbers of the pcsc-lite client protocol 4.2 to 4.5 (winscard_msg.h). */
const HEADER = 8;
const CMD_VERSION = 0x11;
const CMD_GET_READERS_STATE = 0x12;
const VERSION_BYTES = 12;
const READERS = 16;
const NAME_BYTES = 128;
const ATR_BYTES = 33;
/** Name, event counter, state, sharing, ATR padded to a word, ATR length, protocol. */
const READER_BYTES = NAME_BYTES + 4 + 4 + 4 + 36 + 4 + 4;
const CARD_PRESENT = 0x04;

/** A reader as pcscd sees it, without touching the card. */
export interface PcscReader {
  readonly name: string;
  readonly present: boolean;
  /** Answer to reset, when a card is in. */
  readonly atr: Uint8Array;
}

/**
 * The readers of pcscd, asked over its socket: answers while a module is stuck, and cannot disturb a login.
 *
 * @param env Environment that the module runs with.
 * @returns undefined where there is no pcscd, such as on Windows and macOS.
 */
export async function listPcscReaders(
  env: Readonly<Record<string, string | undefined>> = process.env,
  timeout = 300,
): Promise<readonly PcscReader[] | undefined> {
  if (process.platform !== 'linux') return undefined;
  try {
    const version = new DataView(new ArrayBuffer(VERSION_BYTES));
    version.setInt32(0, 4, true);
    version.setInt32(4, 4, true);
    const request = Buffer.concat([
      frame(CMD_VERSION, Buffer.from(version.buffer)),
      frame(CMD_GET_READERS_STATE),
    ]);
    const reply = await ask(env[SOCKET_VARIABLE] ?? DEFAULT_SOCKET, request, timeout);
    return parseReaders(reply.subarray(VERSION_BYTES));
  } catch {
    return undefined;
  }
}

/** True when pcscd says that one of these readers is empty; false also where pcscd cannot be asked. */
export async function cardHasLeft(
  names: readonly string[],
  env?: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const readers = (await listPcscReaders(env)) ?? [];
  return names.some((wanted) => {
    // A module may cut the name to the 64 bytes of slotDescription.
    const match = readers.find(
      ({ name }) => name === wanted || (wanted.length > 40 && name.startsWith(wanted)),
    );
    return match !== undefined && !match.present;
  });
}

function frame(command: number, body: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32LE(body.length, 0);
  header.writeUInt32LE(command, 4);
  return Buffer.concat([header, body]);
}

function ask(path: string, request: Buffer, timeout: number): Promise<Buffer> {
  const wanted = VERSION_BYTES + READERS * READER_BYTES;
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    const parts: Buffer[] = [];
    let size = 0;
    socket.setTimeout(timeout, () => socket.destroy(new Error('pcscd does not answer')));
    socket.on('connect', () => socket.write(request));
    socket.on('data', (part) => {
      parts.push(part);
      size += part.length;
      if (size >= wanted) {
        socket.destroy();
        resolve(Buffer.concat(parts));
      }
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('pcscd closed the connection')));
  });
}

function parseReaders(reply: Buffer): PcscReader[] {
  const readers: PcscReader[] = [];
  for (let i = 0; i < READERS; i += 1) {
    const entry = reply.subarray(i * READER_BYTES, (i + 1) * READER_BYTES);
    const name = entry.toString('utf8', 0, entry.indexOf(0));
    if (name === '') continue;
    const present = (entry.readUInt32LE(NAME_BYTES + 4) & CARD_PRESENT) !== 0;
    const atrStart = NAME_BYTES + 12;
    const atrLength = present ? Math.min(entry.readUInt32LE(READER_BYTES - 8), ATR_BYTES) : 0;
    readers.push({ name, present, atr: new Uint8Array(entry.subarray(atrStart, atrStart + atrLength)) });
  }
  return readers;
}
