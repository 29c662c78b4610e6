import type { MessageCatalogue } from '@kcc/validators';
import type { DispatchCode } from '../../dispatch/check-messages.ts';
import type { ConvertCode } from '../../dispatch/convert/messages.ts';
import type { ReadCode } from '../../model/reading/messages.ts';
import type { WriteCode } from '../../model/writing/messages.ts';
import type { SignOffCode } from '../../sign-off/messages.ts';
import type { DraftCode } from '../../text/messages.ts';

const read = {
  READ_ROOT_UNKNOWN: 'The root element "{name}" is no known letter, so no letter could be read',
  READ_NOT_A_LETTER:
    '"{name}" is a document of the exchange but no letter; read it with the function for its kind',
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

const convert = {
  CONVERT_DTD: 'The DTD "{from}" became "{to}"',
  CONVERT_ENCODING: 'The encoding {from} became {to}',
  CONVERT_ENTITY: 'The entity of {file}, "{from}", became "{to}"',
  CONVERT_ENTITY_REMOVED:
    'The entity "{name}" ({file}) is no attachment of the letter; its declaration was removed',
  CONVERT_RENAMED: 'The element "{from}" is now called "{to}"',
  CONVERT_TEXT: '"{from}" became "{to}"',
  CONVERT_TEXT_REMOVED: '"{text}" was not written',
  CONVERT_CODE: 'The attribute "{name}" was "{from}" and became "{to}"',
  CONVERT_ADDED: '"{name}" was added{text}',
  CONVERT_REMOVED: 'The blank "{name}" was removed',
  CONVERT_DROPPED: '"{name}" is not in the new format and was not written: {text}',
  CONVERT_MOVED: '"{name}" moved to the place that the new format demands',
  CONVERT_SUBTYPE: '"{from}" is no value of the new format and became "{to}"; please check',
  CONVERT_RECIPIENTS_HIDDEN: '正本 names nobody and became a blank 總稱; please add the recipients',
} as const satisfies MessageCatalogue<ConvertCode>;

const dispatch = {
  DISPATCH_LETTER_MISSING: 'No file could be read as the letter (DI)',
  DISPATCH_ROSTER_MISSING: 'The roster "{file}" that the letter names is not among the files',
  DISPATCH_ROSTER_UNNAMED: 'The letter points at a roster without naming its file',
  DISPATCH_ROSTER_UNREFERENCED: 'The letter does not refer to the roster "{file}"',
  DISPATCH_ROSTER_EMPTY: 'The roster names nobody',
  DISPATCH_MESSAGE_MISSING: 'The message file "{file}" that the letter names is not among the files',
  DISPATCH_ATTACHMENT_MISSING: 'The attachment "{file}" is not among the files',
  DISPATCH_ATTACHMENT_EMPTY: 'The attachment "{file}" is empty',
  DISPATCH_ATTACHMENT_CHANGED: 'The attachment "{file}" is not the file whose digest was recorded',
  DISPATCH_ATTACHMENT_TEXT: 'There are {count} attachments but the field 附件 is blank',
  DISPATCH_NAME_CASE: 'The file name "{found}" differs in letter case from "{file}" in the letter',
  DISPATCH_FILE_EXTRA: 'The letter does not refer to "{file}"',
  DISPATCH_CODE_MISSING: '"{name}" has no agency code in the roster and cannot be reached',
  DISPATCH_RECIPIENT_REPEATED: '"{name}" ({code}) stands twice in the roster',
  DISPATCH_RECIPIENT_UNLISTED: '"{name}" is not in the roster and must be sent on paper',
  DISPATCH_COPY_KIND: '"{name}" is {letter} in the letter and {roster} in the roster',
  DISPATCH_WITH_ATTACHMENTS:
    'The notes on attachments of "{name}" differ: "{letter}" in the letter, "{roster}" in the roster',
  DISPATCH_GENERATION: 'The letter is of generation {letter}, the roster of {roster}',
  DISPATCH_ENCODING: 'The letter is encoded in {letter}, the roster in {roster}',
} as const satisfies MessageCatalogue<DispatchCode>;

const signOff = {
  SIGN_OFF_REFERENCE_UNKNOWN: 'Nothing has the Id that "{uri}" refers to',
  SIGN_OFF_OBJECT_OTHER: 'The URI "{uri}" of the point is not its own Object "{id}"',
  SIGN_OFF_COUNT: '"{name}" says {written}, there are {actual}',
  SIGN_OFF_SERIAL_UNKNOWN: 'The file list has no 原始檔序號 "{serial}"',
  SIGN_OFF_SERIAL_REPEATED: 'The file list has the 原始檔序號 "{serial}" twice',
  SIGN_OFF_TIME_ORDER: 'The time of signing "{time}" is before that of the point before, "{before}"',
  SIGN_OFF_NAMESPACE: 'Signature declares xmlns, an attribute that the DTD does not have',
  SIGN_OFF_UNSIGNED: 'There is no signature value, so nothing can be verified',
  SIGN_OFF_OBJECT_UNCOVERED: 'The signature does not cover the Object "{id}" of its point',
  SIGN_OFF_DIGEST: 'The content of "{uri}" is not what was signed',
  SIGN_OFF_DIGEST_UNREADABLE: 'The DigestValue of "{uri}" is not base64',
  SIGN_OFF_FILE_MISSING: 'The signed file "{uri}" is not at hand and was not verified',
  SIGN_OFF_ALGORITHM: 'The algorithm "{algorithm}" is not supported; not verified',
  SIGN_OFF_ALGORITHM_WEAK: 'SHA-1 is used, which is too weak',
  SIGN_OFF_CERTIFICATE: 'There is no certificate, or none that can be read',
  SIGN_OFF_SIGNATURE: 'The signature value does not fit what was signed',
} as const satisfies MessageCatalogue<SignOffCode>;

/** English messages about reading and writing letters and about drafts. */
export const modelMessagesEn = { ...read, ...write, ...draft, ...convert, ...dispatch, ...signOff } as const;
