import { numberOf, textOf } from '../store/sql/database.ts';
import type { CentreStatus } from './centre.ts';
import type { CentreContext } from './context.ts';
import { listOffices } from './offices.ts';

const SHOWN_OFFICES = 500;

/** Figures of a centre; no content of any letter is among them. */
export async function centreStatus({ name, database }: CentreContext): Promise<CentreStatus> {
  return database.read(async (connection) => {
    const offices = await listOffices(connection, SHOWN_OFFICES);
    const waitingRows = await connection.all(
      'SELECT mailbox, COUNT(*) AS waiting FROM item WHERE acknowledged_at IS NULL GROUP BY mailbox',
    );
    const waiting = new Map(waitingRows.map((row) => [textOf(row, 'mailbox'), numberOf(row, 'waiting')]));
    const count = async (sql: string) => {
      const row = await connection.one(sql);
      return row === undefined ? 0 : numberOf(row, 'n');
    };
    return {
      name,
      offices: offices.map(({ signingCertificates, encryptionCertificates, ...office }) => ({
        ...office,
        waiting: waiting.get(office.code) ?? 0,
      })),
      parcels: await count('SELECT COUNT(*) AS n FROM parcel'),
      waiting: [...waiting.values()].reduce((sum, value) => sum + value, 0),
      acknowledged: await count('SELECT COUNT(*) AS n FROM item WHERE acknowledged_at IS NOT NULL'),
    };
  });
}
