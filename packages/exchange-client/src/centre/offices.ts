import { parseCertificate } from '../certificate/certificate.ts';
import {
  bytesOf,
  optionalTextOf,
  type SqlConnection,
  type SqlRow,
  textOf,
  timeOf,
} from '../store/sql/database.ts';
import type { NewOffice, Office, OfficeStatus, Route } from './office.ts';

/** Registers an office, or renews its name and certificates. */
export async function putOffice(connection: SqlConnection, office: NewOffice, now: Date): Promise<void> {
  const { code, unit, name, agent, home } = office;
  await connection.run(
    `INSERT INTO office (code, unit, name, status, agent, home, updated_at) VALUES (?, ?, ?, 'T', ?, ?, ?)
     ON CONFLICT (code, unit) DO UPDATE SET name = excluded.name, status = 'T', agent = excluded.agent,
     home = excluded.home, updated_at = excluded.updated_at`,
    [code, unit, name, agent ?? null, home ?? null, now.getTime()],
  );
  await connection.run('DELETE FROM office_certificate WHERE code = ? AND unit = ?', [code, unit]);
  const lists = [
    ['sign', office.signingCertificates],
    ['exchange', office.encryptionCertificates],
  ] as const;
  for (const [purpose, certificates] of lists) {
    for (const { der, fingerprint, notAfter } of certificates.map(parseCertificate)) {
      await connection.run(
        'INSERT INTO office_certificate (code, unit, purpose, fingerprint, not_after, der) VALUES (?, ?, ?, ?, ?, ?)',
        [code, unit, purpose, fingerprint, notAfter.getTime(), der],
      );
    }
  }
}

/** What routing needs of an office, without its certificates. */
export async function findRoute(
  connection: SqlConnection,
  code: string,
  unit: string,
): Promise<Route | undefined> {
  const row = await officeRow(connection, code, unit);
  if (row === undefined) return undefined;
  const agent = optionalTextOf(row, 'agent');
  const home = optionalTextOf(row, 'home');
  return {
    code: textOf(row, 'code'),
    name: textOf(row, 'name'),
    status: parseStatus(textOf(row, 'status')),
    ...(agent === undefined ? {} : { agent }),
    ...(home === undefined ? {} : { home }),
    updatedAt: timeOf(row, 'updated_at'),
  };
}

/** The office of a code and unit; a unit without an entry of its own is the office itself. */
export async function findOffice(
  connection: SqlConnection,
  code: string,
  unit: string,
): Promise<Office | undefined> {
  const row = await officeRow(connection, code, unit);
  return row === undefined ? undefined : readOffice(connection, row);
}

async function officeRow(connection: SqlConnection, code: string, unit: string): Promise<SqlRow | undefined> {
  const row = await connection.one(
    `SELECT * FROM office WHERE code = ? AND unit IN (?, '') ORDER BY CASE WHEN unit = ? THEN 0 ELSE 1 END LIMIT 1`,
    [code, unit, unit],
  );
  return row;
}

export async function listOffices(connection: SqlConnection, limit: number): Promise<readonly Office[]> {
  const rows = await connection.all('SELECT * FROM office ORDER BY code, unit LIMIT ?', [limit]);
  const offices: Office[] = [];
  for (const row of rows) offices.push(await readOffice(connection, row));
  return offices;
}

export async function setStatus(
  connection: SqlConnection,
  { code, unit }: { readonly code: string; readonly unit: string },
  status: OfficeStatus,
  now: Date,
): Promise<void> {
  await connection.run('UPDATE office SET status = ?, updated_at = ? WHERE code = ? AND unit = ?', [
    status,
    now.getTime(),
    code,
    unit,
  ]);
}

async function readOffice(connection: SqlConnection, row: SqlRow): Promise<Office> {
  const code = textOf(row, 'code');
  const unit = textOf(row, 'unit');
  const agent = optionalTextOf(row, 'agent');
  const home = optionalTextOf(row, 'home');
  const certificates = await connection.all(
    'SELECT purpose, not_after, der FROM office_certificate WHERE code = ? AND unit = ? ORDER BY not_after DESC',
    [code, unit],
  );
  const ofPurpose = (purpose: string) => certificates.filter((item) => textOf(item, 'purpose') === purpose);
  const ends = ['sign', 'exchange'].flatMap((purpose) => ofPurpose(purpose).slice(0, 1));
  const first = ends.map((item) => timeOf(item, 'not_after').getTime()).sort((a, b) => a - b)[0];
  return {
    code,
    unit,
    name: textOf(row, 'name'),
    status: parseStatus(textOf(row, 'status')),
    ...(agent === undefined ? {} : { agent }),
    ...(home === undefined ? {} : { home }),
    updatedAt: timeOf(row, 'updated_at'),
    ...(first === undefined ? {} : { endsAt: new Date(first) }),
    signingCertificates: ofPurpose('sign').map((item) => bytesOf(item, 'der')),
    encryptionCertificates: ofPurpose('exchange').map((item) => bytesOf(item, 'der')),
  };
}

function parseStatus(text: string): OfficeStatus {
  return text === 'T' || text === 'D' ? text : 'F';
}
