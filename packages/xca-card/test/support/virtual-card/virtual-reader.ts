import { connect, type Socket } from 'node:net';
import type { PivCard } from './piv-card.ts';

/** Control messages of vpcd, each one byte long. */
const CONTROL = { powerOff: 0, powerOn: 1, reset: 2, getAtr: 4 };

/**
 * One slot of vpcd, the virtual reader of pcscd: a card is present while a program is connected to the slot's port.
 * Messages have a 2-byte length before them.
 */
export interface VirtualReader {
  /** Milliseconds that the card takes for each command. */
  latency: number;
  insert(card: PivCard): Promise<void>;
  remove(): void;
}

export function createVirtualReader(port: number): VirtualReader {
  let socket: Socket | undefined;
  const reader: VirtualReader = {
    latency: 0,
    insert: async (card) => {
      reader.remove();
      card.reset();
      socket = await connectTo(port);
      serve(socket, reader, card);
    },
    remove: () => {
      socket?.destroy();
      socket = undefined;
    },
  };
  return reader;
}

/** Connects; pcscd may still be starting. */
async function connectTo(port: number): Promise<Socket> {
  for (let attempt = 0; ; attempt += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    const connected = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (connected) return socket;
    if (attempt === 100) throw new Error(`vpcd does not listen on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function serve(socket: Socket, reader: VirtualReader, card: PivCard): void {
  let received: Buffer = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    while (received.length >= 2 && received.length >= 2 + received.readUInt16BE()) {
      const message = Buffer.from(received.subarray(2, 2 + received.readUInt16BE()));
      received = received.subarray(2 + message.length);
      answer(socket, reader, card, message);
    }
  });
}

function answer(socket: Socket, reader: VirtualReader, card: PivCard, message: Buffer): void {
  const send = (body: Uint8Array) => {
    const frame = Buffer.alloc(2 + body.length);
    frame.writeUInt16BE(body.length);
    frame.set(body, 2);
    if (!socket.destroyed) socket.write(frame);
  };
  if (message.length === 1) {
    if (message[0] === CONTROL.getAtr) send(card.atr);
    else card.reset();
    return;
  }
  if (reader.latency === 0) send(card.transmit(message));
  else setTimeout(() => !socket.destroyed && send(card.transmit(message)), reader.latency);
}
