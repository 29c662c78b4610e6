import type { CertificateChecker } from '../certificate/certificate.ts';
import type { Signer } from '../certificate/signer.ts';
import type { ByteSource } from '../seal/byte-source.ts';
import type { StagedBlob } from '../store/records.ts';
import type { RecentBlobs } from '../store/sql/blobs.ts';
import type { SqlDatabase } from '../store/sql/database.ts';
import type { Routes } from './routes.ts';

/** What the parts of a centre share. */
export interface CentreContext {
  readonly name: string;
  readonly database: SqlDatabase;
  readonly checker: CertificateChecker | undefined;
  /** Signs notices that a letter cannot be delivered; without it they are not sent. */
  readonly signer: Signer | undefined;
  readonly routes: Routes;
  readonly clock: () => Date;
  readonly random: (length: number) => Uint8Array;
  /** Registered signing certificates; the same objects as long as the office's entry does not change. */
  signingCertificates(office: {
    readonly code: string;
    readonly updatedAt: Date;
  }): Promise<readonly Uint8Array[]>;
  /** An office was registered anew. */
  forgetCertificates(code: string): void;
  stage(content: AsyncIterable<Uint8Array>): Promise<StagedBlob>;
  openStaged(blob: StagedBlob): ByteSource;
  openBlob(sha256: string): Promise<ByteSource>;
  /** Small blobs that came last, for those who fetch them next. */
  readonly recent: RecentBlobs;
  /** Deletes the files of blobs that the database does not speak of and nobody touched since `before`. */
  sweepBlobs(before: Date): Promise<number>;
}
