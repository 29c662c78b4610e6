import { announcementType } from './announcement.ts';
import { decreeType } from './decree.ts';
import type { DocumentType } from './document-type.ts';
import { jointType } from './joint.ts';
import { memoType } from './memo.ts';
import { inspectionType, meetingType } from './notice.ts';
import { officialLetterType } from './official-letter.ts';
import { reviewType } from './review.ts';

/** The kinds of letter that the format defines. */
export const documentTypes = [
  officialLetterType,
  decreeType,
  announcementType,
  meetingType,
  inspectionType,
  memoType,
  reviewType,
  jointType,
] as const;

/** The format's own kinds, preceded by those handed in. */
export function allTypes(own: readonly DocumentType[] = []): readonly DocumentType[] {
  // A list of kinds of different letters: each member is called only with letters of its own kind.
  return [...own, ...(documentTypes as readonly unknown[] as DocumentType[])];
}
