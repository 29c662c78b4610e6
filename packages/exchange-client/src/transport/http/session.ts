import { randomBytes } from 'node:crypto';
import type { Signer } from '../../certificate/signer.ts';
import { digestOf } from '../../digest-of.ts';
import { base64, utf8 } from '../../seal/encoding.ts';
import { readJson } from './answer.ts';
import type { HttpAnswer, HttpCall, HttpClient } from './http-client.ts';
import { HTTP_BASE, proofText, type WireProof } from './wire.ts';

export interface ProofOptions {
  readonly signer: Signer;
  readonly code: string;
  /** The centre's own name, as its `/` says it. */
  readonly audience: string;
  readonly now: () => Date;
  readonly random: (length: number) => Uint8Array;
}

export interface SessionOptions {
  readonly signer: Signer;
  readonly now?: () => Date;
  readonly random?: (length: number) => Uint8Array;
}

/** Proves by the signing key who asks. */
export async function makeProof(
  purpose: 'session' | 'register',
  body: string,
  { signer, code, audience, now, random }: ProofOptions,
): Promise<WireProof> {
  const unsigned = { code, at: now().toISOString(), nonce: Buffer.from(random(16)).toString('hex') };
  const bodySha256 = digestOf(body);
  const signature = await signer.sign(utf8(proofText(purpose, audience, unsigned, bodySha256)), 'SHA-256');
  return { ...unsigned, certificate: base64(signer.certificate), signature: base64(signature) };
}

/** One signature opens a session for many calls, so that a card is not asked for each. */
export async function openSession(client: HttpClient, options: ProofOptions): Promise<string> {
  const proof = await makeProof('session', '', options);
  const answer = await client.call({
    method: 'POST',
    path: `${HTTP_BASE}/sessions`,
    headers: { 'content-type': 'application/json' },
    body: utf8(JSON.stringify(proof)),
  });
  const value = await readJson(answer, 'sessions');
  const token = typeof value === 'object' && value !== null && 'token' in value ? value.token : undefined;
  if (typeof token !== 'string') throw new TypeError('the centre gave no token');
  return token;
}

/** The name under which a centre wants to be addressed. */
export async function centreName(client: HttpClient): Promise<string> {
  const value = await readJson(await client.call({ method: 'GET', path: `${HTTP_BASE}/` }), 'centre');
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';
}

/** Keeps one session and opens a new one when the centre no longer knows it. */
export function createSessions(client: HttpClient, code: string, options: SessionOptions) {
  const { now = () => new Date(), random = (length: number) => new Uint8Array(randomBytes(length)) } =
    options;
  let audience: Promise<string> | undefined;
  let token: Promise<string> | undefined;
  const proofOptions = async (): Promise<ProofOptions> => {
    audience ??= centreName(client);
    audience.catch(() => {
      audience = undefined;
    });
    return { signer: options.signer, code, audience: await audience, now, random };
  };
  const currentToken = () => {
    token ??= proofOptions().then((proof) => openSession(client, proof));
    token.catch(() => {
      token = undefined;
    });
    return token;
  };
  const withToken = async (call: HttpCall): Promise<HttpAnswer> =>
    client.call({ ...call, headers: { ...call.headers, authorization: `Bearer ${await currentToken()}` } });
  return {
    proofOptions,
    async call(call: HttpCall): Promise<HttpAnswer> {
      const answer = await withToken(call);
      if (answer.status !== 401) return answer;
      answer.body.resume();
      token = undefined;
      return withToken(call);
    },
  };
}
