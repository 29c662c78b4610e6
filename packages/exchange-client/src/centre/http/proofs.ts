import { verify } from 'node:crypto';
import { parseCertificate, requireUsable, sameCertificate } from '../../certificate/certificate.ts';
import { digestOf } from '../../digest-of.ts';
import { ExchangeError } from '../../exchange-error.ts';
import { fromBase64, utf8 } from '../../seal/encoding.ts';
import { proofText, type WireProof } from '../../transport/http/wire.ts';

const SKEW_MS = 5 * 60_000;
const SESSION_MS = 3_600_000;
const KNOWN_NONCES = 100_000;

/** Checks proofs and keeps sessions. In memory: after a restart the offices open new ones by themselves. */
export interface ProofDesk {
  /** @throws {@link ExchangeError} SENDER_UNEXPECTED, CERTIFICATE_REFUSED */
  check(
    purpose: 'session' | 'register',
    proof: WireProof,
    body: string,
    registered: readonly Uint8Array[] | undefined,
  ): Promise<void>;
  /** @param client - fingerprint of the client certificate; the session is good with this one only */
  open(code: string, client: string | undefined): string;
  /** Code of the office that a session belongs to. */
  officeOf(token: string | undefined, client: string | undefined): string | undefined;
}

export function createProofDesk(
  audience: string,
  clock: () => Date,
  random: (length: number) => Uint8Array,
): ProofDesk {
  const sessions = new Map<
    string,
    { readonly code: string; readonly client: string | undefined; readonly until: number }
  >();
  const nonces = new Set<string>();
  const refuse = (sender: string) => new ExchangeError('SENDER_UNEXPECTED', { details: { sender } });

  function useNonce(code: string, nonce: string): void {
    const key = `${code} ${nonce}`;
    if (nonces.has(key)) throw refuse(code);
    nonces.add(key);
    const [oldest] = nonces;
    if (nonces.size > KNOWN_NONCES && oldest !== undefined) nonces.delete(oldest);
  }

  return {
    async check(purpose, proof, body, registered) {
      const der = fromBase64(proof.certificate);
      if (registered?.some((known) => sameCertificate(known, der)) === false) throw refuse(proof.code);
      const at = Date.parse(proof.at);
      if (!(Math.abs(at - clock().getTime()) <= SKEW_MS)) throw refuse(proof.code);
      const certificate = parseCertificate(der);
      const bodySha256 = digestOf(body);
      const text = utf8(proofText(purpose, audience, proof, bodySha256));
      if (!verify('sha256', text, certificate.publicKey, fromBase64(proof.signature)))
        throw refuse(proof.code);
      useNonce(proof.code, proof.nonce);
      await requireUsable(certificate, clock());
    },
    open(code, client) {
      const token = Buffer.from(random(32)).toString('hex');
      sessions.set(token, { code, client, until: clock().getTime() + SESSION_MS });
      return token;
    },
    officeOf(token, client) {
      const session = token === undefined ? undefined : sessions.get(token);
      if (session === undefined || token === undefined) return undefined;
      if (session.until > clock().getTime()) return session.client === client ? session.code : undefined;
      sessions.delete(token);
      return undefined;
    },
  };
}
