import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What the log tells of one step: never a PIN, content or result. */
export interface AuditEntry {
  readonly event: 'refused' | 'asked' | 'withdrawn' | 'expired' | 'declined' | 'approved' | 'done' | 'failed';
  /** Origin of the page, or `program`. */
  readonly requester: string;
  readonly id?: string;
  readonly func?: string;
  readonly type?: string;
  /** Bytes of the content. */
  readonly size?: number;
  /** Of the content, hex. */
  readonly sha256?: string;
  readonly reader?: string;
  readonly card?: string;
  /** The requests that one consent covered. */
  readonly batch?: readonly string[];
  /** Who entered the PIN. */
  readonly pin?: 'page' | 'person';
  readonly retCode?: string;
  readonly lastError?: string;
}

/** JSON lines, oldest first. */
export interface Audit {
  /** Resolves when the line is written. */
  record(entry: AuditEntry): Promise<void>;
}

/** A log in a file that only its owner may read. */
export function openAudit(file: string, now: () => Date): Audit {
  let last: Promise<unknown> = Promise.resolve();
  return {
    record: (entry) => {
      const line = `${JSON.stringify({ time: now().toISOString(), ...entry })}\n`;
      const written = last.then(async () => {
        await mkdir(dirname(file), { recursive: true });
        await appendFile(file, line, { mode: 0o600 });
      });
      last = written.catch(() => undefined);
      return written;
    },
  };
}

export function hex(code: number): string {
  return `0x${(code >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
}
