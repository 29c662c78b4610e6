import type { MessageCatalogue } from '@kcc/validators';
import type { ImportIssueCode } from '../../import/messages.ts';

/** Messages about imports and templates, English. */
export const importMessagesEn = {
  IMPORT_FORMAT: 'This is no docx or odt file ({reason})',
  IMPORT_KIND: 'Only an ordinary 函 is imported whole; this is a "{kind}", compare every field',
  IMPORT_TABLE: 'A table (from row {row} on) was not imported; add it by hand or make it an attachment',
  IMPORT_PICTURE: 'Pictures were not imported ({count})',
  TEMPLATE_FIELD_UNKNOWN:
    'The field "{name}" of the template is unknown and was left as it is; known: {known}',
  TEMPLATE_FIELD_UNUSED: 'The template has no field "{name}"; this part of the letter is not printed',
} as const satisfies MessageCatalogue<ImportIssueCode>;
