import type { RecipientField } from '../model/document-type.ts';
import type { Collective, Recipient } from '../model/party.ts';
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
export function rosterOfLetter(letter: object, fields: readonly RecipientField[], writing: Writing): Roster {
  const candidates = fields.flatMap((field) =>
    expand(recipientsIn(letter, field.field), `/${field.field}`, field.copyKind),
  );
  const undecided = candidates.filter(({ recipient }) => recipient.channel === undefined);
  const unaddressed =
    candidates.every(({ recipient }) => recipient.code === undefined) &&
    candidates.every(({ recipient }) => recipient.channel !== 'electronic') &&
    undecided.length > 0;
  const entries = candidates.flatMap((candidate): RosterEntry[] => {
    const { recipient, path } = candidate;
    const electronic =
      recipient.channel === 'electronic' ||
      (recipient.channel === undefined && (recipient.code !== undefined || unaddressed));
    if (!electronic) {
      writing.report('WRITE_RECIPIENT_ON_PAPER', path, { name: recipient.name });
      return [];
    }
    if (recipient.code === undefined) {
      writing.report('WRITE_RECIPIENT_CODE_MISSING', path, { name: recipient.name });
    }
    return [toEntry(candidate)];
  });
  return { entries };
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
