import { TAG } from '../../../der/tags.ts';
import { oid, sequence, setOf, textValue } from '../../../der/write.ts';

const TYPES = {
  C: '2.5.4.6',
  L: '2.5.4.7',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  CN: '2.5.4.3',
  serialNumber: '2.5.4.5',
} as const;

/** One RDN: attribute type and value. */
export type NamePart = readonly [type: keyof typeof TYPES, value: string];

/** DER of a Name: C and serialNumber as PrintableString, everything else as UTF8String, as GPKI does. */
export function nameDer(parts: readonly NamePart[]): Uint8Array {
  const rdns = parts.map(([type, value]) => {
    const tag = type === 'C' || type === 'serialNumber' ? TAG.printableString : TAG.utf8String;
    return setOf(sequence(oid(TYPES[type]), textValue(tag, value)));
  });
  return sequence(...rdns);
}
