import { exportEvidence } from '../evidence/export-evidence.ts';
import { ExchangeError } from '../exchange-error.ts';
import { receivedStream, type Store, sentStream } from '../store/store.ts';
import type { DeskContext } from './context.ts';
import type { ExchangeDesk } from './engine.ts';
import { handOver, toPaper } from './person-actions.ts';

/** The part of an engine that needs no card and no network. */
export function createDesk({
  store,
  clock = () => new Date(),
}: {
  readonly store: Store;
  readonly clock?: () => Date;
}): ExchangeDesk {
  const context: DeskContext = { store, clock };
  return {
    status: (id) => store.findDispatch(id),
    list: ({ limit = 100, before } = {}) =>
      store.listDispatches({ limit, ...(before === undefined ? {} : { before }) }),
    unconfirmed: (filter = {}) => store.unconfirmed(filter),
    async inbox({ limit = 100, state } = {}) {
      const arrivals = await store.listArrivals({ limit, ...(state === undefined ? {} : { state }) });
      return Promise.all(
        arrivals.map(async (arrival) => ({ ...arrival, files: await store.arrivalFiles(arrival.id) })),
      );
    },
    openFile: (file) => store.openBlob(file.sha256),
    handOver: (name, operator = '') => handOver(context, name, operator),
    toPaper: (dispatchId, recipient, operator = '') => toPaper(context, dispatchId, recipient, operator),
    exportEvidence: async (dispatchId) => exportEvidence(store, await streamOf(store, dispatchId), clock()),
  };
}

async function streamOf(store: Store, dispatchId: string): Promise<string> {
  if ((await store.findDispatch(dispatchId)) !== undefined) return sentStream(dispatchId);
  const [arrival] = await store.findArrivals(dispatchId);
  if (arrival === undefined) throw new ExchangeError('NOT_FOUND', { details: { what: dispatchId } });
  return receivedStream(arrival.sender, dispatchId);
}
