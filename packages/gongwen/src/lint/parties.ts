import type { Letter } from '../model/letter.ts';
import type { Party, Recipient } from '../model/party.ts';

/** Someone named in a field of the letter. */
export interface NamedParty {
  readonly path: string;
  readonly party: Party;
}

/** 正本, 副本, 出席者, 列席者 with their places. */
export function recipientsOf(letter: Letter): readonly { path: string; party: Recipient; list: string }[] {
  const lists: [string, string, readonly Recipient[]][] = [];
  if (letter.kind === 'letter' || letter.kind === 'decree')
    lists.push(['recipients', '正本', letter.recipients], ['copies', '副本', letter.copies]);
  if (letter.kind === 'meeting' || letter.kind === 'inspection')
    lists.push(
      ['attendees', '出席者', letter.attendees],
      ['observers', '列席者', letter.observers],
      ['copies', '副本', letter.copies],
    );
  return lists.flatMap(([field, list, parties]) =>
    parties.map((party, index) => ({ path: `/${field}/${index}`, party, list })),
  );
}

/** Everyone whom the letter names in a field: senders, receivers, 受文者. */
export function partiesOf(letter: Letter): readonly NamedParty[] {
  const issuers = letter.issuers.map((party, index) => ({ path: `/issuers/${index}`, party }));
  const { addressee } = letter;
  const to = addressee && addressee.type !== 'roster' ? [{ path: '/addressee', party: addressee }] : [];
  return [...issuers, ...to, ...recipientsOf(letter)];
}

/** Names that are written as their owners write them, wherever they stand. */
export function partyNames(letter: Letter): readonly string[] {
  return partiesOf(letter).map(({ party }) => party.name);
}
