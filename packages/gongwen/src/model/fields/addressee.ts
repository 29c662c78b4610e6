import type { XmlElement } from '../../xml/tree.ts';
import type { Addressee } from '../party.ts';
import type { ElementReader } from '../reading/element-reader.ts';
import { labelled, leaf, parent } from '../writing/elements.ts';
import type { Writing } from '../writing/writing.ts';
import { readRecipientRun, writePartyWithCodes, writePortableFile } from './party.ts';
import { readBareRecipient } from './recipients.ts';

/** Reads 受文者: words that point at the roster (交換表), or one recipient in place. */
export function readAddressee(element: ElementReader | undefined): Addressee | undefined {
  if (!element) return undefined;
  const roster = element.take('交換表');
  if (roster) return readRosterReference(roster);
  const bare = readBareRecipient(element);
  if (bare) return bare;
  const [first, second] = readRecipientRun(element);
  if (second) {
    element.report('READ_PART_REPEATED', { name: second.party.name, count: 2 });
    element.reading.extras.push({ name: '#text', parent: element.path, text: second.party.name });
  }
  if (!first) return undefined;
  const { party, withAttachments, portableFile } = first;
  return {
    ...party,
    ...(withAttachments !== undefined && { withAttachments }),
    ...(portableFile !== undefined && { portableFile }),
  };
}

function readRosterReference(roster: ElementReader): Addressee {
  const entity = roster.attribute('交換表單') ?? '';
  roster.reading.usedEntities.add(entity);
  roster.reading.rosterEntity = entity;
  if (!roster.reading.entities.has(entity)) roster.report('READ_ROSTER_ENTITY_UNKNOWN', { name: entity });
  return { type: 'roster', text: roster.text() };
}

/** Writes 受文者 as the dispatch decided: in place, or by the roster. */
export function writeAddressee(addressee: Addressee, writing: Writing): XmlElement {
  if (addressee.type === 'roster' || addressee.type === 'collective') {
    const text = addressee.type === 'roster' ? addressee.text : addressee.name;
    return parent('受文者', [labelled('交換表', { 交換表單: writing.declareRoster() }, text)]);
  }
  return parent('受文者', [
    ...writePartyWithCodes(addressee),
    addressee.withAttachments !== undefined && leaf('含附件', addressee.withAttachments),
    writePortableFile(addressee.portableFile),
  ]);
}
