export { type DecodedText, type DecodeOptions, decodeBytes } from './decode.ts';
export type {
  Doctype,
  EntityDeclaration,
  NotationDeclaration,
  Prolog,
  XmlDeclaration,
  XmlDocument,
} from './document.ts';
export { attributeOf, type Child, childElements, element, text, textOf } from './element.ts';
export { type Encoded, type ExchangeEncoding, encodeText, type Unencodable } from './encode.ts';
export type { TextEncoding } from './encoding-claim.ts';
export { escapeAttribute, escapeText } from './escape.ts';
export { DEFAULT_LIMITS, type XmlLimits } from './limits.ts';
export { type XmlIssueCode, xmlMessages } from './messages.ts';
export { type ParsedXml, parseXml, ReadDocument } from './parse.ts';
export { type SalvageCode, salvageMessages } from './salvage/messages.ts';
export { serializeDoctype, serializeNode, serializeXml } from './serialize.ts';
export type { Position, XmlAttribute, XmlElement, XmlNode, XmlOther, XmlText } from './tree.ts';
