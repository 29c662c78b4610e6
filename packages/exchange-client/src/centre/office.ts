import type { DirectoryEntry } from '../engine/directory.ts';

/** `T` takes part; `D` is suspended, for example by an expired certificate; `F` is removed. Only T is from the open data's own words; what D and F mean there is not published. */
export type OfficeStatus = 'T' | 'D' | 'F';

/** One office as the centre has it registered. */
export interface Office extends DirectoryEntry {
  readonly status: OfficeStatus;
  /** 代收 — the office that receives in its place. */
  readonly agent?: string;
  /** Address of the centre where it is registered; absent when it is this one. */
  readonly home?: string;
  readonly updatedAt: Date;
  /** When the first of its last certificates ends. */
  readonly endsAt?: Date;
}

export interface NewOffice extends DirectoryEntry {
  readonly agent?: string;
  readonly home?: string;
}

/** What routing needs of an office. */
export type Route = Pick<Office, 'code' | 'name' | 'status' | 'agent' | 'home' | 'updatedAt'>;
