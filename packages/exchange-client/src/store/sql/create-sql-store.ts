import { bytesSource } from '../../seal/byte-source.ts';
import type { BlobStorage } from '../blob-storage.ts';
import type { NoticeRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { arrivalFiles, beginArrival, findArrivals, listArrivals, touchArrival } from './arrivals.ts';
import { addBatch, batchesOf, lastBatch, unsealedHeads } from './batches.ts';
import { createRecentBlobs, INLINE_BYTES, openKeptBlob, type RecentBlobs, stageBlob } from './blobs.ts';
import { numberOf, type SqlDatabase } from './database.ts';
import { expireDeliveries, hasOverdue, markSending, moveDelivery, settleJob } from './deliveries.ts';
import {
  createDispatch,
  type DispatchMemory,
  findRemembered,
  listDispatches,
  listUnconfirmed,
  remember,
} from './dispatches.ts';
import { appendEvents, listEvents } from './event-log.ts';
import { addJob, claimJobs, extendLeases, hasDueJobs } from './jobs.ts';
import { migrate } from './migrations.ts';
import { createRecent } from './recent.ts';
import { findNotice, handOver, park, register, requestReturn } from './registration.ts';
import { ENGINE_SCHEMA } from './schema.ts';

const RECENT_DISPATCHES = 2048;
/** Receipts that were written last are sent next. */
const RECENT_NOTICES = 1024;

export interface SqlStoreOptions {
  readonly database: SqlDatabase;
  readonly blobs: BlobStorage;
  /** Blobs up to this size lie in the database. Default 64 KiB. */
  readonly inlineBytes?: number;
}

/** Builds a store over any {@link SqlDatabase}; brings the schema up to date first. */
export async function createSqlStore(options: SqlStoreOptions): Promise<Store> {
  const { database, blobs, inlineBytes = INLINE_BYTES } = options;
  await migrate(database, 'engine', ENGINE_SCHEMA);
  const recent = createRecentBlobs();
  return {
    stage: (content) => stageBlob(content, blobs, inlineBytes),
    stageAnnounced: (announced, content) =>
      announced.size <= inlineBytes || blobs.resume === undefined
        ? stageBlob(content.open(), blobs, inlineBytes)
        : blobs.resume(announced, content.open),
    openBlob: (sha256) => openKeptBlob(database, blobs, sha256, recent),
    openStaged: (blob) => (blob.bytes === undefined ? blobs.open(blob) : bytesSource(blob.bytes)),
    ...sendingPart(database, recent),
    ...receivingPart(database, recent),
    ...evidencePart(database),
    close: () => database.close(),
  };
}

type SendingPart = Pick<
  Store,
  | 'createDispatch'
  | 'findDispatch'
  | 'listDispatches'
  | 'claimJobs'
  | 'extendLeases'
  | 'settleJob'
  | 'moveDelivery'
  | 'expireDeliveries'
  | 'unconfirmed'
  | 'pendingJobs'
>;

function sendingPart(database: SqlDatabase, recent: RecentBlobs): SendingPart {
  const memory: DispatchMemory = createRecent(RECENT_DISPATCHES);
  return {
    async createDispatch(dispatch) {
      const result = await database.write((tx) => createDispatch(tx, dispatch));
      if (result.created) recent.add(dispatch.package);
      remember(memory, result.dispatch);
      return result;
    },
    findDispatch: (id) => database.read((tx) => findRemembered(tx, memory, id)),
    listDispatches: ({ limit, before }) => database.read((tx) => listDispatches(tx, limit, before)),
    async claimJobs(options) {
      if (!(await database.read((tx) => hasDueJobs(tx, options.kind, options.now)))) return [];
      return database.write(async (tx) => {
        const jobs = await claimJobs(tx, database.dialect, options);
        if (options.kind === 'dispatch') await markSending(tx, jobs, options.now);
        return jobs;
      });
    },
    extendLeases: (jobs, until) => database.write((tx) => extendLeases(tx, jobs, until)),
    settleJob: (job, settlement) => database.write((tx) => settleJob(tx, job, settlement)),
    moveDelivery: (move) => database.write((tx) => moveDelivery(tx, move)),
    async expireDeliveries(now, limit) {
      if (!(await database.read((tx) => hasOverdue(tx, now)))) return 0;
      return database.write((tx) => expireDeliveries(tx, now, limit));
    },
    unconfirmed: ({ dueBy, limit }) => database.read((tx) => listUnconfirmed(tx, dueBy, limit ?? 1000)),
    pendingJobs: () =>
      database.read(async (tx) => {
        const row = await tx.one('SELECT COUNT(*) AS pending FROM job');
        return row === undefined ? 0 : numberOf(row, 'pending');
      }),
  };
}

type ReceivingPart = Pick<
  Store,
  | 'beginArrival'
  | 'touchArrival'
  | 'register'
  | 'park'
  | 'resendNotice'
  | 'findNotice'
  | 'findArrivals'
  | 'listArrivals'
  | 'arrivalFiles'
  | 'handOver'
  | 'requestReturn'
>;

function receivingPart(database: SqlDatabase, recent: RecentBlobs): ReceivingPart {
  const notices = createRecent<NoticeRecord>(RECENT_NOTICES);
  return {
    beginArrival: (key, owner, now, leaseMs) =>
      database.write((tx) => beginArrival(tx, key, owner, now, leaseMs)),
    touchArrival: (arrival, state, until) => database.write((tx) => touchArrival(tx, arrival, state, until)),
    async register(registration) {
      const result = await database.write((tx) => register(tx, registration));
      if (!result.registered) return result;
      const { blob, sha256, kind, dispatchId, to } = registration.notice;
      recent.add(blob);
      notices.add(sha256, { sha256, kind, dispatchId, to });
      return result;
    },
    park: (parking) => database.write((tx) => park(tx, parking)),
    resendNotice: (notice, destination, now) =>
      database.write((tx) => addJob(tx, 'notice', notice.sha256, destination, now)),
    findNotice: async (sha256) => notices.find(sha256) ?? database.read((tx) => findNotice(tx, sha256)),
    findArrivals: (dispatchId) => database.read((tx) => findArrivals(tx, dispatchId)),
    listArrivals: ({ limit, state }) => database.read((tx) => listArrivals(tx, limit, state)),
    arrivalFiles: (arrivalId) => database.read((tx) => arrivalFiles(tx, arrivalId)),
    handOver: (arrival, now, events) => database.write((tx) => handOver(tx, arrival, now, events)),
    requestReturn: (arrival, now, notice, events) =>
      database.write((tx) => requestReturn(tx, arrival, now, notice, events)),
  };
}

type EvidencePart = Pick<
  Store,
  'appendEvents' | 'events' | 'unsealedHeads' | 'addBatch' | 'lastBatch' | 'batchesOf'
>;

function evidencePart(database: SqlDatabase): EvidencePart {
  return {
    appendEvents: (stream, at, events) => database.write((tx) => appendEvents(tx, stream, at, events)),
    events: (stream) => database.read((tx) => listEvents(tx, stream)),
    unsealedHeads: (limit) => database.read((tx) => unsealedHeads(tx, limit)),
    addBatch: (batch) => database.write((tx) => addBatch(tx, batch)),
    lastBatch: () => database.read(lastBatch),
    batchesOf: (stream) => database.read((tx) => batchesOf(tx, stream)),
  };
}
