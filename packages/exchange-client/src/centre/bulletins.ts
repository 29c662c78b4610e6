import type { Bulletin, NewBulletin } from '../bulletin/bulletin.ts';
import { numberOf, optionalTimeOf, type SqlConnection, textOf, timeOf } from '../store/sql/database.ts';
import type { Office } from './office.ts';

export async function postBulletin(
  connection: SqlConnection,
  office: Pick<Office, 'code' | 'name'>,
  { title, body, endsAt }: NewBulletin,
  now: Date,
): Promise<void> {
  await connection.run(
    'INSERT INTO bulletin (code, name, title, body, posted_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)',
    [office.code, office.name, title, body, now.getTime(), endsAt?.getTime() ?? null],
  );
}

/** What is posted now, the newest first. */
export async function listBulletins(
  connection: SqlConnection,
  now: Date,
  limit: number,
): Promise<readonly Bulletin[]> {
  const rows = await connection.all(
    'SELECT * FROM bulletin WHERE ends_at IS NULL OR ends_at > ? ORDER BY id DESC LIMIT ?',
    [now.getTime(), limit],
  );
  return rows.map((row) => {
    const endsAt = optionalTimeOf(row, 'ends_at');
    return {
      id: String(numberOf(row, 'id')),
      code: textOf(row, 'code'),
      name: textOf(row, 'name'),
      title: textOf(row, 'title'),
      body: textOf(row, 'body'),
      postedAt: timeOf(row, 'posted_at'),
      ...(endsAt === undefined ? {} : { endsAt }),
    };
  });
}
