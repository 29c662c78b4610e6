import type { PackageParty } from './format.ts';

/** A party with its unit written out. */
export function partyOf(party: {
  readonly code: string;
  readonly unit?: string;
  readonly name: string;
}): PackageParty {
  return { code: party.code, unit: party.unit ?? '', name: party.name };
}

const UTF8 = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return UTF8.encode(text);
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}

export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
