import { digestOf } from '../digest-of.ts';
import type { NewDispatch, StagedBlob } from '../store/records.ts';

export const START = new Date('2026-11-23T02:00:00Z');

export function after(ms: number): Date {
  return new Date(START.getTime() + ms);
}

/** A blob in memory. */
export function sampleBlob(text: string): StagedBlob {
  const bytes = new TextEncoder().encode(text);
  return { sha256: digestOf(bytes), size: bytes.length, bytes };
}

/** A dispatch to some recipients, each with a destination of its own unless one is given. */
export function sampleDispatch(
  id: string,
  recipients: readonly string[],
  options: { readonly destination?: string; readonly createdAt?: Date; readonly expiresAt?: Date } = {},
): NewDispatch {
  const blob = sampleBlob(`package ${id}`);
  const file = sampleBlob(`file ${id}`);
  const createdAt = options.createdAt ?? START;
  return {
    record: {
      id,
      fingerprint: `fingerprint ${id}`,
      subject: `主旨 ${id}`,
      packageSha256: blob.sha256,
      packageSize: blob.size,
      createdAt,
      expiresAt: options.expiresAt ?? after(5 * 86_400_000),
    },
    package: blob,
    files: [{ role: 'print', name: 'a.di', sha256: file.sha256, size: file.size, blob: file }],
    deliveries: recipients.map((code) => ({
      recipient: code,
      code,
      unit: '',
      name: `機關 ${code}`,
      destination: options.destination ?? code,
      dueAt: after(86_400_000),
    })),
    events: [{ type: 'queued', body: { id } }],
  };
}
