import { announcementType } from './announcement.ts';
import { decreeType } from './decree.ts';
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
