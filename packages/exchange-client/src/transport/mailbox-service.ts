import type { ByteSource } from '../seal/byte-source.ts';
import type { OutgoingNotice, Submission, SubmitOutcome, TransportItem } from './transport.ts';

/** What an exchange centre does for an office; the loopback speaks to it directly, HTTP over the wire. */
export interface MailboxService {
  /** Takes a package for its recipients; taking it again is the same as taking it once. */
  submit(sender: string, submission: Submission): Promise<readonly SubmitOutcome[]>;
  /** Puts a notice into the mailbox of a letter's sender. */
  postNotice(from: string, notice: OutgoingNotice): Promise<void>;
  /** What waits for an office, the oldest first. */
  list(owner: string, limit: number): Promise<readonly TransportItem[]>;
  openItem(owner: string, item: string): Promise<ByteSource>;
  acknowledge(owner: string, items: readonly string[]): Promise<void>;
}
