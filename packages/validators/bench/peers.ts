import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What the benchmark calls of its peers, restated; each is a package of its own below `peers`. */
export interface Peers {
  readonly taiwanIdValidator: {
    isBan(text: string): boolean;
    isIdCardNumber(text: string): boolean;
    validateBan(text: string): { readonly valid: boolean };
    validateIdCardNumber(text: string): { readonly valid: boolean };
  };
  readonly stdnum: {
    readonly stdnum: {
      readonly TW?: { readonly ubn?: { validate(text: string): { readonly isValid: boolean } } };
    };
  };
}

/** @param folder - where the peers are installed */
export function loadPeers(folder: string): Peers {
  const load = (name: string): unknown => createRequire(join(folder, name, 'package.json'))(name);
  // The lock files say which versions these are; their shapes are those above.
  return { taiwanIdValidator: load('taiwan-id-validator'), stdnum: load('stdnum') } as Peers;
}
