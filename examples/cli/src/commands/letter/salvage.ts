import type { Letter, ReadOptions } from '@kcc/gongwen';
import type { Issue } from '@kcc/validators';

/** What can still be read of a file that is not well formed; the file stays rejected. */
export interface Salvaged {
  readonly root: string | null;
  readonly kind: string | null;
  readonly generation: string | null;
  /** Every repair, as a warning. */
  readonly issues: readonly Issue[];
}

/** Mends a file as far as that goes, and reads the letter in it. */
export async function salvage(
  bytes: Uint8Array,
  query: ReadOptions,
): Promise<{ readonly salvaged: Salvaged; readonly letter?: Letter } | undefined> {
  const { readLetter, salvageDocument, serializeXml } = await import('@kcc/gongwen');
  const mended = await salvageDocument(bytes, query);
  const { document, root, kind, generation } = mended;
  if (!document) return undefined;
  const text = new TextEncoder().encode(serializeXml(document));
  const { letter } = readLetter(text, { ...query, encoding: 'utf-8' });
  const issues = mended.issues.filter(({ code }) => code.startsWith('SALVAGE_'));
  return {
    salvaged: { root: root ?? null, kind: kind ?? null, generation: generation ?? null, issues },
    ...(letter && { letter }),
  };
}
