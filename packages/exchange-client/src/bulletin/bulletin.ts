/** One notice of a bulletin board (電子公布欄). */
export interface Bulletin {
  readonly id: string;
  /** Code and name of the office that posted it. */
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly body: string;
  readonly postedAt: Date;
  readonly endsAt?: Date;
}

export interface NewBulletin {
  readonly title: string;
  readonly body: string;
  readonly endsAt?: Date;
}

/** One row of the open-data bulletin. Its field list is not published: every field is kept as it stands. */
export type OpenBulletin = Readonly<Record<string, string>>;

/** Reads the open-data bulletin JSON: a list of rows, at the top or inside the first list of an object. */
export function readOpenBulletin(bytes: Uint8Array): readonly OpenBulletin[] {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const list = Array.isArray(value) ? value : Object.values(value ?? {}).find(Array.isArray);
  if (list === undefined) return [];
  return list
    .filter((row: unknown): row is object => typeof row === 'object' && row !== null)
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell)])));
}
