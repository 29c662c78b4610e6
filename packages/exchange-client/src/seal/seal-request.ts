import type { Signer } from '../certificate/signer.ts';
import type { CardAuthority, Envelope, EnvelopeNote } from '../codec/envelope.ts';
import type { ByteSource } from './byte-source.ts';
import type { FileRole, PackageHeader, PackageStatement } from './format.ts';
import type { KeyWrapper } from './key-wrap.ts';

/** A file to put into a package. */
export interface SealFile {
  readonly name: string;
  /** `print` is the letter (DI), `description` its roster (SW), everything else `other`. */
  readonly role: FileRole;
  readonly content: ByteSource;
  readonly needsSignature?: boolean;
  readonly note?: EnvelopeNote;
}

/** An office that may open a package. */
export interface SealRecipient {
  readonly code: string;
  readonly unit?: string;
  readonly name: string;
  /** DER of the encryption certificate (cert2), or several when any of several cards may open it. */
  readonly encryptionCertificate: Uint8Array | readonly Uint8Array[];
  /** Card number for the ESW; the certificate's serial number stands in for it. */
  readonly card?: string;
  readonly authority?: CardAuthority;
}

/** What the envelope says beside the parties and files. */
export interface EnvelopeText {
  readonly subject: string;
  readonly serviceId?: string;
  readonly applicationId?: string;
  readonly expires?: Date;
  readonly contact?: string;
}

export interface SealRequest {
  readonly id: string;
  readonly sender: { readonly code: string; readonly unit?: string; readonly name: string };
  readonly recipients: readonly SealRecipient[];
  readonly files: readonly SealFile[];
  readonly envelope: EnvelopeText;
  readonly signer: Signer;
  /** Puts the content key under the certificates. Default: RSA-OAEP for every package; see {@link createSharedWrapper}. */
  readonly wrapper?: KeyWrapper;
  /** Default: the system clock. */
  readonly now?: () => Date;
  /** Default: the system's secure random bytes. */
  readonly random?: (length: number) => Uint8Array;
}

/** What is known when a package is complete. */
export interface SealSummary {
  /** SHA-256 of the whole package: its name everywhere. */
  readonly packageSha256: string;
  readonly size: number;
  readonly header: PackageHeader;
  readonly statement: PackageStatement;
  readonly envelope: Envelope;
  /** The EN file. */
  readonly envelopeBytes: Uint8Array;
  /** base64; with the EN it gives the statement's envelopeSha256. */
  readonly salt: string;
}

/** A package as it comes into being; iterate it once. */
export interface SealedPackage extends AsyncIterable<Uint8Array> {
  /** @throws RangeError before the last byte was taken */
  summary(): SealSummary;
}
