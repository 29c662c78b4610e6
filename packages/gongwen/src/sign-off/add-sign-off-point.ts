import { editionOf, grammarOf } from '../grammar/grammars.ts';
import type { XmlDocument } from '../xml/document.ts';
import { childElements } from '../xml/element.ts';
import { encodeText } from '../xml/encode.ts';
import { serializeXml } from '../xml/serialize.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';
import { placedElements } from './identified.ts';
import type { SignOffSigner } from './model.ts';
import type { NewSignOffPoint } from './new-point.ts';
import { flowsToTree, objectToTree } from './point-to-tree.ts';
import { signPoint } from './sign-point.ts';

const ROOT = '線上簽核';
const FLOW = '線上簽核流程';
const INFO = '線上簽核資訊';
const LINE_BREAK: XmlNode = { type: 'text', value: '\n' };

export interface AddPointOptions {
  /** The moment of signing; default: now. Written as Taipei time, `2026-10-12 10:00:00`. */
  readonly now?: Date;
}

/**
 * Begins a sign-off file (SI) with its first point.
 *
 * @returns the file in UTF-8
 * @throws TypeError when the point has no flow, no file or no draft, or a draft names no file
 */
export async function startSignOff(
  point: NewSignOffPoint,
  signer: SignOffSigner,
  options: AddPointOptions = {},
): Promise<Uint8Array> {
  const { flows } = point;
  if (!flows?.length) throw new TypeError('point.flows: the first point needs the flow');
  const definition = await definePoint(point, signer, new Set(['Root', 'Flow', 'Info']), options.now);
  const root: XmlElement = element(ROOT, { Id: 'Root' }, [
    LINE_BREAK,
    flowsToTree(flows, 'Flow'),
    LINE_BREAK,
    element(INFO, { Id: 'Info' }, [LINE_BREAK, definition, LINE_BREAK]),
    LINE_BREAK,
  ]);
  const systemId = grammarOf(ROOT, editionOf('104'))?.dtdName ?? '104_sign_utf8.dtd';
  return toBytes({
    prolog: {
      declaration: { version: '1.0', encoding: 'UTF-8' },
      doctype: { name: ROOT, systemId, entities: [], notations: [] },
    },
    root,
    epilog: [],
  });
}

/**
 * Adds a signed point to a sign-off file. Everything that was there stays as it stands, character for character, so
 * that earlier signatures keep their meaning.
 *
 * @param document - As `readSignOff` gives it (its `document`).
 * @returns the file in UTF-8
 * @throws TypeError when the document is no sign-off file, or the point has no file or no draft
 */
export async function addSignOffPoint(
  document: XmlDocument,
  point: NewSignOffPoint,
  signer: SignOffSigner,
  options: AddPointOptions = {},
): Promise<Uint8Array> {
  const { root, prolog } = document;
  const info = childElements(root, INFO)[0];
  const flow = childElements(root, FLOW)[0];
  if (root.name !== ROOT || !info || !flow) throw new TypeError('document: no 線上簽核 with its two parts');
  const definition = await definePoint(point, signer, allIds(root), options.now);
  const last = childElements(info, '簽核點定義').at(-1);
  const at = (last ? info.children.indexOf(last) : -1) + 1;
  const points = [...info.children.slice(0, at), LINE_BREAK, definition, ...info.children.slice(at)];
  const flowId = flow.attributes.find(({ name }) => name === 'Id')?.value ?? 'Flow';
  const children = root.children.map((node) => {
    if (node === info) return { ...plain(info), children: points };
    return node === flow && point.flows ? flowsToTree(point.flows, flowId) : node;
  });
  return toBytes({ ...document, prolog: inUtf8(prolog), root: { ...plain(root), children } });
}

function element(name: string, attributes: Record<string, string>, children: readonly XmlNode[]): XmlElement {
  const list = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
  return { type: 'element', name, attributes: list, children };
}

function allIds(root: XmlElement): ReadonlySet<string> {
  const ids = [...placedElements(root)].map(({ element: { attributes } }) => attributes);
  return new Set(ids.flat().flatMap(({ name, value }) => (name === 'Id' ? [value] : [])));
}

/** Name and attributes of an element that was read, as a built one. */
const plain = ({ name, attributes }: XmlElement): XmlElement => ({
  type: 'element',
  name,
  attributes,
  children: [],
});

async function definePoint(
  point: NewSignOffPoint,
  signer: SignOffSigner,
  taken: ReadonlySet<string>,
  now = new Date(),
): Promise<XmlElement> {
  if (point.files.length === 0) throw new TypeError('point.files: the folder needs at least one file');
  if (point.documents.length === 0)
    throw new TypeError('point.documents: the folder needs at least one draft');
  for (const { fileName } of point.documents) {
    if (!point.files.some(({ name }) => name === fileName)) {
      throw new TypeError(`point.documents: no file is called ${JSON.stringify(fileName)}`);
    }
  }
  let number = 1;
  const used = (id: string) => taken.has(id);
  while ([`Point${number}`, `Object${number}`, `Signature${number}`, `Object${number}-folder`].some(used))
    number += 1;
  const objectId = `Object${number}`;
  const object = objectToTree(point, objectId, taipeiTime(now));
  const signature = await signPoint(object, objectId, point.files, signer, `Signature${number}`);
  const children = [LINE_BREAK, signature, LINE_BREAK, object, LINE_BREAK];
  return element('簽核點定義', { URI: `#${objectId}`, Id: `Point${number}` }, children);
}

/** Taipei has kept UTC+8 since 1980. */
const taipeiTime = (moment: Date) =>
  new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

function inUtf8(prolog: XmlDocument['prolog']): XmlDocument['prolog'] {
  const { doctype } = prolog;
  const systemId = doctype?.systemId?.replace(/_big5\.dtd$/i, '_utf8.dtd');
  return {
    ...prolog,
    declaration: { ...prolog.declaration, version: '1.0', encoding: 'UTF-8' },
    ...(doctype && { doctype: { ...doctype, ...(systemId !== undefined && { systemId }) } }),
  };
}

function toBytes(document: XmlDocument): Uint8Array {
  const encoded = encodeText(serializeXml(document), 'utf-8');
  if ('bytes' in encoded) return encoded.bytes;
  throw new TypeError('point: a text holds half a surrogate pair');
}
