import type { MessageCatalogue } from '@kcc/validators';
import type { ExtendIssueCode } from '../../grammar/extend-messages.ts';
import type { GrammarIssueCode } from '../../grammar/messages.ts';

/** Messages about grammars and what does not fit them, English. */
export const grammarMessagesEn = {
  GRAMMAR_ROOT_UNKNOWN:
    'There is no grammar for "{root}": it is an office\'s own document, or its DTD is not public',
  GRAMMAR_GENERATION_LACKS: 'Generation {generation} has no "{root}"; it was checked as {used}',
  GRAMMAR_DERIVED:
    'The official DTD of "{grammar}" is not public in full; the check used a derived grammar and proves nothing',
  GRAMMAR_UNVERIFIED: 'The grammar of "{grammar}" is not verified; only what is known was checked',
  GRAMMAR_NO_DOCTYPE:
    'There is no DOCTYPE to tell the generation; checked as "{grammar}". Add <!DOCTYPE {root} SYSTEM "{dtd}">',
  GRAMMAR_DOCTYPE_NAME:
    'The DOCTYPE names "{doctype}" but the root element is "{root}"; they must be the same',
  GRAMMAR_DTD_OTHER:
    'The DTD "{dtd}" is that of "{belongs}" but the root element is "{root}"; it should be "{expected}"',
  GRAMMAR_DTD_UNKNOWN: 'The DTD name "{dtd}" is not known; checked as "{grammar}", whose DTD is "{expected}"',
  GRAMMAR_OFFICIAL_DEFECT: '<{element}> cannot validate because of a fault of the official DTD ({id})',
  GRAMMAR_REVISION_2015:
    'The file does not fit the current tag sets (December 2020) but fits those of May 2015',

  GRAMMAR_ELEMENT_UNKNOWN: '<{found}> in <{parent}> is no element of this generation',
  GRAMMAR_ELEMENT_UNEXPECTED: '<{found}> may not stand here in <{parent}>; allowed here: {allowed}',
  GRAMMAR_ELEMENT_MISSING: '<{parent}> lacks {missing} (before <{found}>)',
  GRAMMAR_INCOMPLETE: '<{parent}> is not complete; it should go on with {allowed}',
  GRAMMAR_TEXT: '<{parent}> may not hold the text "{found}"; allowed here: {allowed}',
  GRAMMAR_CDATA: '<{parent}> holds elements only and may have no CDATA section',
  GRAMMAR_NOT_EMPTY: '<{parent}> must be empty but holds "{found}"',
  GRAMMAR_CODE_AS_TEXT:
    'The value "{found}" of <{parent}> belongs into its attribute: <{parent} 代碼="{found}"/>',
  GRAMMAR_ELEMENT_IN_TEXT: '<{parent}> holds text only and may not hold <{found}>',
  GRAMMAR_STANDALONE: 'standalone="yes" is declared but <{parent}> needs the external DTD to be understood',
  GRAMMAR_SUBSET_REDECLARED: 'The internal subset declares <{found}>, which the DTD has already',

  GRAMMAR_ATTRIBUTE_UNKNOWN: '<{element}> has no attribute "{attribute}"; it has: {allowed}',
  GRAMMAR_ATTRIBUTE_MISSING: '<{element}> lacks the attribute "{attribute}"',
  GRAMMAR_ATTRIBUTE_VALUE: '"{attribute}" of <{element}> may not be "{found}"; allowed: {allowed}',
  GRAMMAR_ATTRIBUTE_NAME:
    '"{attribute}" of <{element}> must be a name, or names with blanks between ({type}), not "{found}"',
  GRAMMAR_ENTITY_UNKNOWN:
    '"{attribute}" of <{element}> refers to "{found}", which no <!ENTITY … NDATA …> declares',
  GRAMMAR_ENTITY_PARSED: '"{attribute}" of <{element}> refers to "{found}", whose declaration has no NDATA',
  GRAMMAR_ID_TWICE: 'The Id "{found}" stands twice in the document',
  GRAMMAR_IDREF_UNKNOWN: 'There is no Id "{found}"',
  GRAMMAR_NOTATION_TWICE: 'The notation "{found}" is declared twice; keep one',
  GRAMMAR_NOTATION_UNKNOWN: 'The entity "{entity}" uses the notation "{found}", which is not declared',
} as const satisfies MessageCatalogue<GrammarIssueCode>;

/** Messages about extending a grammar, English. */
export const extendMessagesEn = {
  GRAMMAR_CONFLICT: '"{first}" and "{second}" declare {element} differently; the first holds',
  GRAMMAR_NAME: '"{element}" or an attribute of it is no XML name',
  GRAMMAR_CONTENT: 'The content model "{content}" of {element} is malformed',
  GRAMMAR_CONTENT_UNDECLARED: 'The content model of {element} uses <{found}>, which is not declared',
  GRAMMAR_CONTENT_AMBIGUOUS:
    'The content model of {element} leaves two places open for <{found}>; strict parsers refuse it',
  GRAMMAR_EXTENDS_NOTHING: 'There is no <{element}> to extend',
  GRAMMAR_DEFAULT: 'The default "{found}" of "{attribute}" of {element} is not in its list',
  GRAMMAR_REDECLARED: '{found} is declared already; name it in replace if that is meant',
} as const satisfies MessageCatalogue<ExtendIssueCode>;
