import { ExchangeError } from '../exchange-error.ts';
import { type ByteSource, bytesSource } from '../seal/byte-source.ts';
import type { MailboxService } from './mailbox-service.ts';
import type { Transport, TransportItem } from './transport.ts';

export interface LoopbackOptions {
  /** A centre in the same process. */
  readonly service: MailboxService;
  /** Code of the office that this transport belongs to. */
  readonly office: string;
}

/** Reaches a centre in the same process, without a network. */
export function createLoopback({ service, office }: LoopbackOptions): Transport {
  return {
    name: 'loopback',
    destinationOf: () => 'loopback',
    submit: (submission) => asRemote(() => service.submit(office, submission)),
    sendNotice: (notice) => asRemote(() => service.postNotice(office, notice)),
    poll: ({ limit }) => asRemote(() => service.list(office, limit)),
    open: (item) => openItem(service, office, item),
    acknowledge: (items) =>
      asRemote(() =>
        service.acknowledge(
          office,
          items.map(({ item }) => item),
        ),
      ),
  };
}

function openItem(service: MailboxService, office: string, item: TransportItem): ByteSource {
  if (item.bytes !== undefined) return bytesSource(item.bytes);
  return {
    size: item.size,
    async *open(from = 0) {
      const source = await asRemote(() => service.openItem(office, item.item));
      yield* source.open(from);
    },
  };
}

/** A refusal of the centre looks the same as over the wire. */
async function asRemote<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ExchangeError) || error.category === 'remote') throw error;
    const details = { status: error.code, reason: error.message };
    throw new ExchangeError('TRANSPORT_REFUSED', { details, cause: error, retryable: error.retryable });
  }
}
