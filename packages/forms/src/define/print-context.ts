import { type CheckFormOptions, formContext } from './check.ts';
import type { PrintContext } from './form.ts';

/** How a form is filled into a document. */
export interface FillOptions extends CheckFormOptions {
  /** Prints the user code on the 用戶代碼函; only on the user's own request. Default false. */
  readonly includeSecrets?: boolean;
  /** Fixed texts with the punctuation of the record (default) or the full-width one of printed Chinese. */
  readonly punctuation?: PrintContext['punctuation'];
  /** Fills the form although data are missing, for a look at the half-written paper. Default false. */
  readonly draft?: boolean;
}

/** The print context of the options with its defaults. */
export function printContext(options: FillOptions): PrintContext {
  const { includeSecrets = false, punctuation = 'as-recorded' } = options;
  return { ...formContext(options), includeSecrets, punctuation };
}
