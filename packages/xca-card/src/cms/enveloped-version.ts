import { Cursor } from '../der/cursor.ts';
import { childrenOf, type Element } from '../der/element.ts';
import { contextTag, TAG } from '../der/tags.ts';
import { smallIntegerOf } from '../der/values.ts';

/** Where the tags of CertificateChoices and RecipientInfo differ from those of plain certificates and key transport. */
const ATTRIBUTE_CERTIFICATE_V2 = contextTag(2);
const OTHER_CERTIFICATE = contextTag(3);
const OTHER_CRL = contextTag(1);
const PASSWORD_RECIPIENT = contextTag(3);
const OTHER_RECIPIENT = contextTag(4);

/** RFC 5652 §6.1: what is inside an EnvelopedData decides its version. */
export function envelopedVersion(
  originator: Element | undefined,
  recipients: Element,
  hasUnprotected: boolean,
): 0 | 2 | 3 | 4 {
  const { certificates, crls } = originatorTags(originator);
  if (certificates.includes(OTHER_CERTIFICATE) || crls.includes(OTHER_CRL)) return 4;
  const infos = childrenOf(recipients);
  const special = infos.some(({ tag }) => tag === PASSWORD_RECIPIENT || tag === OTHER_RECIPIENT);
  if (special || certificates.includes(ATTRIBUTE_CERTIFICATE_V2)) return 3;
  const plain = infos.every((info) => info.tag === TAG.sequence && recipientVersion(info) === 0);
  return originator === undefined && !hasUnprotected && plain ? 0 : 2;
}

const recipientVersion = (info: Element): number => smallIntegerOf(Cursor.of(info).next(TAG.integer));

function originatorTags(originator: Element | undefined) {
  if (originator === undefined) return { certificates: [], crls: [] };
  const cursor = Cursor.of(originator);
  const tagsOf = (element: Element | undefined): readonly number[] =>
    element === undefined ? [] : childrenOf(element).map(({ tag }) => tag);
  const certificates = tagsOf(cursor.optional(contextTag(0)));
  const crls = tagsOf(cursor.optional(contextTag(1)));
  cursor.done();
  return { certificates, crls };
}
