import type { OfficialLetter } from '@kcc/gongwen';

/** Every text that a letter carries, for comparison. */
export function letterTexts(letter: OfficialLetter): string[] {
  const { issuers, address, contactLines, subject, sections, signatures, recipients, documentNumbers } =
    letter;
  return [
    ...issuers.map(({ name }) => name),
    address ?? '',
    ...contactLines,
    subject,
    ...sections.flatMap(({ name, text = '', items }) => [
      name,
      text,
      ...items.map((item) => item.text ?? ''),
    ]),
    ...signatures,
    ...recipients.map(({ name }) => name),
    ...documentNumbers.map(
      ({ prefix, year = '', serial, text }) => text ?? `${prefix}字第${year}${serial}號`,
    ),
    letter.urgency ?? '',
  ];
}
