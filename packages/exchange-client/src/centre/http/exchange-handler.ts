import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ExchangeError } from '../../exchange-error.ts';
import type { ByteSource } from '../../seal/byte-source.ts';
import { writeBatch } from '../../transport/http/batch.ts';
import { toWireItem } from '../../transport/http/wire.ts';
import { recipientOf } from '../../transport/transport.ts';
import type { ExchangeCentre } from '../centre.ts';
import { readBody, sendJson, sendPieces } from './message.ts';
import type { UploadDesk } from './uploads.ts';

/** A request of an office whose session holds. */
export interface OfficeCall {
  readonly centre: ExchangeCentre;
  readonly uploads: UploadDesk;
  readonly office: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** Path parts behind the base. */
  readonly parts: readonly string[];
}

const SMALL_BYTES = 4 * 1024 * 1024;
/** Bytes of small items that come along with a list; each of the others is fetched by itself. */
const LISTED_BYTES = 16 * 1024 * 1024;

/** Takes a package in one body. */
export async function putPackage(call: OfficeCall): Promise<void> {
  await submit(call, bodySource(call.request));
}

/** The body of a request, to be read once. */
export function bodySource(request: IncomingMessage): ByteSource {
  const size = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(size))
    throw new ExchangeError('PACKAGE_MALFORMED', { details: { place: 'length' } });
  let taken = false;
  return {
    size,
    open() {
      if (taken) throw new RangeError('a request body can be read once');
      taken = true;
      return request;
    },
  };
}

/** Takes a package that was uploaded in parts. */
export async function postPackage(call: OfficeCall): Promise<void> {
  const sha256 = call.parts[1] ?? '';
  const source = await call.uploads.complete(call.office, sha256);
  try {
    await submit(call, source);
  } finally {
    // Taken, or not what it says it is: either way the next try begins anew.
    await call.uploads.forget(call.office, sha256);
  }
}

async function submit(
  { centre, office, response, url, parts }: OfficeCall,
  source: ByteSource,
): Promise<void> {
  const to = (url.searchParams.get('to') ?? '').split(',').filter((key) => key !== '');
  const outcomes = await centre.submit(office, {
    id: url.searchParams.get('id') ?? '',
    packageSha256: parts[1] ?? '',
    package: source,
    recipients: to.map(recipientOf),
  });
  sendJson(response, 200, outcomes);
}

export async function postNotice({ centre, office, request, response, url }: OfficeCall): Promise<void> {
  const bytes = await readBody(request, 32 * 1024 * 1024);
  const to = url.searchParams.get('to') ?? '';
  await centre.postNotice(office, { to, dispatchId: url.searchParams.get('id') ?? '', bytes });
  sendJson(response, 200, {});
}

export async function getMailbox({ centre, office, response, url }: OfficeCall): Promise<void> {
  const limit = Math.min(1000, Math.max(1, Number(url.searchParams.get('limit')) || 100));
  const items = await centre.list(office, limit);
  let inline = 0;
  const wire = items.map((item) => {
    inline += item.bytes?.length ?? 0;
    const { bytes, ...bare } = item;
    return toWireItem(inline > LISTED_BYTES ? bare : item);
  });
  sendPieces(response, writeBatch(wire));
}

export async function getItem({ centre, office, request, response, parts }: OfficeCall): Promise<void> {
  const source = await centre.openItem(office, parts[1] ?? '');
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  response.writeHead(from > 0 ? 206 : 200, {
    'content-type': 'application/octet-stream',
    'content-length': String(source.size - from),
  });
  await pipeline(Readable.from(source.open(from)), response);
}

export async function postAcknowledgements({ centre, office, request, response }: OfficeCall): Promise<void> {
  const value: unknown = JSON.parse(new TextDecoder().decode(await readBody(request, SMALL_BYTES)));
  await centre.acknowledge(office, Array.isArray(value) ? value.map(String) : []);
  sendJson(response, 200, {});
}

export async function headUpload({ uploads, office, response, parts }: OfficeCall): Promise<void> {
  const offset = await uploads.offset(office, parts[1] ?? '');
  response.writeHead(offset === 0 ? 404 : 200, { 'upload-offset': String(offset) }).end();
}

export async function patchUpload({ uploads, office, request, response, parts }: OfficeCall): Promise<void> {
  const at = Number(request.headers['upload-offset'] ?? Number.NaN);
  const digest = String(request.headers['upload-part-sha256'] ?? '');
  const { offset, taken } = await uploads.append(office, parts[1] ?? '', { at, digest }, request);
  if (!taken) request.resume();
  response.writeHead(taken ? 204 : 409, { 'upload-offset': String(offset) }).end();
}

export async function postBulletin({ centre, office, request, response }: OfficeCall): Promise<void> {
  const value: unknown = JSON.parse(new TextDecoder().decode(await readBody(request, SMALL_BYTES)));
  const { title, body, endsAt } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof title !== 'string' || typeof body !== 'string' || title === '') {
    throw new ExchangeError('PACKAGE_MALFORMED', { details: { place: 'bulletin' } });
  }
  await centre.postBulletin(office, {
    title,
    body,
    ...(typeof endsAt === 'string' ? { endsAt: new Date(endsAt) } : {}),
  });
  sendJson(response, 200, {});
}
