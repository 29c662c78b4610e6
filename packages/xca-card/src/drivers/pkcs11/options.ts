import type { CardProfile } from '../../profiles/card-profile.ts';

export interface Pkcs11DriverOptions {
  /** Path of the module; default: `KCC_PKCS11_MODULE`, else a known place of this operating system. */
  readonly module?: string;
  /** Only this slot: its CK_SLOT_ID, or else its place in the list, counted from 0. */
  readonly slot?: number;
  /** Profiles of your own, asked before the built-in ones. */
  readonly profiles?: readonly CardProfile[];
  /** Where `pkcs11js` is imported from: a path or file URL; default the package of that name. */
  readonly binding?: string;
  /** Path of this package's `pkcs11-host.js`, where a bundler put it elsewhere than beside the code that starts it. */
  readonly host?: string;
  /** Added to the environment of the module's process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds that one request to the module may take before its process is ended. Default 20,000. */
  readonly timeout?: number;
  /** Milliseconds after which a request counts as slow and the reader is asked whether the card is still in. Default 250. */
  readonly slow?: number;
  /** Milliseconds between two looks at the slots in `CardDriver.events`. Default 500. */
  readonly pollInterval?: number;
  /** True lists virtual readers without a card too. Default false. */
  readonly virtualReaders?: boolean;
}
