import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Certificate, parseCertificate } from '../certificate/certificate.ts';
import { isSelfIssued } from '../certificate/name.ts';
import { verifyCertificateSignature } from '../certificate/path-candidates.ts';
import type { CrlInput } from '../certificate/revocation/crl-list.ts';
import { readContentInfo } from '../cms/content-info.ts';
import { readSignedData } from '../cms/signed-data.ts';
import { DerError } from '../der/element.ts';
import { readPem } from '../der/pem.ts';
import { CardError } from '../errors/card-error.ts';
import { openCrlFile } from './crl-file.ts';

/** Certificates that somebody chose to trust, and those that only help to build paths. */
export interface TrustFolder {
  /** Those that signed themselves. */
  readonly anchors: readonly Certificate[];
  readonly intermediates: readonly Certificate[];
}

const CERTIFICATE_FILE = /\.(crt|cer|pem|der|p7b|p7c)$/i;
const CRL_FILE = /\.(crl|pem|der)$/i;

/**
 * Loads the certificates of a folder (or one file): DER, PEM with any number of blocks, and the `.p7b` bundles of GPKI.
 * Self-signed ones become anchors: whoever puts a root there trusts it.
 *
 * @throws CardError `CERTIFICATE_MALFORMED`
 */
export async function loadTrust(path: string): Promise<TrustFolder> {
  const certificates: Certificate[] = [];
  for (const file of await filesIn(path, CERTIFICATE_FILE))
    certificates.push(...readCertificates(await readFile(file)));
  const selfSigned = await Promise.all(certificates.map(isSelfSigned));
  return {
    anchors: certificates.filter((_, index) => selfSigned[index]),
    intermediates: certificates.filter((_, index) => !selfSigned[index]),
  };
}

/** CRLs from this size on stay in their files. */
const LARGE_CRL = 1 << 20;

/**
 * Loads the CRLs of a folder (or one file); large ones stay in their files and are searched there.
 *
 * @throws CardError `CRL_MALFORMED`
 */
export async function loadCrls(path: string): Promise<readonly CrlInput[]> {
  const lists: CrlInput[] = [];
  for (const file of await filesIn(path, CRL_FILE)) {
    if ((await stat(file)).size >= LARGE_CRL && (await isBinary(file))) {
      lists.push(await openCrlFile(file));
      continue;
    }
    const bytes = new Uint8Array(await readFile(file));
    if (bytes[0] === 0x30) lists.push(bytes);
    else lists.push(...pemBlocks(bytes, 'X509 CRL'));
  }
  return lists;
}

async function isBinary(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer } = await handle.read(new Uint8Array(1), 0, 1, 0);
    return buffer[0] === 0x30;
  } finally {
    await handle.close();
  }
}

async function filesIn(path: string, pattern: RegExp): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => pattern.test(name)).sort();
  return names.map((name) => join(path, name));
}

function readCertificates(bytes: Uint8Array): Certificate[] {
  if (bytes[0] !== 0x30) return pemBlocks(bytes, 'CERTIFICATE').map(parseCertificate);
  const bundle = readBundle(bytes);
  return bundle ? bundle.map(parseCertificate) : [parseCertificate(bytes)];
}

/** Certificates of a PKCS#7 bundle; undefined when the bytes are none. */
function readBundle(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  try {
    return readSignedData(readContentInfo(bytes).content).certificates;
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function pemBlocks(bytes: Uint8Array, label: string): Uint8Array[] {
  try {
    const blocks = readPem(new TextDecoder('latin1').decode(bytes));
    return blocks.filter((block) => block.label === label).map(({ der }) => der);
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause;
    throw new CardError('CERTIFICATE_MALFORMED', { details: { reason: cause.message }, cause });
  }
}

async function isSelfSigned(certificate: Certificate): Promise<boolean> {
  return (
    isSelfIssued(certificate) && (await verifyCertificateSignature(certificate, certificate)) === 'valid'
  );
}
