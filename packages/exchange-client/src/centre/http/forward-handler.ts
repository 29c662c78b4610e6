import { ExchangeError } from '../../exchange-error.ts';
import type { ByteSource } from '../../seal/byte-source.ts';
import { PEER_PREFIX } from '../../transport/http/wire.ts';
import type { TransportItem } from '../../transport/transport.ts';
import type { ForwardedItem } from '../forward.ts';
import { bodySource, type OfficeCall } from './exchange-handler.ts';
import { sendJson } from './message.ts';

/** Takes a small item of another centre in one body. */
export async function putForwarded(call: OfficeCall): Promise<void> {
  await take(call, bodySource(call.request));
}

/** Takes an item of another centre that was uploaded in parts. */
export async function postForwarded(call: OfficeCall): Promise<void> {
  const sha256 = call.parts[1] ?? '';
  const source = await call.uploads.complete(call.office, sha256);
  try {
    await take(call, source);
  } finally {
    await call.uploads.forget(call.office, sha256);
  }
}

async function take(
  { centre, office, response, url, parts }: OfficeCall,
  content: ByteSource,
): Promise<void> {
  const text = (name: string) => url.searchParams.get(name) ?? '';
  const item: ForwardedItem = {
    item: '',
    kind: kindOf(text('kind')),
    from: text('from'),
    fromName: text('name'),
    dispatchId: text('id'),
    to: text('to'),
    recipient: text('recipient'),
    sha256: parts[1] ?? '',
    size: content.size,
    content,
  };
  await centre.takeForwarded(item, office.slice(PEER_PREFIX.length));
  sendJson(response, 200, {});
}

function kindOf(text: string): TransportItem['kind'] {
  if (text === 'package' || text === 'notice' || text === 'progress') return text;
  throw new ExchangeError('PACKAGE_MALFORMED', { details: { place: 'kind' } });
}
