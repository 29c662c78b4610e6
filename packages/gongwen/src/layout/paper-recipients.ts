import type { Letter } from '../model/letter.ts';
import type { Recipient } from '../model/party.ts';
import { allRecipients } from './fields/end.ts';
import type { PaperLetter } from './paper-type.ts';

/** The recipients who get their copy on paper: so marked, or without a code for the exchange (改紙本). */
export function paperRecipients(letter: PaperLetter): readonly Recipient[] {
  // An own kind is asked for the same fields, which it may lack.
  return allRecipients(letter as Letter).filter(
    ({ channel, code }: Recipient & { readonly code?: string }) =>
      channel === undefined ? code === undefined : channel === 'paper',
  );
}
