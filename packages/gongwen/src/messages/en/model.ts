import type { MessageCatalogue } from '@kcc/validators';
import type { ReadCode } from '../../model/reading/messages.ts';
import type { WriteCode } from '../../model/writing/messages.ts';
import type { DraftCode } from '../../text/messages.ts';

const read = {
  READ_ROOT_UNKNOWN: 'The root element "{name}" is no known letter, so no letter could be read',
  READ_PART_MISSING: '"{name}" is missing',
  READ_PART_BLANK: '"{name}" is blank',
  READ_PART_REPEATED:
    '"{name}" stands {count} times where the format allows one; the rest was merged or kept',
  READ_ELEMENT_UNKNOWN: 'There is no element "{name}" here; its content was kept as it is',
  READ_ATTRIBUTE_UNKNOWN: '"{element}" has no attribute "{name}"; it was kept',
  READ_TEXT_UNEXPECTED: '"{element}" must not hold the text "{text}" directly; it was kept',
  READ_CODE_AS_TEXT:
    'The value "{value}" of "{element}" stands as text; its place is the attribute 代碼. It was read',
  READ_VALUE_OFF_LIST: '"{value}" is not on the list of values of "{element}"',
  READ_CLASSIFICATION_ORDINARY: 'The level 普通 no longer exists in this generation; read as not classified',
  READ_NAME_OLD: '"{found}" is the old name of "{name}"',
  READ_NAME_OTHER_KIND:
    '"{found}" belongs to another kind of letter, here it should be "{name}"; read as such',
  READ_NAME_FOREIGN: '"{found}" is no standard element here; read as "{name}"',
  READ_DATE_UNREADABLE:
    '"{text}" is no readable date; it should be like 中華民國115年10月2日. The text was kept',
  READ_DATE_FORM: 'The date is written "{text}"; read as {date}',
  READ_NUMBER_YEAR:
    'The year {year} of the number does not fit the date of issue; perhaps a western year was cut',
  READ_RECIPIENT_BARE:
    '"{element}" holds the text "{text}" directly, it should stand in 全銜; read as an organisation',
  READ_RECIPIENT_EMPTY: '"{element}" holds a blank recipient, which was left out',
  READ_RECIPIENTS_BLANK: '"{element}" names no recipient',
  READ_RECIPIENT_SUFFIX: '"{suffix}" behind the name is a note on attachments; moved to 含附件',
  READ_RECIPIENT_ADDRESS:
    '"{name}" carries address-book data of another system ({fields}), which the format does not have; it was read',
  READ_SECTION_COLON: 'The 段名 "{name}" lacks its colon',
  READ_ATTACHMENT_UNRESOLVED: 'The attachment name "{name}" is neither a declared entity nor a declared file',
  READ_ATTACHMENT_BY_FILE_NAME:
    'The attachment is named by its file "{name}" instead of its entity; matched {entity}',
  READ_ATTACHMENT_UNREFERENCED:
    'No 附件檔名 refers to the entity "{name}" ({file}); it is no attachment of the letter',
  READ_ROSTER_ENTITY_UNKNOWN: 'The entity "{name}" that points at the roster is not declared',
  READ_ROSTER_COLLECTIVE: 'A roster cannot hold the 總稱 "{name}"; read as an organisation',
  READ_ROSTER_ENTRY_UNMATCHED: 'The letter has no recipient "{name}" as the roster has; it was not joined',
  READ_ROSTER_NAME_VARIANT: 'The roster writes "{found}" and the letter "{name}"; taken as one recipient',
} as const satisfies MessageCatalogue<ReadCode>;

const write = {
  WRITE_RECIPIENT_MISSING: '"{element}" needs at least one recipient',
  WRITE_SUBJECT_MISSING: '"{element}" is blank',
  WRITE_ISSUER_MISSING: 'There is no 發文機關',
  WRITE_RECIPIENT_CODE_MISSING:
    '"{name}" has no agency code, so it cannot be reached by exchange; look the code up or mark it as paper',
  WRITE_RECIPIENT_ON_PAPER: '"{name}" is sent on paper and does not stand in the roster',
  WRITE_RECIPIENT_LEFT_OUT: '"{name}" has no agency code and does not stand in the roster; send it on paper',
  WRITE_ADDRESSEE_BY_ROSTER:
    'Several are reached by exchange, so 受文者 points at the roster, shown as "{name}"',
  WRITE_NUMBER_MISSING: 'The letter has no 發文字號 yet',
  WRITE_DATE_MISSING: 'The letter has no 發文日期 yet',
  WRITE_DATE_INVALID: '"{value}" is no real date (YYYY-MM-DD)',
  WRITE_GENERATION_LACKS: 'Generation {generation} has no "{name}"',
  WRITE_CHARACTER_ILLEGAL: 'Character {column} is a control character that XML forbids ({code})',
  WRITE_CHARACTER_UNENCODABLE:
    'Character {column}, "{character}" ({code}), cannot be written in {encoding}; replace it or use UTF-8',
  WRITE_TEXT_FOLDED: 'Blanks at the ends and line breaks are not written',
  WRITE_ENTITY_NAME: 'The entity name "{name}" is taken or no name; "{used}" is used',
  WRITE_FILE_NAME: 'The file name "{name}" must not be blank or hold a path or quotes',
  WRITE_FILE_NAME_REPEATED: 'The file name "{name}" stands twice in one dispatch',
  WRITE_EXTRA_DROPPED: '"{name}" is not in the standard format and was not written',
  WRITE_EXTRA_KEPT: '"{name}" is not in the standard format; written as asked, so the document is not valid',
  WRITE_INVALID: 'What would be written does not fit the format: {problem}',
} as const satisfies MessageCatalogue<WriteCode>;

const draft = {
  DRAFT_SYNTAX: '{format} syntax: {problem}',
  DRAFT_TOO_DEEP: 'Nested deeper than {limit} levels',
  DRAFT_ALIAS: 'A draft may not use YAML anchors and aliases (& and *)',
  DRAFT_KEY_REPEATED: 'The field "{key}" stands twice',
  DRAFT_EMPTY: 'The draft is empty',
  DRAFT_KIND_MISSING:
    'The kind of letter is missing: write a heading such as 嘉禾市政府　函, or kind (one of {allowed})',
  DRAFT_KIND_UNKNOWN: '"{value}" is no known kind of letter; one of {allowed}',
  DRAFT_FIELD_UNKNOWN: 'There is no field "{key}"{hint}',
  DRAFT_FIELD_MISSING: 'The field "{key}" is missing',
  DRAFT_TYPE: 'Expected {expected}, found {found}',
  DRAFT_VALUE: '"{value}" is not allowed; one of {allowed}',
  DRAFT_DATE: '"{value}" is no date such as 2026-10-02 or 中華民國115年10月2日',
  DRAFT_LINE_UNPLACED: 'This line belongs to no field and was added to the part before: "{text}"',
  DRAFT_LABEL_REPEATED: '"{label}" stands twice',
  DRAFT_LABEL_OTHER_KIND: '"{label}" is no field of {kind}',
  DRAFT_FRONT_MATTER_OPEN: 'The block that opens with "---" has no closing "---"',
} as const satisfies MessageCatalogue<DraftCode>;

/** English messages about reading and writing letters and about drafts. */
export const modelMessagesEn = { ...read, ...write, ...draft } as const;
