import type { Directory, DirectoryEntry } from '../engine/directory.ts';
import type { MailboxService } from '../transport/mailbox-service.ts';
import type { NewOffice, Office } from './office.ts';

/** Figures for the status page. */
export interface CentreStatus {
  readonly name: string;
  readonly offices: readonly (Omit<Office, keyof DirectoryEntry> &
    Pick<Office, 'code' | 'unit' | 'name'> & { readonly waiting: number })[];
  readonly parcels: number;
  readonly waiting: number;
  readonly acknowledged: number;
}

/** The reference exchange centre: for development, tests and demonstrations; not the national centre. */
export interface ExchangeCentre extends MailboxService {
  readonly name: string;
  readonly directory: Directory;
  register(office: NewOffice): Promise<void>;
  findOffice(code: string, unit?: string): Promise<Office | undefined>;
  status(): Promise<CentreStatus>;
  close(): Promise<void>;
}
