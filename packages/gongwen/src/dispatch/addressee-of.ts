import type { LetterBase } from '../model/base.ts';
import type { RecipientField } from '../model/document-type.ts';
import type { Addressee, Collective, Recipient } from '../model/party.ts';
import type { Writing } from '../model/writing/writing.ts';
import type { Roster } from './roster.ts';
import { recipientsIn } from './roster-of-letter.ts';

/**
 * Decides what 受文者 says: the letter's own words; the one recipient in place; or, for several, the roster with the
 * usual phrase (如正副本行文單位, 如正本, 如出列席者).
 *
 * A letter that names one addressee but goes to several by exchange is pointed at the roster under that name.
 */
export function addresseeOf(
  letter: LetterBase,
  fields: readonly RecipientField[],
  roster: Roster,
  writing: Writing,
): Addressee | undefined {
  if (fields.length === 0) return letter.addressee;
  const { addressee } = letter;
  if (addressee?.type === 'roster') return addressee;
  const lists = fields.map((field) => recipientsIn(letter, field.field));
  const byExchange = roster.entries.filter(({ code }) => code !== undefined);
  if (addressee && byExchange.length <= 1) return addressee;
  if (addressee) {
    writing.report('WRITE_ADDRESSEE_BY_ROSTER', '/addressee', { name: addressee.name });
    return { type: 'roster', text: addressee.name };
  }
  const all = lists.flat();
  const [only] = all;
  if (only && all.length === 1 && only.type !== 'collective') return inPlace(only);
  return { type: 'roster', text: phraseFor(fields, lists) };
}

function inPlace(recipient: Exclude<Recipient, Collective>): Addressee {
  const { channel: _channel, postal: _postal, copyKind: _copyKind, ...party } = recipient;
  return party;
}

function phraseFor(fields: readonly RecipientField[], lists: readonly (readonly Recipient[])[]): string {
  if (fields.some(({ element }) => element === '出席者')) return '如出列席者';
  const hasCopies = fields.some(
    (field, place) => field.copyKind === '副本' && (lists[place]?.length ?? 0) > 0,
  );
  return hasCopies ? '如正副本行文單位' : '如正本';
}
