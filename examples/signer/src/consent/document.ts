import { createHash } from 'node:crypto';
import type { Job } from '../protocol/job.ts';
import { signedDigest } from './signed-attributes.ts';

/** What a person sees of a document before it is signed. */
export interface DocumentView {
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the content, hex. */
  readonly sha256: string;
  /** The content as text, when it is text. */
  readonly text?: string;
  /** Digest of the document, hex, when the content is CMS signed attributes that stand for one. */
  readonly signedDigest?: string;
  /** True when only the beginning is shown. */
  readonly cut: boolean;
}

const SHOWN = 20_000;

/** Prepares content for the eye; characters that hide or turn text are shown by their numbers. */
export function viewDocument({ content }: Pick<Job, 'content'>): DocumentView {
  const text = textOf(content);
  const digest = signedDigest(content);
  return {
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    ...(digest === undefined ? {} : { signedDigest: digest }),
    ...(text === undefined ? {} : { text: revealed(text.slice(0, SHOWN)) }),
    cut: text !== undefined && text.length > SHOWN,
  };
}

function textOf(content: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    return /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Zero-width, bidirectional and other format characters could make a reader see another text. */
export function revealed(text: string): string {
  return text.replace(/[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\p{Co}]/gu, (character) =>
    character === '\n' || character === '\t' || character === '\r'
      ? character
      : `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
  );
}
