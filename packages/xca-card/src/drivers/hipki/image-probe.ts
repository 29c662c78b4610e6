import { CardError } from '../../errors/card-error.ts';
import { type HipkiReply, parseReply } from './reply.ts';

/**
 * Asks the service through the one answer that a foreign page may read: an image whose pixels spell the `pkcs11info`
 * without certificates.
 *
 * @throws CardError `SERVICE_UNREACHABLE`, `SERVICE_PROTOCOL`
 */
export async function readImageInfo(
  url: string,
  fetcher: typeof fetch,
  timeout = 5_000,
): Promise<HipkiReply> {
  const bytes = await fetchBytes(`${url}/p11Image.bmp?t=${Date.now()}`, url, fetcher, timeout);
  return parseReply(decodeImageText(bytes), 'pkcs11info');
}

async function fetchBytes(
  address: string,
  url: string,
  fetcher: typeof fetch,
  timeout: number,
): Promise<Uint8Array> {
  try {
    const response = await fetcher(address, { signal: AbortSignal.timeout(timeout), cache: 'no-store' });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch {
    // Told below.
  }
  throw new CardError('SERVICE_UNREACHABLE', { details: { url } });
}

const PIXEL_DATA_OFFSET = 10;
const WIDTH = 18;
const BITS_PER_PIXEL = 28;

/**
 * The text in a one-line bitmap: blue, green and red of each pixel are the next three bytes, up to the first pixel whose
 * blue is 0. The bytes are UTF-8.
 *
 * @throws CardError `SERVICE_PROTOCOL` when it is no bitmap of 24 or 32 bits.
 */
export function decodeImageText(bitmap: Uint8Array): string {
  const view = new DataView(bitmap.buffer, bitmap.byteOffset, bitmap.byteLength);
  const wrong = () => new CardError('SERVICE_PROTOCOL', { details: { reason: 'not a bitmap' } });
  if (bitmap.length < 54 || view.getUint16(0, true) !== 0x4d42) throw wrong();
  const step = view.getUint16(BITS_PER_PIXEL, true) / 8;
  if (step !== 3 && step !== 4) throw wrong();
  const start = view.getUint32(PIXEL_DATA_OFFSET, true);
  const width = view.getInt32(WIDTH, true);
  const text: number[] = [];
  for (let x = 0; x < width; x += 1) {
    const at = start + x * step;
    const [blue = 0, green = 0, red = 0] = bitmap.subarray(at, at + 3);
    if (blue === 0) break;
    text.push(blue, ...(green === 0 ? [] : [green]), ...(red === 0 ? [] : [red]));
  }
  return new TextDecoder().decode(Uint8Array.from(text));
}
