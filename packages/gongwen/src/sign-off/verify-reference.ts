import { attributeOf, childElements, textOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/tree.ts';
import { canonicalizationOf, digestBase64, digestOf, ENVELOPED, fromBase64, toBase64 } from './algorithms.ts';
import { canonicalXml } from './canonical-xml.ts';
import type { Placed } from './identified.ts';
import type { SignOffCode } from './messages.ts';

/** What became of one Reference of a signature. */
export interface ReferenceCheck {
  readonly uri: string;
  readonly state: 'valid' | 'invalid' | 'unverified';
  /** What it refers to in the document; absent for a file. */
  readonly target?: XmlElement;
  /** True for SHA-1. */
  readonly weak?: boolean;
  readonly code?: SignOffCode;
  readonly detail?: string;
}

interface Surroundings {
  readonly signature: Placed;
  readonly ids: ReadonlyMap<string, Placed>;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** The bytes that a reference digests, or why they cannot be had. */
type Content =
  | { readonly bytes: Uint8Array; readonly target?: XmlElement }
  | { readonly code: SignOffCode; readonly detail?: string; readonly state: 'invalid' | 'unverified' };

/** Computes the digest that a Reference claims. */
export async function verifyReference(
  reference: XmlElement,
  surroundings: Surroundings,
): Promise<ReferenceCheck> {
  const uri = attributeOf(reference, 'URI') ?? '';
  const method = childElements(reference, 'DigestMethod')[0];
  const algorithm = (method && attributeOf(method, 'Algorithm')) ?? '';
  const hash = digestOf(algorithm);
  if (!hash) return { uri, state: 'unverified', code: 'SIGN_OFF_ALGORITHM', detail: algorithm };
  const content = contentOf(reference, uri, surroundings);
  if ('code' in content) return { uri, ...content };
  const value = childElements(reference, 'DigestValue')[0];
  const claimed = fromBase64(value ? textOf(value) : '');
  if (!claimed) return { uri, state: 'invalid', code: 'SIGN_OFF_DIGEST_UNREADABLE' };
  const same = (await digestBase64(hash, content.bytes)) === toBase64(claimed);
  return {
    uri,
    state: same ? 'valid' : 'invalid',
    ...(content.target && { target: content.target }),
    ...(hash === 'SHA-1' && { weak: true }),
    ...(!same && { code: 'SIGN_OFF_DIGEST' as const }),
  };
}

function contentOf(reference: XmlElement, uri: string, { signature, ids, files }: Surroundings): Content {
  if (uri !== '' && !uri.startsWith('#')) return fileContent(uri, files);
  const root = signature.ancestors[0] ?? signature.element;
  const placed = uri === '' ? { element: root, ancestors: [] } : ids.get(uri.slice(1));
  if (!placed) return { code: 'SIGN_OFF_REFERENCE_UNKNOWN', state: 'invalid' };
  const transforms = childElements(reference, 'Transforms').flatMap((list) =>
    childElements(list, 'Transform'),
  );
  let form = { exclusive: false, comments: false };
  let without: XmlElement | undefined;
  for (const transform of transforms) {
    const algorithm = attributeOf(transform, 'Algorithm') ?? '';
    const canonical = canonicalizationOf(algorithm);
    if (canonical) form = canonical;
    else if (algorithm === ENVELOPED) without = signature.element;
    else return { code: 'SIGN_OFF_ALGORITHM', detail: algorithm, state: 'unverified' };
  }
  // A same-document reference by Id or "" never holds comments (XML Signature 4.4.3.3).
  const text = canonicalXml(placed.element, {
    ...form,
    comments: false,
    ancestors: placed.ancestors,
    without,
  });
  return { bytes: new TextEncoder().encode(text), target: placed.element };
}

function fileContent(uri: string, files: Surroundings['files']): Content {
  const name = decodeName(uri);
  const bytes = Object.hasOwn(files, name) ? files[name] : Object.hasOwn(files, uri) ? files[uri] : undefined;
  return bytes ? { bytes } : { code: 'SIGN_OFF_FILE_MISSING', state: 'unverified' };
}

function decodeName(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
