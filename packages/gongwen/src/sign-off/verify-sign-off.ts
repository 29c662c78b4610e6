import type { Issue } from '@kcc/validators';
import { attributeOf, childElements, textOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/tree.ts';
import { canonicalizationOf, fromBase64, signatureOf, verifyWith } from './algorithms.ts';
import { canonicalXml } from './canonical-xml.ts';
import { byId, type Placed, placedElements } from './identified.ts';
import type { SignOffCode } from './messages.ts';
import { signOffIssue } from './report.ts';
import { type ReferenceCheck, verifyReference } from './verify-reference.ts';

/** Files that signatures may refer to, by name. */
export type SignedFiles = Readonly<Record<string, Uint8Array>>;

/** What became of one signature. */
export interface SignatureCheck {
  /** Path of the element that holds it, such as a 簽核點定義. */
  readonly path: string;
  /** Id of that element. */
  readonly id?: string;
  /**
   * `valid`: value and all digests fit. `invalid`: one does not. `unsigned`: there is no value.
   * `unverified`: an algorithm, file or key is missing, so nothing can be said.
   */
  readonly state: 'valid' | 'invalid' | 'unsigned' | 'unverified';
  readonly references: readonly ReferenceCheck[];
  /** DER of the certificate in KeyInfo. Its path, time and revocation have not been looked at. */
  readonly unverifiedCertificate?: Uint8Array;
  readonly issues: readonly Issue[];
}

/**
 * Verifies every XML signature of a sign-off file: the digests of what it refers to and the value over SignedInfo.
 *
 * That the certificates are to be trusted is not said here; hand them to a path validation.
 *
 * @param files - Contents of the files that references name by their URI.
 */
export async function verifySignOff(
  tree: XmlElement,
  files: SignedFiles = {},
): Promise<readonly SignatureCheck[]> {
  const ids = byId(tree);
  const signatures = [...placedElements(tree)].filter(({ element }) => element.name === 'Signature');
  return Promise.all(signatures.map((signature) => verifySignature(signature, ids, files)));
}

async function verifySignature(
  signature: Placed,
  ids: ReadonlyMap<string, Placed>,
  files: SignedFiles,
): Promise<SignatureCheck> {
  const { element, ancestors } = signature;
  const holder = ancestors.at(-1);
  const path = ancestors.map(({ name }) => `/${name}`).join('');
  const issues: Issue[] = [];
  const report = (code: SignOffCode, params?: Record<string, string>) =>
    issues.push(signOffIssue(code, path, element, params));
  const signedInfo = childElements(element, 'SignedInfo')[0];
  const references = await Promise.all(
    (signedInfo ? childElements(signedInfo, 'Reference') : []).map((reference) =>
      verifyReference(reference, { signature, ids, files }),
    ),
  );
  for (const { uri, state, code, detail } of references) {
    if (state !== 'valid' && code) report(code, { uri, algorithm: detail ?? '' });
  }
  if (references.some(({ weak }) => weak)) report('SIGN_OFF_ALGORITHM_WEAK');
  reportUncovered(holder, references, report);
  const certificate = certificateOf(element);
  const value = await verifyValue(signature, signedInfo, certificate, report);
  const id = holder && attributeOf(holder, 'Id');
  return {
    path,
    ...(id !== undefined && { id }),
    state: overall(value, references, issues),
    references,
    ...(certificate && { unverifiedCertificate: certificate }),
    issues,
  };
}

/** A signature that leaves out its own point's Object proves nothing about it. */
function reportUncovered(
  holder: XmlElement | undefined,
  references: readonly ReferenceCheck[],
  report: (code: SignOffCode, params?: Record<string, string>) => void,
): void {
  if (holder?.name !== '簽核點定義') return;
  const object = childElements(holder, 'Object')[0];
  const id = (object && attributeOf(object, 'Id')) ?? '';
  const covered = references.some(
    ({ target }) => target !== undefined && (target === object || target === holder),
  );
  const whole = references.some(({ uri }) => uri === '');
  if (!covered && !whole) report('SIGN_OFF_OBJECT_UNCOVERED', { id });
}

function certificateOf(signature: XmlElement): Uint8Array | undefined {
  for (const { element } of placedElements(signature)) {
    if (element.name === 'X509Certificate') return fromBase64(textOf(element));
  }
  return undefined;
}

type ValueState = 'valid' | 'invalid' | 'unsigned' | 'unverified';

async function verifyValue(
  { element, ancestors }: Placed,
  signedInfo: XmlElement | undefined,
  certificate: Uint8Array | undefined,
  report: (code: SignOffCode, params?: Record<string, string>) => void,
): Promise<ValueState> {
  const valueElement = childElements(element, 'SignatureValue')[0];
  const text = valueElement ? textOf(valueElement).trim() : '';
  if (!signedInfo || text === '') {
    report('SIGN_OFF_UNSIGNED');
    return 'unsigned';
  }
  const methodName = algorithmOf(signedInfo, 'SignatureMethod');
  const method = signatureOf(methodName);
  const formName = algorithmOf(signedInfo, 'CanonicalizationMethod');
  const form = canonicalizationOf(formName);
  if (!method || !form) {
    report('SIGN_OFF_ALGORITHM', { algorithm: method ? formName : methodName });
    return 'unverified';
  }
  if (method.hash === 'SHA-1') report('SIGN_OFF_ALGORITHM_WEAK');
  const signature = fromBase64(text);
  if (!certificate || !signature) {
    report(certificate ? 'SIGN_OFF_SIGNATURE' : 'SIGN_OFF_CERTIFICATE');
    return certificate ? 'invalid' : 'unverified';
  }
  const canonical = canonicalXml(signedInfo, { ...form, ancestors: [...ancestors, element] });
  const verified = await verifyWith(certificate, method, signature, new TextEncoder().encode(canonical));
  if (verified === undefined) report('SIGN_OFF_CERTIFICATE');
  if (verified === false) report('SIGN_OFF_SIGNATURE');
  return verified === undefined ? 'unverified' : verified ? 'valid' : 'invalid';
}

const algorithmOf = (signedInfo: XmlElement, name: string) => {
  const method = childElements(signedInfo, name)[0];
  return (method && attributeOf(method, 'Algorithm')) ?? '';
};

function overall(
  value: ValueState,
  references: readonly ReferenceCheck[],
  issues: readonly Issue[],
): SignatureCheck['state'] {
  const uncovered = issues.some(({ code }) => code === 'SIGN_OFF_OBJECT_UNCOVERED');
  if (value === 'invalid' || uncovered || references.some(({ state }) => state === 'invalid'))
    return 'invalid';
  if (value === 'unsigned') return 'unsigned';
  const complete = references.length > 0 && references.every(({ state }) => state === 'valid');
  return value === 'valid' && complete ? 'valid' : 'unverified';
}
