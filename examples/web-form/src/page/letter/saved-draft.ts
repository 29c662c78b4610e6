import type { Letter, Recipient } from '@kcc/gongwen';
import { formatDraft } from '@kcc/gongwen';

const withoutPostal = (parties: readonly Recipient[]): Recipient[] =>
  parties.map((party) => {
    const { postal: _, ...kept } = party;
    return kept;
  });

/**
 * The letter without contact data of persons (聯絡方式, 聯絡人, postal addresses): what may be kept unasked (個資法).
 */
export function withoutContacts(letter: Letter): Letter {
  const kept = { ...letter };
  if ('contactLines' in kept) Object.assign(kept, { contactLines: [] });
  if ('contacts' in kept) Object.assign(kept, { contacts: [] });
  for (const list of ['recipients', 'copies', 'attendees', 'observers'] as const) {
    const parties: unknown = Reflect.get(kept, list);
    if (Array.isArray(parties)) Object.assign(kept, { [list]: withoutPostal(parties) });
  }
  return kept;
}

/** The text of a draft that may be kept; a draft that cannot be read is kept only with contacts allowed. */
export function savableText(
  text: string,
  letter: Letter | undefined,
  keepContacts: boolean,
): string | undefined {
  if (keepContacts) return text;
  return letter === undefined ? undefined : formatDraft(withoutContacts(letter), 'text');
}
