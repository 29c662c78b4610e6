import type { Letter } from '../model/letter.ts';
import type { Recipient } from '../model/party.ts';
import { allRecipients } from './fields/end.ts';

/** The recipients who get their copy on paper: so marked, or without a code for the exchange (改紙本). */
export function paperRecipients(letter: Letter): readonly Recipient[] {
  return allRecipients(letter).filter(({ channel, code }: Recipient & { readonly code?: string }) =>
    channel === undefined ? code === undefined : channel === 'paper',
  );
}
