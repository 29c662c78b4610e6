import type { Announcement } from './announcement.ts';
import type { Decree } from './decree.ts';
import type { Joint } from './joint.ts';
import type { Memo } from './memo.ts';
import type { Notice } from './notice.ts';
import type { OfficialLetter } from './official-letter.ts';
import type { Review } from './review.ts';

export type { Announcement } from './announcement.ts';
export type {
  Archive,
  Classification,
  ClassificationLevel,
  DocumentNumber,
  Generation,
  LetterBase,
  LetterBody,
  Relation,
  ReplyReference,
  Signing,
  Urgency,
} from './base.ts';
export type { Decree } from './decree.ts';
export type { Joint, JointEntry } from './joint.ts';
export type { Memo } from './memo.ts';
export type { MeetingTime, Notice } from './notice.ts';
export type { OfficialLetter } from './official-letter.ts';
export type { Review, ReviewEntry, ReviewTime } from './review.ts';

/** A letter of any kind; `kind` tells which. */
export type Letter = OfficialLetter | Decree | Announcement | Notice | Memo | Review | Joint;

export type LetterKind = Letter['kind'];
