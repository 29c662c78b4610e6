/**
 * Area codes of Taiwan with the lengths of their subscriber numbers; the first digit of a subscriber number is 2–9.
 *
 * Source: schema.gov.tw lists/168 (area codes 02–08, 037, 049, 082, 0826, 0836, 089; first digit) and the numbering
 * plan in use (lengths); verified on 2026-11-23. Long codes first.
 */
export const areaCodes: readonly (readonly [area: string, lengths: readonly number[]])[] = [
  ['0826', [5]],
  ['0836', [5]],
  ['037', [6]],
  ['049', [7]],
  ['082', [6]],
  ['089', [6]],
  ['02', [8]],
  ['03', [7]],
  ['04', [8, 7]],
  ['05', [7]],
  ['06', [7]],
  ['07', [7]],
  ['08', [7]],
];

/** Numbers without an area code by their lead, with the digits that follow: mobile, VoIP, toll-free. */
export const otherNumbers: readonly (readonly [
  lead: string,
  length: number,
  kind: 'mobile' | 'voip' | 'toll-free',
])[] = [
  ['0800', 6, 'toll-free'],
  ['0809', 6, 'toll-free'],
  ['070', 8, 'voip'],
  ['09', 8, 'mobile'],
];
