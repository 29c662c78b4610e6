import type { Signer } from '../card/card.ts';
import { isCardError } from '../errors/card-error.ts';
import type { CardErrorCode } from '../errors/card-errors.ts';
import { type SignOptions, signCms } from './sign.ts';

/** One document of a batch. */
export interface BatchDocument {
  /** Unique within the batch; what a record of the work is kept by. */
  readonly id: string;
  /** The name a person knows the document by; shown before it is signed. */
  readonly title: string;
  /** Loads the content when its turn comes. */
  load(): Promise<Uint8Array>;
}

/** What became of one document. */
export type BatchItem =
  | {
      readonly id: string;
      readonly title: string;
      readonly state: 'signed';
      readonly message: Uint8Array<ArrayBuffer>;
    }
  | { readonly id: string; readonly title: string; readonly state: 'failed'; readonly error: unknown };

export interface BatchOptions extends SignOptions {
  /** Ids that an earlier run has signed; they are passed over. */
  readonly done?: ReadonlySet<string>;
  /** Called with the name before each signature; `false` leaves the document out and ends the batch. */
  readonly confirm?: (document: BatchDocument, position: number, total: number) => boolean | Promise<boolean>;
  readonly signal?: AbortSignal;
}

/** Failures after which the card cannot go on. */
const ENDING: ReadonlySet<CardErrorCode> = new Set([
  'CARD_REMOVED',
  'SESSION_CLOSED',
  'CARD_NOT_FOUND',
  'READER_NOT_FOUND',
]);

/**
 * Signs documents one after the other in one session, each named before it is signed. A document that cannot be read or
 * signed is reported and the batch goes on; when the card is gone it ends, and what was given out is signed for good.
 * Run it again with the ids in `done` to go on.
 *
 * @throws CardError `CARD_REMOVED` and the like, after the last item that was signed
 * @example
 * for await (const item of signBatch(documents, session.signer, { done })) await keep(item);
 */
export async function* signBatch(
  documents: readonly BatchDocument[],
  signer: Signer,
  options: BatchOptions = {},
): AsyncGenerator<BatchItem> {
  const { done = new Set<string>(), confirm, signal, ...signOptions } = options;
  if (new Set(documents.map(({ id }) => id)).size !== documents.length) {
    throw new TypeError('documents must have ids of their own');
  }
  const open = documents.filter(({ id }) => !done.has(id));
  for (const [position, document] of open.entries()) {
    if (signal?.aborted) return;
    if (confirm && !(await confirm(document, position, open.length))) return;
    yield await signOne(document, signer, signOptions);
  }
}

async function signOne(document: BatchDocument, signer: Signer, options: SignOptions): Promise<BatchItem> {
  const { id, title } = document;
  try {
    return { id, title, state: 'signed', message: await signCms(await document.load(), signer, options) };
  } catch (error) {
    if (isCardError(error) && ENDING.has(error.code)) throw error;
    return { id, title, state: 'failed', error };
  }
}
