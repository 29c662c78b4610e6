import type { Migration } from '../store/sql/migrations.ts';
import { BLOB_PLACES } from '../store/sql/schema.ts';

/** Tables of the reference centre. Times are milliseconds since 1970 in UTC. */
export const CENTRE_SCHEMA: readonly Migration[] = [
  [
    `CREATE TABLE blob (sha256 TEXT PRIMARY KEY, size {int} NOT NULL, data {bytes})`,
    `CREATE TABLE office (
      code TEXT NOT NULL,
      unit TEXT NOT NULL,
      name TEXT NOT NULL,
      status TEXT NOT NULL,
      agent TEXT,
      home TEXT,
      updated_at {int} NOT NULL,
      PRIMARY KEY (code, unit))`,
    `CREATE TABLE office_certificate (
      code TEXT NOT NULL,
      unit TEXT NOT NULL,
      purpose TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      not_after {int} NOT NULL,
      der {bytes} NOT NULL,
      PRIMARY KEY (code, unit, purpose, fingerprint))`,
    `CREATE TABLE parcel (
      sender TEXT NOT NULL,
      dispatch_id TEXT NOT NULL,
      sha256 TEXT NOT NULL REFERENCES blob (sha256),
      size {int} NOT NULL,
      accepted_at {int} NOT NULL,
      PRIMARY KEY (sender, dispatch_id))`,
    `CREATE TABLE item (
      id {serial},
      mailbox TEXT NOT NULL,
      target TEXT NOT NULL,
      kind TEXT NOT NULL,
      sender TEXT NOT NULL,
      sender_name TEXT NOT NULL,
      dispatch_id TEXT NOT NULL,
      recipient TEXT NOT NULL,
      sha256 TEXT NOT NULL REFERENCES blob (sha256),
      size {int} NOT NULL,
      queued_at {int} NOT NULL,
      acknowledged_at {int},
      UNIQUE (mailbox, kind, sender, dispatch_id, recipient, sha256))`,
    `CREATE INDEX item_waiting ON item (mailbox, id) WHERE acknowledged_at IS NULL`,
    `CREATE INDEX item_done ON item (acknowledged_at) WHERE acknowledged_at IS NOT NULL`,
    `CREATE TABLE bulletin (
      id {serial},
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      title TEXT NOT NULL,
      body TEXT NOT NULL,
      posted_at {int} NOT NULL,
      ends_at {int})`,
  ],
  // A parcel remembers its package's name for ever, and the package itself is deleted some time.
  [
    `CREATE TABLE parcel_kept (
      sender TEXT NOT NULL,
      dispatch_id TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      size {int} NOT NULL,
      accepted_at {int} NOT NULL,
      PRIMARY KEY (sender, dispatch_id))`,
    `INSERT INTO parcel_kept SELECT sender, dispatch_id, sha256, size, accepted_at FROM parcel`,
    `DROP TABLE parcel`,
    `ALTER TABLE parcel_kept RENAME TO parcel`,
  ],
  BLOB_PLACES,
];
