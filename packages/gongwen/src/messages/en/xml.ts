import type { MessageCatalogue } from '@kcc/validators';
import type { XmlIssueCode } from '../../xml/messages.ts';

/** Messages about bytes and mark-up, English. */
export const xmlMessagesEn = {
  XML_EMPTY: 'The file is empty',
  XML_LIMIT:
    'The file is over the limit {limit} (maximum {maximum}, found {actual} or more) and was not read on; raise limits.{limit} if it is genuine',
  XML_MORE_ISSUES: 'Too many issues: the first {listed} are listed, {more} more are not',

  XML_ENCODING_UNSUPPORTED:
    'The declared encoding "{declared}" is not supported; letters are exchanged in UTF-8 or Big5',
  XML_ENCODING_WRONG:
    'The declared encoding is "{declared}" but the content is {actual}; it was read as {actual}. Correct the XML declaration',
  XML_ENCODING_FAMILY:
    'The DTD name "{dtd}" belongs to the {family} family but the file is {actual}; name the other DTD file',
  XML_ENCODING_UNUSUAL: 'The file is {actual}; letters are exchanged in UTF-8 or Big5',
  XML_ENCODING_ASSUMED:
    'There is no XML declaration and the content is not UTF-8; it was read as {actual}. Add the XML declaration',
  XML_BYTES_INVALID:
    'The bytes {bytes} (at byte {offset}) are not {encoding} text and were replaced by U+FFFD',

  XML_UNEXPECTED_END: 'The file ends inside {inside}; it may be cut off',
  XML_NO_ROOT: 'There is no root element: this is not an XML document',
  XML_CHARACTER: 'The character {character} may not stand in an XML document',
  XML_CDATA_END: 'Text may not contain "]]>"; write "]]&gt;"',
  XML_TAG_MISMATCH:
    '<{open}> (line {openLine}) is still open where </{found}> ends it; check that tags come in pairs',
  XML_EXPECTED: '"{expected}" is expected here',
  XML_SPACE_MISSING: 'White space is missing here',
  XML_NAME_MISSING: 'A name is missing here',
  XML_RAW_AMPERSAND: '"&" does not begin a complete reference; write "&amp;" in text',
  XML_RAW_LESS_THAN: '"<" does not begin a tag; write "&lt;" in text',
  XML_REFERENCE_CHARACTER:
    'The character reference "{reference}" names a character that may not stand in an XML document',
  XML_ENTITY_UNKNOWN: 'The entity "{name}" is not declared; "&{name};" is kept as it stands',
  XML_ENTITY_EXTERNAL:
    'The entity "{name}" points to the external file "{file}"; external files are never read, "&{name};" is kept as it stands',
  XML_ENTITY_UNPARSED:
    'The entity "{name}" is an external file such as an attachment; "&{name};" may not stand in text',
  XML_ENTITY_RECURSIVE: 'The entity "{name}" refers to itself, directly or by others',
  XML_ENTITY_MARKUP: 'The entity "{name}" is not balanced, or has "<" inside an attribute value',
  XML_ATTRIBUTE_TWICE: 'The attribute "{name}" stands twice in <{element}>',
  XML_ATTRIBUTE_LESS_THAN: 'The value of "{name}" may not contain "<"; write "&lt;"',
  XML_COMMENT: '"--" may not stand inside a comment',
  XML_INSTRUCTION: 'Malformed processing instruction: its name may not be "xml" and it must end with "?>"',
  XML_MARKUP: '"{found}" may not stand here',
  XML_AFTER_ROOT: 'There is content after the root element: "{found}"',
  XML_BEFORE_ROOT: 'There is content before the root element: "{found}"',
  XML_DECLARATION: 'Malformed XML declaration; it should be like <?xml version="1.0" encoding="UTF-8"?>',
  XML_PERCENT: '"%" in an entity value must be written "&#37;"',
  XML_DOCTYPE_NAME: '"{found}" in the DOCTYPE is not a name; it may be a placeholder that was not replaced',
  XML_SYSTEM_ID_FRAGMENT:
    'The file name "{file}" of the entity "{name}" has a "#" fragment, which is not allowed; avoid "#" in file names',
  XML_PARAMETER_ENTITY_UNKNOWN: 'The parameter entity "%{name};" is not declared',
} as const satisfies MessageCatalogue<XmlIssueCode>;
