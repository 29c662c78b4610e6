import { empty, leaf, parent } from '../model/writing/elements.ts';
import type { XmlElement } from '../xml/tree.ts';
import { digestBase64, toBase64, WRITTEN } from './algorithms.ts';
import { canonicalXml } from './canonical-xml.ts';
import { certificateKey } from './certificate-key.ts';
import type { SignOffSigner } from './model.ts';
import type { NewSignOffFile } from './new-point.ts';

/**
 * Signs an Object and the files beside it: one Reference each, SHA-256, Canonical XML 1.0, without a namespace as the
 * DTD wants it.
 *
 * @throws TypeError when the signer's certificate has no RSA or EC key
 */
export async function signPoint(
  object: XmlElement,
  objectId: string,
  files: readonly NewSignOffFile[],
  signer: SignOffSigner,
  id: string,
): Promise<XmlElement> {
  const key = certificateKey(signer.certificate);
  if (!key) throw new TypeError('signer.certificate: no certificate with an RSA or EC key');
  const encoder = new TextEncoder();
  const own = await digestBase64('SHA-256', encoder.encode(canonicalXml(object)));
  const references = [reference(`#${objectId}`, own, true)];
  for (const { name, bytes } of files) {
    references.push(reference(encodeURIComponent(name), await digestBase64('SHA-256', bytes), false));
  }
  const signedInfo = parent('SignedInfo', [
    empty('CanonicalizationMethod', { Algorithm: WRITTEN.canonicalization }),
    empty('SignatureMethod', { Algorithm: WRITTEN[key.type] }),
    ...references,
  ]);
  const value = await signer.sign(encoder.encode(canonicalXml(signedInfo)));
  const certificate = leaf('X509Certificate', toBase64(signer.certificate));
  return parent(
    'Signature',
    [
      signedInfo,
      leaf('SignatureValue', toBase64(value)),
      parent('KeyInfo', [parent('X509Data', [certificate])]),
    ],
    { Id: id },
  );
}

function reference(uri: string, digest: string, isXml: boolean): XmlElement {
  const transform = empty('Transform', { Algorithm: WRITTEN.canonicalization });
  return parent(
    'Reference',
    [
      isXml && parent('Transforms', [transform]),
      empty('DigestMethod', { Algorithm: WRITTEN.digest }),
      leaf('DigestValue', digest),
    ],
    { URI: uri },
  );
}
