import type { Bulletin, NewBulletin } from '../bulletin/bulletin.ts';
import type { Directory, DirectoryEntry } from '../engine/directory.ts';
import type { MailboxService } from '../transport/mailbox-service.ts';
import type { PeerCentre } from './forward.ts';
import type { NewOffice, Office } from './office.ts';
import type { SweepReport } from './sweep.ts';

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
export interface ExchangeCentre extends MailboxService, PeerCentre {
  readonly name: string;
  readonly directory: Directory;
  register(office: NewOffice): Promise<void>;
  findOffice(code: string, unit?: string): Promise<Office | undefined>;
  status(): Promise<CentreStatus>;
  bulletins(limit?: number): Promise<readonly Bulletin[]>;
  postBulletin(code: string, bulletin: NewBulletin): Promise<void>;
  /** Stops offices with expired certificates, removes them after three months, forgets old items. */
  sweep(): Promise<SweepReport>;
  /** Hands what waits for another centre's offices over; gives how many items. */
  forwardTo(home: string, peer: PeerCentre): Promise<number>;
  close(): Promise<void>;
}
