import type { LetterBase } from '../model/base.ts';
import type { RecipientField } from '../model/document-type.ts';
import type { Addressee, Collective, Recipient } from '../model/party.ts';
import type { Writing } from '../model/writing/writing.ts';
import type { Roster, RosterEntry } from './roster.ts';

/** A recipient that the roster may take up, with its place in the letter. */
interface Candidate {
  readonly recipient: Exclude<Recipient, Collective>;
  readonly path: string;
  readonly copyKind: string;
}

/** The recipients of one list of a letter, whatever its kind. */
export function recipientsIn(letter: object, field: string): readonly Recipient[] {
  const value: unknown = Reflect.get(letter, field);
  // A document type names only fields of its model that hold recipients.
  return Array.isArray(value) ? (value as readonly Recipient[]) : [];
}

/**
 * Makes the roster of a letter: everybody who is reached electronically.
 *
 * That is who has `channel: 'electronic'`, or no channel and a known code. When nobody has a code yet, all of them
 * stand in the roster with an empty one, so that the set of files is complete and the gaps can be seen.
 */
export function rosterOfLetter(
  letter: Pick<LetterBase, 'addressee'>,
  fields: readonly RecipientField[],
  writing: Writing,
): Roster {
  const candidates = fields.flatMap((field) =>
    expand(recipientsIn(letter, field.field), `/${field.field}`, field.copyKind),
  );
  const addressed = candidates.map((candidate) => withCodeOf(letter.addressee, candidate));
  const codesUnknown = addressed.every(({ recipient }) => !isElectronic(recipient));
  const entries = addressed.flatMap((candidate): RosterEntry[] => {
    const { recipient, path } = candidate;
    const listed = isElectronic(recipient) || (codesUnknown && recipient.channel === undefined);
    if (listed && recipient.code === undefined) {
      writing.report('WRITE_RECIPIENT_CODE_MISSING', path, { name: recipient.name });
    }
    if (!listed) {
      const code = recipient.channel === 'paper' ? 'WRITE_RECIPIENT_ON_PAPER' : 'WRITE_RECIPIENT_LEFT_OUT';
      writing.report(code, path, { name: recipient.name });
    }
    return listed ? [toEntry(candidate)] : [];
  });
  return { entries };
}

/** True when the recipient is reached by exchange: as it says, or else when its code is known. */
export function isElectronic(recipient: Recipient): boolean {
  if (recipient.channel !== undefined) return recipient.channel === 'electronic';
  return recipient.type !== 'collective' && recipient.code !== undefined;
}

/** A letter that names its one addressee in place gives the code there. */
function withCodeOf(addressee: Addressee | undefined, candidate: Candidate): Candidate {
  const { recipient } = candidate;
  if (!addressee || addressee.type === 'roster' || addressee.type === 'collective') return candidate;
  if (recipient.code !== undefined || addressee.code === undefined) return candidate;
  if (recipient.type !== addressee.type || recipient.name !== addressee.name) return candidate;
  return { ...candidate, recipient: { ...recipient, ...addressee } };
}

function expand(recipients: readonly Recipient[], path: string, copyKind: string): Candidate[] {
  return recipients.flatMap((recipient, index): Candidate[] => {
    const own = `${path}/${index}`;
    if (recipient.type === 'collective') return expand(recipient.members ?? [], `${own}/members`, copyKind);
    return [{ recipient, path: own, copyKind: recipient.copyKind ?? copyKind }];
  });
}

function toEntry({ recipient, copyKind }: Candidate): RosterEntry {
  const { channel: _channel, postal: _postal, ...rest } = recipient;
  return { ...rest, copyKind };
}
