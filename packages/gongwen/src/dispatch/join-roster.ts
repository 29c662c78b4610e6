import type { Issue } from '@kcc/validators';
import type { RecipientField } from '../model/document-type.ts';
import type { Collective, Recipient } from '../model/party.ts';
import { createReading, type Reading } from '../model/reading/reading.ts';
import type { Roster, RosterEntry } from './roster.ts';
import { recipientsIn } from './roster-of-letter.ts';

interface Slot {
  readonly field: RecipientField;
  /** Place among all recipients of the letter. */
  readonly order: number;
  recipient: Recipient;
  matched: boolean;
}

/** Where a row of the roster was found in the letter. */
export interface RosterMatch {
  readonly entry: RosterEntry;
  readonly field: RecipientField;
  /** The recipient as the letter alone has it. */
  readonly recipient: Recipient;
}

export interface JoinedRoster<L> {
  readonly letter: L;
  /** Rows that were found by name. */
  readonly matches: readonly RosterMatch[];
  /** Recipients of the letter that no row names. */
  readonly unlisted: readonly Recipient[];
  readonly issues: readonly Issue[];
}

/**
 * Joins what only the roster knows (codes, 含附件, 本別) to the recipients of a letter, by name and order.
 *
 * Rows whose name the letter does not show become the members of a collective (總稱), as when the recipients are
 * hidden (行文單位保密); rows that fit nowhere are reported.
 */
export function joinRoster<L extends object>(
  letter: L,
  roster: Roster,
  fields: readonly RecipientField[],
): JoinedRoster<L> {
  const reading = createReading(roster.generation ?? '104', []);
  const slots = fields
    .flatMap((field) => recipientsIn(letter, field.field).map((recipient) => ({ field, recipient })))
    .map((slot, order): Slot => ({ ...slot, order, matched: false }));
  const named = byPlainName(slots);
  const collectives = slots.filter(({ recipient }) => recipient.type === 'collective');
  const matches: RosterMatch[] = [];
  let last = -1;
  for (const [place, entry] of roster.entries.entries()) {
    const free = (named.get(plainName(entry.name)) ?? []).filter(({ matched }) => !matched);
    const own = free.filter(({ field }) => belongs(entry, field));
    const slot = findByName(own, entry) ?? findByName(free, entry);
    if (slot) {
      noteVariant(slot, entry, place, reading);
      last = slot.order;
      matches.push({ entry, field: slot.field, recipient: slot.recipient });
      slot.recipient = fillFrom(entry, slot);
      slot.matched = true;
    } else if (!joinCollective(collectives, last, entry)) {
      reading.report('READ_ROSTER_ENTRY_UNMATCHED', `/roster/entries/${place}`, undefined, {
        name: entry.name,
      });
    }
  }
  const lists = Object.fromEntries(
    fields.map(({ field }) => [
      field,
      slots.filter((slot) => slot.field.field === field).map((slot) => slot.recipient),
    ]),
  );
  const unlisted = slots.filter(({ matched, recipient }) => !matched && recipient.type !== 'collective');
  return {
    letter: { ...letter, ...lists },
    matches,
    unlisted: unlisted.map(({ recipient }) => recipient),
    issues: reading.issues,
  };
}

const belongs = (entry: RosterEntry, field: RecipientField) =>
  entry.copyKind === undefined || (entry.copyKind === '副本') === (field.copyKind === '副本');

/** The name without what writers vary: blanks and 臺/台. */
const plainName = (name: string) => name.replace(/[\s\u3000]/g, '').replaceAll('臺', '台');

function byPlainName(slots: readonly Slot[]): ReadonlyMap<string, readonly Slot[]> {
  const named = new Map<string, Slot[]>();
  for (const slot of slots) {
    if (slot.recipient.type === 'collective') continue;
    const name = plainName(slot.recipient.name);
    const alike = named.get(name);
    if (alike) alike.push(slot);
    else named.set(name, [slot]);
  }
  return named;
}

function findByName(free: readonly Slot[], entry: RosterEntry): Slot | undefined {
  const exact = free.filter(({ recipient }) => recipient.name === entry.name);
  return exact.find(({ recipient }) => recipient.type === entry.type) ?? exact[0] ?? free[0];
}

function noteVariant({ recipient }: Slot, entry: RosterEntry, place: number, reading: Reading): void {
  if (recipient.name === entry.name) return;
  const params = { found: entry.name, name: recipient.name };
  reading.report('READ_ROSTER_NAME_VARIANT', `/roster/entries/${place}`, undefined, params);
}

/** The collective that an unnamed row belongs to: the next one after the last row that was found, else the one before. */
function joinCollective(collectives: readonly Slot[], last: number, entry: RosterEntry): boolean {
  const fitting = collectives.filter(({ field }) => belongs(entry, field));
  const slot = fitting.find(({ order }) => order > last) ?? fitting.at(-1);
  if (slot?.recipient.type !== 'collective') return false;
  const collective: Recipient & Collective = slot.recipient;
  slot.recipient = { ...collective, members: [...(collective.members ?? []), memberOf(entry, slot.field)] };
  return true;
}

function memberOf({ copyKind, ...entry }: RosterEntry, field: RecipientField): Recipient {
  return { ...entry, ...(copyKind !== undefined && copyKind !== field.copyKind && { copyKind }) };
}

function fillFrom(entry: RosterEntry, { recipient, field }: Slot): Recipient {
  const { code, withAttachments, portableFile } = entry;
  const unitCode = entry.type === 'organisation' ? undefined : entry.unitCode;
  return {
    ...recipient,
    ...(code !== undefined && { code }),
    ...(unitCode !== undefined && recipient.type !== 'organisation' && { unitCode }),
    ...(withAttachments !== undefined && { withAttachments }),
    ...(portableFile !== undefined && { portableFile }),
    ...(entry.copyKind !== undefined && entry.copyKind !== field.copyKind && { copyKind: entry.copyKind }),
  };
}
