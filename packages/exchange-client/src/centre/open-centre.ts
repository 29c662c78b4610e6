import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertificateChecker } from '../certificate/certificate.ts';
import type { Signer } from '../certificate/signer.ts';
import { ExchangeError } from '../exchange-error.ts';
import { bytesSource } from '../seal/byte-source.ts';
import { createBlobFolder } from '../store/blob-folder.ts';
import {
  createRecentBlobs,
  INLINE_BYTES,
  isKept,
  openKeptBlob,
  stageBlob,
  usedLogs,
} from '../store/sql/blobs.ts';
import type { SqlDatabase } from '../store/sql/database.ts';
import { migrate } from '../store/sql/migrations.ts';
import { openSqliteDatabase } from '../store/sqlite/database.ts';
import type { SqliteDriver } from '../store/sqlite/driver.ts';
import { acceptParcel, requireActive } from './accept-parcel.ts';
import { acknowledgeItems } from './acknowledge.ts';
import { listBulletins, postBulletin } from './bulletins.ts';
import type { ExchangeCentre } from './centre.ts';
import { centreStatus } from './centre-status.ts';
import type { CentreContext } from './context.ts';
import { forwardTo, takeForwarded } from './forward.ts';
import { findItem, listItems } from './items.ts';
import { findOffice, putOffice } from './offices.ts';
import { postNotice } from './post-notice.ts';
import { createRoutes } from './routes.ts';
import { CENTRE_SCHEMA } from './schema.ts';
import { sweepCentre } from './sweep.ts';

export interface CentreOptions {
  /** Folder of the centre's own store; made when missing. */
  readonly folder: string;
  /** Default: reference centre. */
  readonly name?: string;
  /** Chain and revocation; without it registration and validity time count. */
  readonly checker?: CertificateChecker;
  readonly signer?: Signer;
  readonly clock?: () => Date;
  readonly random?: (length: number) => Uint8Array;
  readonly driver?: SqliteDriver;
}

/** Opens a reference centre with its own durable store. */
export async function openCentre(options: CentreOptions): Promise<ExchangeCentre> {
  await mkdir(options.folder, { recursive: true });
  const database = await openSqliteDatabase({
    path: join(options.folder, 'centre.db'),
    ...(options.driver === undefined ? {} : { driver: options.driver }),
  });
  await migrate(database, 'centre', CENTRE_SCHEMA);
  const blobs = createBlobFolder(join(options.folder, 'blobs'));
  const recent = createRecentBlobs();
  const context: CentreContext = {
    name: options.name ?? 'KCC 參考交換中心',
    database,
    checker: options.checker,
    signer: options.signer,
    routes: createRoutes(),
    clock: options.clock ?? (() => new Date()),
    random: options.random ?? ((length) => new Uint8Array(randomBytes(length))),
    ...rememberCertificates(database),
    stage: (content) => stageBlob(content, blobs, INLINE_BYTES),
    openStaged: (blob) => (blob.bytes === undefined ? blobs.open(blob) : bytesSource(blob.bytes)),
    openBlob: (sha256) => openKeptBlob(database, blobs, sha256, recent),
    recent,
    sweepBlobs: async (before) => {
      await database.sweepAppended?.(() => database.read(usedLogs));
      return blobs.sweep((sha256) => isKept(database, sha256), before);
    },
  };
  return centreOver(context);
}

/** Entries change seldom; their certificates are read again only when they did. */
function rememberCertificates(
  database: SqlDatabase,
): Pick<CentreContext, 'signingCertificates' | 'forgetCertificates'> {
  const known = new Map<
    string,
    { readonly updatedAt: number; readonly certificates: readonly Uint8Array[] }
  >();
  return {
    forgetCertificates: (code) => void known.delete(code),
    async signingCertificates({ code, updatedAt }) {
      const kept = known.get(code);
      if (kept?.updatedAt === updatedAt.getTime()) return kept.certificates;
      const office = await database.read((connection) => findOffice(connection, code, ''));
      const certificates = office?.signingCertificates ?? [];
      known.set(code, { updatedAt: updatedAt.getTime(), certificates });
      return certificates;
    },
  };
}

function centreOver(context: CentreContext): ExchangeCentre {
  const { database, clock } = context;
  const find = (code: string, unit = '') => database.read((connection) => findOffice(connection, code, unit));
  return {
    name: context.name,
    directory: {
      async find(code, unit) {
        const office = await find(code, unit);
        return office?.status === 'T' ? office : undefined;
      },
    },
    async register(office) {
      await database.write((connection) => putOffice(connection, office, clock()));
      context.forgetCertificates(office.code);
      context.routes.forget();
    },
    findOffice: find,
    submit: (sender, submission) => acceptParcel(context, sender, submission),
    postNotice: (from, notice) => postNotice(context, from, notice),
    list: async (owner, limit) => {
      await requireActive(context, owner);
      return listItems(context, owner, limit);
    },
    async openItem(owner, item) {
      const found = await database.read((connection) => findItem(connection, owner, item));
      if (found === undefined) throw new ExchangeError('NOT_FOUND', { details: { what: item } });
      return context.openBlob(found.sha256);
    },
    acknowledge: (owner, items) => acknowledgeItems(context, owner, items),
    status: () => centreStatus(context),
    bulletins: (limit = 100) => database.read((connection) => listBulletins(connection, clock(), limit)),
    async postBulletin(code, bulletin) {
      const office = await requireActive(context, code);
      await database.write((connection) => postBulletin(connection, office, bulletin, clock()));
    },
    sweep: () => sweepCentre(context).finally(() => context.routes.forget()),
    forwardTo: (home, peer) => forwardTo(context, home, peer),
    takeForwarded: (item, home) => takeForwarded(context, item, home),
    close: () => database.close(),
  };
}
