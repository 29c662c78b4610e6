import type { Bulletin, NewBulletin } from '../../bulletin/bulletin.ts';
import type { Signer } from '../../certificate/signer.ts';
import type { Directory, DirectoryEntry } from '../../engine/directory.ts';
import { base64, fromBase64, utf8 } from '../../seal/encoding.ts';
import type { OutgoingNotice, Submission, SubmitOutcome, Transport } from '../transport.ts';
import { readJson, readPieces } from './answer.ts';
import { readBatch } from './batch.ts';
import { createHttpClient, type HttpCall, type TlsOptions } from './http-client.ts';
import { openItem } from './open-item.ts';
import { sendNotices, submitMany } from './send-many.ts';
import { createSessions, makeProof } from './session.ts';
import { submitPackage } from './submit-package.ts';
import { fromWireItem, HTTP_BASE, type WireOffice } from './wire.ts';

export interface HttpTransportOptions {
  /** Address of the centre, such as `https://centre.example:8443`. */
  readonly url: string;
  readonly office: { readonly code: string; readonly unit?: string; readonly name: string };
  /** Opens sessions with one signature an hour. */
  readonly signer: Signer;
  readonly tls?: TlsOptions;
  readonly timeoutMs?: number;
  readonly connections?: number;
  /** Packages above this size are uploaded in resumable parts of this size, bytes. Default 8 MiB. */
  readonly partBytes?: number;
  readonly now?: () => Date;
  readonly random?: (length: number) => Uint8Array;
}

/** A transport to a reference centre over HTTP, with its directory of offices. */
export interface HttpTransport extends Transport, Directory {
  /** Registers our office and its certificates; proved by the signing key. */
  register(encryptionCertificate: Uint8Array): Promise<void>;
  bulletins(): Promise<readonly Bulletin[]>;
  postBulletin(bulletin: NewBulletin): Promise<void>;
  close(): void;
}

/** Reaches a reference centre over HTTP or HTTPS. Every call may be repeated without harm. */
export function createHttpTransport(options: HttpTransportOptions): HttpTransport {
  const client = createHttpClient(options);
  const place = new URL(options.url).host;
  const session = createSessions(client, options.office.code, options);
  const json = async (call: HttpCall) => readJson(await session.call(call), place);
  const submit = (submission: Submission, signal?: AbortSignal): Promise<readonly SubmitOutcome[]> =>
    submitPackage(json, session.call, submission, options.partBytes ?? 8 * 1024 * 1024, signal);
  const sendNotice = async ({ to, dispatchId, bytes }: OutgoingNotice, signal?: AbortSignal) => {
    const query = new URLSearchParams({ to, id: dispatchId });
    await json({ method: 'POST', path: `${HTTP_BASE}/notices?${query}`, body: bytes, signal });
  };
  return {
    name: 'http',
    destinationOf: () => place,
    submit,
    submitMany: (submissions, signal) =>
      submitMany(json, (submission) => submit(submission, signal), submissions, place, signal),
    sendNotice,
    sendNotices: (notices, signal) =>
      sendNotices(json, (notice) => sendNotice(notice, signal), notices, place, signal),
    async poll({ limit }, signal) {
      const answer = await session.call({
        method: 'GET',
        path: `${HTTP_BASE}/mailbox?limit=${limit}`,
        signal,
      });
      return readBatch(await readPieces(answer, place)).map(fromWireItem);
    },
    open: (item) => openItem(session.call, item, place),
    async acknowledge(items, signal) {
      const body = utf8(JSON.stringify(items.map(({ item }) => item)));
      await json({ method: 'POST', path: `${HTTP_BASE}/acknowledgements`, body, signal });
    },
    async find(code, unit) {
      const path = `${HTTP_BASE}/offices/${encodeURIComponent(code)}?${new URLSearchParams({ unit })}`;
      const answer = await client.call({ method: 'GET', path });
      if (answer.status !== 404) return readOffice(await readJson(answer, place));
      answer.body.resume();
      return undefined;
    },
    async register(encryptionCertificate) {
      const { code, unit = '', name } = options.office;
      const office: WireOffice = {
        code,
        unit,
        name,
        signing: [base64(options.signer.certificate)],
        encryption: [base64(encryptionCertificate)],
      };
      const body = JSON.stringify(office);
      const proof = await makeProof('register', body, await session.proofOptions());
      const whole = utf8(JSON.stringify({ office: body, proof }));
      await readJson(await client.call({ method: 'POST', path: `${HTTP_BASE}/offices`, body: whole }), place);
    },
    async bulletins() {
      const value = await readJson(
        await client.call({ method: 'GET', path: `${HTTP_BASE}/bulletins` }),
        place,
      );
      return (Array.isArray(value) ? value : []).map(readBulletin);
    },
    async postBulletin(bulletin) {
      await json({ method: 'POST', path: `${HTTP_BASE}/bulletins`, body: utf8(JSON.stringify(bulletin)) });
    },
    close: () => client.close(),
  };
}

function readOffice(value: unknown): DirectoryEntry {
  // The centre of this profile answers with exactly this; certificates are parsed and compared before any use.
  const { code, unit, name, signing, encryption } = value as WireOffice;
  return {
    code: String(code),
    unit: String(unit),
    name: String(name),
    signingCertificates: signing.map(fromBase64),
    encryptionCertificates: encryption.map(fromBase64),
  };
}

function readBulletin(value: unknown): Bulletin {
  // The centre of this profile answers with exactly this, times as ISO texts.
  const { postedAt, endsAt, ...texts } = value as Record<keyof Bulletin, string>;
  return {
    ...texts,
    postedAt: new Date(postedAt),
    ...(endsAt === undefined ? {} : { endsAt: new Date(endsAt) }),
  };
}
