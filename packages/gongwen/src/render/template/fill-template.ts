import type { Issue } from '@kcc/validators';
import { unzipSync } from 'fflate';
import { importIssue } from '../../import/messages.ts';
import { layoutLetter } from '../../layout/layout-letter.ts';
import type { PaperLetter, PaperOptions } from '../../layout/paper-type.ts';
import { parseXml } from '../../xml/parse.ts';
import { serializeNode } from '../../xml/serialize.ts';
import type { XmlElement, XmlNode } from '../../xml/tree.ts';
import { deflatedEntry, storedEntry, writeZip } from '../zip/zip.ts';
import { fillParagraph, type TemplateFormat } from './fill-paragraph.ts';
import { type TemplateFields, templateFields } from './template-fields.ts';

/** A template that was filled. */
export interface FilledTemplate {
  /** Absent when the template is no file of its format. */
  readonly bytes?: Uint8Array;
  readonly issues: readonly Issue[];
}

/** A format's paragraphs and the parts of the file that hold them. */
export interface TemplateKind extends TemplateFormat {
  readonly parts: RegExp;
  readonly mainPart: string;
}

/** Fields whose absence from a template would lose a part of the letter. */
const EXPECTED = ['受文者', '發文日期', '發文字號', '主旨', '正本'] as const;

function fillTree(
  root: XmlElement,
  fields: TemplateFields,
  kind: TemplateKind,
  found: (name: string) => void,
): XmlElement {
  const children = root.children.flatMap((child): readonly XmlNode[] => {
    if (child.type !== 'element') return [child];
    const inner = fillTree(child, fields, kind, found);
    return kind.paragraphs.has(child.name) ? fillParagraph(inner, fields, kind, found) : [inner];
  });
  return { type: 'element', name: root.name, attributes: root.attributes, children };
}

function fillPart(
  xml: string,
  fields: TemplateFields,
  kind: TemplateKind,
  found: (name: string) => void,
): string {
  if (!xml.includes('{')) return xml;
  const root = parseXml(xml.replace(/^\ufeff/, '')).document?.root;
  if (root === undefined) return xml;
  const declaration = xml.slice(0, xml.indexOf(`<${root.name}`));
  return `${declaration}${serializeNode(fillTree(root, fields, kind, found))}`;
}

function issuesOf(names: ReadonlySet<string>, fields: TemplateFields): Issue[] {
  const known = [...fields.keys()].join('、');
  const unknown = [...names].filter((name) => !fields.has(name));
  const missing = EXPECTED.filter((name) => (fields.get(name)?.length ?? 0) > 0 && !names.has(name));
  const bodyMissing =
    (fields.get('本文')?.length ?? 0) > 0 &&
    !names.has('本文') &&
    !['說明', '依據'].some((name) => names.has(name));
  return [
    ...unknown.map((name) => importIssue('TEMPLATE_FIELD_UNKNOWN', `/${name}`, { name, known })),
    ...[...missing, ...(bodyMissing ? ['本文'] : [])].map((name) =>
      importIssue('TEMPLATE_FIELD_UNUSED', `/${name}`, { name }),
    ),
  ];
}

/** Fills an agency's own template of either format; everything that is no field stays as it is. */
export function fillOffice(
  template: Uint8Array,
  letter: PaperLetter,
  kind: TemplateKind,
  options: PaperOptions,
): FilledTemplate {
  let parts: Record<string, Uint8Array> = {};
  try {
    parts = unzipSync(template);
  } catch {
    // Reported below: a file without the main part.
  }
  if (parts[kind.mainPart] === undefined) {
    return { issues: [importIssue('IMPORT_FORMAT', '', { reason: `no ${kind.mainPart}` })] };
  }
  const fields = templateFields(layoutLetter(letter, options));
  const names = new Set<string>();
  const entries = Object.entries(parts).map(([name, bytes]) => {
    if (name === 'mimetype') return storedEntry(name, bytes);
    if (!kind.parts.test(name)) return deflatedEntry(name, bytes);
    return deflatedEntry(
      name,
      fillPart(new TextDecoder().decode(bytes), fields, kind, (field) => names.add(field)),
    );
  });
  return { bytes: writeZip(entries), issues: issuesOf(names, fields) };
}
