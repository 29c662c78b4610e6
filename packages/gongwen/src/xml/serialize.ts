import type { Doctype, EntityDeclaration, NotationDeclaration, Prolog, XmlDocument } from './document.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { ReadDocument } from './parse.ts';
import { ReadElement, ReadLeaf } from './read-nodes.ts';
import type { XmlElement, XmlNode, XmlOther } from './tree.ts';

/**
 * Writes a document as text. What was read and not changed comes out as it stood, character for character; what was
 * built comes out in one canonical form (declaration, DOCTYPE with one declaration a line, no indentation).
 *
 * @param document A document from {@link parseXml}, or a built one; parts of a read document may be used in a built one.
 */
export function serializeXml(document: XmlDocument): string {
  if (document instanceof ReadDocument) return document.root.source.text;
  return `${writeProlog(document.prolog)}${serializeNode(document.root)}\n${document.epilog.map((node) => `${serializeNode(node)}\n`).join('')}`;
}

function writeProlog(prolog: Prolog): string {
  let text = '';
  if (prolog.declaration !== undefined) {
    const { version, encoding, standalone } = prolog.declaration;
    text += `<?xml version="${version}"`;
    if (encoding !== undefined) text += ` encoding="${encoding}"`;
    if (standalone !== undefined) text += ` standalone="${standalone}"`;
    text += '?>\n';
  }
  for (const node of prolog.other ?? []) text += `${serializeNode(node)}\n`;
  return prolog.doctype === undefined ? text : `${text}${serializeDoctype(prolog.doctype)}\n`;
}

/** Writes a DOCTYPE with its entities and notations; a `subset` text that was read is written as it stood. */
export function serializeDoctype(doctype: Doctype): string {
  const external = externalId(doctype);
  const head = `<!DOCTYPE ${doctype.name}${external === '' ? '' : ` ${external}`}`;
  if (doctype.subset !== undefined) return `${head} [${doctype.subset}]>`;
  const lines = [...doctype.entities.map(entityLine), ...doctype.notations.map(notationLine)];
  return lines.length === 0 ? `${head}>` : `${head} [\n${lines.join('\n')}\n]>`;
}

function externalId({
  systemId,
  publicId,
}: {
  readonly systemId?: string;
  readonly publicId?: string;
}): string {
  if (publicId !== undefined)
    return `PUBLIC "${publicId}"${systemId === undefined ? '' : ` ${quoted(systemId)}`}`;
  return systemId === undefined ? '' : `SYSTEM ${quoted(systemId)}`;
}

/** A literal in quotes that it does not contain; a file name with both kinds cannot be declared. */
function quoted(literal: string): string {
  if (!literal.includes('"')) return `"${literal}"`;
  if (literal.includes("'")) throw new TypeError(`a system id cannot hold both kinds of quotes: ${literal}`);
  return `'${literal}'`;
}

function entityLine(entity: EntityDeclaration): string {
  const name = `${entity.parameter === true ? '% ' : ''}${entity.name}`;
  if (entity.value !== undefined) {
    const value = entity.value.replace(/[&%"<]/g, (char) => `&#${char.charCodeAt(0)};`);
    return `<!ENTITY ${name} "${value}">`;
  }
  const notation = entity.notation === undefined ? '' : ` NDATA ${entity.notation}`;
  return `<!ENTITY ${name} ${externalId(entity)}${notation}>`;
}

function notationLine(notation: NotationDeclaration): string {
  return `<!NOTATION ${notation.name} ${externalId(notation)}>`;
}

/** Writes one node: as it stood when it was read, canonically when it was built. */
export function serializeNode(node: XmlNode): string {
  const parts: string[] = [];
  writeNode(node, parts);
  return parts.join('');
}

function writeNode(node: XmlNode, parts: string[]): void {
  if (node instanceof ReadElement || node instanceof ReadLeaf) {
    parts.push(node.source.code.slice(node.startOffset, node.endOffset));
  } else if (node.type === 'element') {
    writeElement(node, parts);
  } else {
    parts.push(node.type === 'text' ? escapeText(node.value) : writeOther(node));
  }
}

function writeElement(node: XmlElement, parts: string[]): void {
  parts.push(`<${node.name}`);
  for (const { name, value } of node.attributes) parts.push(` ${name}="${escapeAttribute(value)}"`);
  if (node.children.length === 0) {
    parts.push('/>');
    return;
  }
  parts.push('>');
  for (const child of node.children) writeNode(child, parts);
  parts.push(`</${node.name}>`);
}

function writeOther(node: XmlOther): string {
  return node.type === 'comment' ? `<!--${node.value}-->` : `<?${node.value}?>`;
}
