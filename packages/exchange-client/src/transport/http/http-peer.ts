import type { ForwardedItem, PeerCentre } from '../../centre/forward.ts';
import type { Signer } from '../../certificate/signer.ts';
import { readJson } from './answer.ts';
import { createHttpClient, type HttpCall, type TlsOptions } from './http-client.ts';
import { createSessions } from './session.ts';
import { uploadParts } from './submit-package.ts';
import { HTTP_BASE, PEER_PREFIX } from './wire.ts';

export interface HttpPeerOptions {
  /** Address of the other centre. */
  readonly url: string;
  /** The name under which the other centre knows this one, which is the `home` of this one's offices there. */
  readonly home: string;
  /** Proves this centre; the other one has its certificate. */
  readonly signer: Signer;
  readonly tls?: TlsOptions;
  readonly timeoutMs?: number;
  /** Items above this size go in resumable parts of this size, bytes. Default 8 MiB. */
  readonly partBytes?: number;
  readonly now?: () => Date;
  readonly random?: (length: number) => Uint8Array;
}

/** Reaches another reference centre over HTTP or HTTPS; hand it to `forwardTo`. */
export function createHttpPeer(options: HttpPeerOptions): PeerCentre & { close(): void } {
  const client = createHttpClient(options);
  const place = new URL(options.url).host;
  const session = createSessions(client, `${PEER_PREFIX}${options.home}`, options);
  const partBytes = options.partBytes ?? 8 * 1024 * 1024;
  const json = async (call: HttpCall) => readJson(await session.call(call), place);
  return {
    async takeForwarded(item) {
      const path = `${HTTP_BASE}/forwarded/${item.sha256}?${queryOf(item)}`;
      if (item.content.size <= partBytes) {
        await json({ method: 'PUT', path, body: item.content });
        return;
      }
      await uploadParts(session.call, item.sha256, item.content, partBytes, undefined);
      await json({ method: 'POST', path });
    },
    close: () => client.close(),
  };
}

function queryOf({ kind, from, fromName, dispatchId, to, recipient }: ForwardedItem): URLSearchParams {
  return new URLSearchParams({ kind, from, name: fromName, id: dispatchId, to, recipient });
}
