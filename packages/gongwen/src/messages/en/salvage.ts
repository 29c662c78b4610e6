import type { MessageCatalogue } from '@kcc/validators';
import type { SalvageCode } from '../../xml/salvage/messages.ts';

/** What the salvage reading mended, English. */
export const salvageMessagesEn = {
  SALVAGE_AMPERSAND: 'An unescaped "&" was taken as "&amp;"',
  SALVAGE_LESS_THAN: 'A "<" that begins no tag was taken as "&lt;"',
  SALVAGE_CDATA_END: '"]]>" in text was taken as "]]&gt;"',
  SALVAGE_REFERENCE: 'The reference "{reference}", which cannot be used, was taken as plain text',
  SALVAGE_CHARACTER: 'The forbidden character {character} was removed',
  SALVAGE_SPACE: 'A missing blank was put in',
  SALVAGE_DECLARATION:
    'The declaration "{declaration}" of the DOCTYPE makes no sense and was passed over; its attachment may not be found',
  SALVAGE_CLOSED: 'The file ends in the middle; the end tags {tags} were added, what followed is lost',
  SALVAGE_STRUCTURE:
    'Tags do not come in pairs; the structure was rebuilt leniently, so check what belongs where',
} as const satisfies MessageCatalogue<SalvageCode>;
