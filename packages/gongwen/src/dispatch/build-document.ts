import type { Generation } from '../model/base.ts';
import type { DeclaredEntity } from '../model/writing/writing.ts';
import type { Doctype, XmlDocument } from '../xml/document.ts';
import type { ExchangeEncoding } from '../xml/encode.ts';
import type { XmlElement } from '../xml/tree.ts';
import { dtdName } from './dtd-name.ts';

const ENCODING_NAMES = { 'utf-8': 'UTF-8', big5: 'Big5' } as const satisfies Record<ExchangeEncoding, string>;

/** A document that is about to be written: declaration, DOCTYPE with the entities and their notations, root. */
export function buildDocument(
  root: XmlElement,
  entities: readonly DeclaredEntity[],
  generation: Generation,
  encoding: ExchangeEncoding,
): XmlDocument {
  const notations = [...new Set(entities.map(({ notation }) => notation))].sort(rosterFirst);
  const doctype: Doctype = {
    name: root.name,
    systemId: dtdName(root.name, generation, encoding),
    entities,
    notations: notations.map((name) => ({ name, systemId: '' })),
  };
  return {
    prolog: { declaration: { version: '1.0', encoding: ENCODING_NAMES[encoding] }, doctype },
    root,
    epilog: [],
  };
}

/** DI, DM, then those of the attachments, as writers usually have them. */
const rosterFirst = (a: string, b: string) => rank(a) - rank(b) || (a < b ? -1 : 1);
const rank = (notation: string) =>
  ['DI', 'DM'].indexOf(notation) + (notation === 'DI' || notation === 'DM' ? 0 : 3);
