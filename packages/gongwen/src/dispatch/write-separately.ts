import type { LetterBase } from '../model/base.ts';
import { allTypes } from '../model/document-types.ts';
import type { Letter } from '../model/letter.ts';
import type { Recipient } from '../model/party.ts';
import type { WrittenDispatch } from './file.ts';
import { recipientsIn } from './roster-of-letter.ts';
import { type WriteDispatchOptions, writeDispatch } from './write-dispatch.ts';

/** The files for one recipient of a letter that is written separately. */
export interface SeparateDispatch extends WrittenDispatch {
  readonly recipient: Recipient;
  readonly baseName: string;
}

/**
 * Writes a letter once for each recipient (分繕): every set names that recipient alone, in place, and has a roster of
 * one row. Members of a collective get sets of their own.
 *
 * @param options - As of `writeDispatch`; the base names get `-1`, `-2` …
 */
export function writeSeparately<L extends LetterBase & { readonly kind: string } = Letter>(
  letter: L,
  options: Omit<WriteDispatchOptions, 'roster' | 'rosterFile'>,
): readonly SeparateDispatch[] {
  const type = allTypes(options.types).find(({ kind }) => kind === letter.kind);
  if (!type) throw new TypeError(`letter.kind: no document type for ${JSON.stringify(letter.kind)}`);
  const fields = type.recipientFields;
  const empty = Object.fromEntries(fields.map(({ field }) => [field, []]));
  const chosen = fields.filter(({ field }) => field !== 'chairs');
  const all = chosen.flatMap(({ field }) =>
    recipientsIn(letter, field)
      .flatMap(members)
      .map((recipient) => ({ field, recipient })),
  );
  const main = fields.find(({ required }) => required)?.field;
  return all.map(({ field, recipient }, index) => {
    const baseName = `${options.baseName}-${index + 1}`;
    const { addressee: _addressee, ...rest }: LetterBase & { readonly kind: string } = letter;
    // A copy's own set shows it where the format demands somebody.
    const place = main ?? field;
    const own = {
      ...rest,
      ...empty,
      ...chairsOf(letter),
      [place]: [place === field ? recipient : { copyKind: '副本', ...recipient }],
    };
    const written = writeDispatch(own, { ...options, baseName });
    return { recipient, baseName, ...written };
  });
}

const members = (recipient: Recipient): readonly Recipient[] =>
  recipient.type === 'collective' ? (recipient.members ?? []).flatMap(members) : [recipient];

function chairsOf(letter: LetterBase): { readonly chairs?: unknown } {
  const chairs: unknown = Reflect.get(letter, 'chairs');
  return chairs === undefined ? {} : { chairs };
}
