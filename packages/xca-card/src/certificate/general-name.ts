import { toHex } from '../der/bytes.ts';
import { childrenOf, contentOf, DerError, type Element, onlyChild, rawOf } from '../der/element.ts';
import { decodeOid } from '../der/oid.ts';
import { ascii } from '../der/text.ts';
import { type DistinguishedName, readName } from './name.ts';

/** GeneralName of RFC 5280 §4.2.1.6. */
export type GeneralName =
  | { readonly kind: 'email' | 'dns' | 'uri'; readonly value: string }
  | { readonly kind: 'directory'; readonly value: DistinguishedName }
  /** Address bytes; in a name constraint address and mask, one after the other. */
  | { readonly kind: 'ip'; readonly value: Uint8Array }
  | { readonly kind: 'registered'; readonly value: string }
  /** Types nobody needs to read here; `value` is the hex of the whole element. */
  | { readonly kind: 'other'; readonly value: string };

export function readGeneralName(element: Element): GeneralName {
  switch (element.tag) {
    case 0x81:
      return { kind: 'email', value: ascii(contentOf(element)) };
    case 0x82:
      return { kind: 'dns', value: ascii(contentOf(element)) };
    case 0x86:
      return { kind: 'uri', value: ascii(contentOf(element)) };
    case 0x87:
      return { kind: 'ip', value: contentOf(element) };
    case 0xa4:
      return { kind: 'directory', value: readName(onlyChild(element)) };
    case 0x88:
      return { kind: 'registered', value: decodeOid(contentOf(element)) };
    case 0xa0:
    case 0xa3:
    case 0xa5:
      return { kind: 'other', value: toHex(rawOf(element)) };
    default:
      throw new DerError('a bad GeneralName');
  }
}

/** GeneralNames, at least one. `element` may carry any constructed tag. */
export function readGeneralNames(element: Element): GeneralName[] {
  const names = childrenOf(element).map(readGeneralName);
  if (names.length === 0) throw new DerError('an empty list of names');
  return names;
}
