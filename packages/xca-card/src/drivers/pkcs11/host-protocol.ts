import type { DecryptPadding, HashName, KeyUse } from '../../card/card.ts';
import type { CardErrorCode } from '../../errors/card-errors.ts';

/** First message to the module process. */
export interface HostStart {
  /** Path of the PKCS#11 module. */
  readonly module: string;
  /** Where `pkcs11js` is imported from; default the package of that name. */
  readonly binding?: string;
}

/** C_GetInfo. */
export interface ModuleInfo {
  readonly library: string;
  readonly libraryVersion: string;
  readonly cryptokiVersion: string;
  readonly manufacturer: string;
}

/** A slot with its token, read without a PIN. */
export interface SlotView {
  /** CK_SLOT_ID in decimal. */
  readonly slotId: string;
  /** Reader name. */
  readonly description: string;
  readonly token?: TokenView;
  /** CKR of C_GetTokenInfo when a card is there that cannot be read. */
  readonly tokenError?: number;
}

/** C_GetTokenInfo, trimmed. */
export interface TokenView {
  readonly label: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly serial: string;
  readonly flags: number;
  readonly minPin: number;
  readonly maxPin: number;
}

/** A certificate object. */
export interface CertificateView {
  readonly label: string;
  readonly id: Uint8Array;
  readonly der: Uint8Array;
}

/** What a login needs to know. */
export interface LoginRequest {
  readonly slotId: string;
  /** The card that the PIN is meant for; another one in the slot is refused. */
  readonly serial: string;
  /** UTF-8. */
  readonly pin: Uint8Array;
  readonly keyIds: Readonly<Partial<Record<KeyUse, string>>>;
  /** DER of the certificate of the signing key. */
  readonly signCertificate?: Uint8Array;
  readonly vendorPinErrors: Readonly<Record<number, number>>;
  /** PIN tries in all, when the token counts them. */
  readonly tries?: number;
}

/** Requests by name: arguments and answer. */
export interface HostCalls {
  start: { args: HostStart; result: ModuleInfo };
  info: { args: Record<string, never>; result: ModuleInfo };
  /** CK_SLOT_ID of the slots with a card; does not talk to the cards. */
  presence: { args: Record<string, never>; result: readonly string[] };
  slots: { args: Record<string, never>; result: readonly SlotView[] };
  certificates: { args: { slotId: string }; result: readonly CertificateView[] };
  mechanisms: { args: { slotId: string }; result: readonly number[] };
  login: { args: LoginRequest; result: { session: number } };
  sign: {
    args: { session: number; hash: HashName; data?: Uint8Array; digest?: Uint8Array };
    result: Uint8Array;
  };
  decrypt: { args: { session: number; padding?: DecryptPadding; data: Uint8Array }; result: Uint8Array };
  changePin: { args: { session: number; current: Uint8Array; next: Uint8Array }; result: null };
  close: { args: { session: number }; result: null };
}

export type HostCallName = keyof HostCalls;

export interface HostRequest<Name extends HostCallName = HostCallName> {
  readonly id: number;
  readonly call: Name;
  readonly args: HostCalls[Name]['args'];
}

/** A failure as plain data; the parent makes the coded error of it. */
export interface HostFailureData {
  readonly code: CardErrorCode;
  readonly details: Readonly<Record<string, string | number>>;
}

export type HostReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: HostFailureData };
