import { extname } from 'node:path';
import type { Letter } from '@kcc/gongwen';
import type { Issue } from '@kcc/validators';

/** A draft as `letter check` sees it. */
export interface DraftFile {
  readonly letter?: Letter;
  readonly format: 'json' | 'yaml' | 'text';
  readonly issues: readonly Issue[];
}

const DRAFT_NAMES: ReadonlySet<string> = new Set(['.json', '.yaml', '.yml', '.txt', '.md']);

/** True when the first character that counts is the `<` of XML. */
export function startsAsXml(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1')
    .decode(bytes.subarray(0, 64))
    .replace(/^[^<\w]*/, '')
    .startsWith('<');
}

/**
 * Reads a draft by its name, or stdin that can be read as one; undefined for what is judged as an exchange file.
 */
export async function readDraftFile(path: string, bytes: Uint8Array): Promise<DraftFile | undefined> {
  if (startsAsXml(bytes)) return undefined;
  const named = DRAFT_NAMES.has(extname(path).toLowerCase());
  if (!named && path !== '-') return undefined;
  const { parseDraft } = await import('@kcc/gongwen');
  const draft = parseDraft(new TextDecoder().decode(bytes));
  return named || draft.letter ? draft : undefined;
}

/** What the grammar would say of the exchange file that this letter becomes. */
export async function grammarOf(letter: Letter): Promise<readonly Issue[]> {
  const { writeDispatch } = await import('@kcc/gongwen');
  return writeDispatch(letter, { baseName: 'letter' }).issues;
}
