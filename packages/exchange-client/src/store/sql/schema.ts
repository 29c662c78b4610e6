import type { Migration } from './migrations.ts';

/** Columns of the blobs for the place of appended bytes. */
export const BLOB_PLACES: Migration = [
  'ALTER TABLE blob ADD COLUMN log {int}',
  'ALTER TABLE blob ADD COLUMN log_at {int}',
];

/**
 * Tables of an engine. Times are milliseconds since 1970 in UTC.
 *
 * A job's `next_at` is both when it is due and until when its worker's lease holds: a claim moves it forward, so an
 * abandoned job falls due by itself.
 */
export const ENGINE_SCHEMA: readonly Migration[] = [
  [
    `CREATE TABLE blob (sha256 TEXT PRIMARY KEY, size {int} NOT NULL, data {bytes})`,
    `CREATE TABLE dispatch (
      id TEXT PRIMARY KEY,
      fingerprint TEXT NOT NULL,
      subject TEXT NOT NULL,
      package_sha256 TEXT NOT NULL REFERENCES blob (sha256),
      package_size {int} NOT NULL,
      created_at {int} NOT NULL,
      expires_at {int} NOT NULL)`,
    `CREATE INDEX dispatch_by_time ON dispatch (created_at)`,
    `CREATE TABLE dispatch_file (
      dispatch_id TEXT NOT NULL REFERENCES dispatch (id),
      place {int} NOT NULL,
      role TEXT NOT NULL,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL REFERENCES blob (sha256),
      size {int} NOT NULL,
      PRIMARY KEY (dispatch_id, place))`,
    `CREATE TABLE delivery (
      dispatch_id TEXT NOT NULL REFERENCES dispatch (id),
      recipient TEXT NOT NULL,
      place {int} NOT NULL,
      code TEXT NOT NULL,
      unit TEXT NOT NULL,
      name TEXT NOT NULL,
      destination TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      changed_at {int} NOT NULL,
      due_at {int} NOT NULL,
      expires_at {int} NOT NULL,
      receipt_sha256 TEXT REFERENCES blob (sha256),
      PRIMARY KEY (dispatch_id, recipient))`,
    `CREATE INDEX delivery_attention ON delivery (due_at) WHERE state NOT IN ('CONFIRMED', 'PAPER')`,
    `CREATE INDEX delivery_running ON delivery (expires_at)
      WHERE state NOT IN ('CONFIRMED', 'RETURNED', 'EXPIRED', 'FAILED', 'PAPER')`,
    `CREATE TABLE job (
      id {serial},
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      destination TEXT NOT NULL,
      attempts {int} NOT NULL,
      next_at {int} NOT NULL,
      owner TEXT,
      fence {int} NOT NULL,
      UNIQUE (kind, subject, destination))`,
    `CREATE INDEX job_due ON job (kind, destination, next_at)`,
    `CREATE INDEX job_next ON job (kind, next_at)`,
    `CREATE TABLE attempt (
      id {serial},
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      destination TEXT NOT NULL,
      number {int} NOT NULL,
      at {int} NOT NULL,
      outcome TEXT NOT NULL)`,
    `CREATE TABLE arrival (
      id {serial},
      sender TEXT NOT NULL,
      sender_name TEXT NOT NULL,
      dispatch_id TEXT NOT NULL,
      package_sha256 TEXT NOT NULL,
      package_size {int} NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      subject TEXT,
      arrived_at {int} NOT NULL,
      registered_at {int},
      notice_sha256 TEXT REFERENCES blob (sha256),
      owner TEXT,
      lease_until {int} NOT NULL,
      fence {int} NOT NULL,
      UNIQUE (sender, dispatch_id, package_sha256))`,
    `CREATE UNIQUE INDEX arrival_registered_once ON arrival (sender, dispatch_id) WHERE registered_at IS NOT NULL`,
    `CREATE INDEX arrival_by_state ON arrival (state, arrived_at)`,
    `CREATE INDEX arrival_by_time ON arrival (arrived_at)`,
    `CREATE INDEX arrival_by_dispatch ON arrival (dispatch_id)`,
    `CREATE TABLE arrival_file (
      arrival_id {int} NOT NULL REFERENCES arrival (id),
      place {int} NOT NULL,
      role TEXT NOT NULL,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL REFERENCES blob (sha256),
      size {int} NOT NULL,
      PRIMARY KEY (arrival_id, place))`,
    `CREATE TABLE notice (
      sha256 TEXT PRIMARY KEY REFERENCES blob (sha256),
      kind TEXT NOT NULL,
      dispatch_id TEXT NOT NULL,
      recipient TEXT NOT NULL,
      created_at {int} NOT NULL)`,
    `CREATE TABLE chain (
      stream TEXT PRIMARY KEY,
      count {int} NOT NULL,
      hash TEXT NOT NULL,
      sealed_count {int} NOT NULL)`,
    `CREATE INDEX chain_unsealed ON chain (stream) WHERE sealed_count < count`,
    `CREATE TABLE event (
      stream TEXT NOT NULL,
      n {int} NOT NULL,
      at {int} NOT NULL,
      type TEXT NOT NULL,
      body TEXT NOT NULL,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (stream, n))`,
    `CREATE TABLE evidence_batch (
      number {int} PRIMARY KEY,
      statement {bytes} NOT NULL,
      signature {bytes} NOT NULL,
      certificate {bytes} NOT NULL,
      token {bytes})`,
    `CREATE TABLE evidence_leaf (
      stream TEXT NOT NULL,
      batch {int} NOT NULL REFERENCES evidence_batch (number),
      position {int} NOT NULL,
      count {int} NOT NULL,
      hash TEXT NOT NULL,
      path TEXT NOT NULL,
      PRIMARY KEY (stream, batch))`,
  ],
  // Where bytes lie that are appended to a file beside the tables.
  BLOB_PLACES,
];
