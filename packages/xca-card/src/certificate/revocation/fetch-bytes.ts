import { CardError } from '../../errors/card-error.ts';

/** The part of `fetch` that is used, so that another one can be handed in. */
export type FetchLike = (
  url: string,
  init: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Uint8Array<ArrayBuffer>;
    readonly signal: AbortSignal;
    readonly redirect: 'error';
  },
) => Promise<{ readonly ok: boolean; readonly status: number; arrayBuffer(): Promise<ArrayBuffer> }>;

export interface FetchOptions {
  readonly fetch: FetchLike;
  readonly timeoutMs: number;
  /** Largest answer. */
  readonly maxBytes: number;
}

/**
 * Fetches bytes over HTTP.
 *
 * @param post body and content type of a POST; left out for a GET
 * @throws CardError `REVOCATION_UNREACHABLE`
 */
export async function fetchBytes(
  url: string,
  { fetch, timeoutMs, maxBytes }: FetchOptions,
  post?: { readonly body: Uint8Array<ArrayBuffer>; readonly type: string },
): Promise<Uint8Array> {
  const unreachable = (cause?: unknown) =>
    new CardError('REVOCATION_UNREACHABLE', { details: { url }, cause });
  if (!/^https?:\/\//i.test(url)) throw unreachable();
  const request = post && { method: 'POST', headers: { 'content-type': post.type }, body: post.body };
  try {
    const answer = await fetch(url, {
      ...request,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    if (!answer.ok) throw unreachable();
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes.length > maxBytes) throw unreachable();
    return bytes;
  } catch (error) {
    if (error instanceof CardError) throw error;
    throw unreachable(error);
  }
}
