import type { DocumentType } from '../model/document-type.ts';
import { allTypes } from '../model/document-types.ts';
import { textTemplates, yamlTemplates } from './templates.ts';

/** A draft to start from, with comments; `parseDraft` reads it as it stands. */
export interface NewDraft {
  readonly kind: string;
  readonly format: 'text' | 'yaml';
  readonly text: string;
}

/**
 * Gives a commented draft of a kind of letter to start from.
 *
 * @param kind - `letter`, `meeting` …, or the Chinese name: 函, 書函, 開會通知單 …
 * @returns undefined when nothing is known under that name
 */
export function newDraft(
  kind: string,
  options: { readonly types?: readonly DocumentType[] } = {},
): NewDraft | undefined {
  const types = allTypes(options.types);
  const type =
    types.find((candidate) => candidate.kind === kind || candidate.label === kind) ??
    types.find((candidate) => candidate.subtypes?.includes(kind));
  if (!type) return undefined;
  const own = type.template;
  if (own !== undefined) return { kind: type.kind, format: 'yaml', text: own };
  const plain = textTemplates[type.kind];
  if (plain !== undefined) {
    const title = type.subtypes?.includes(kind) ? kind : undefined;
    return {
      kind: type.kind,
      format: 'text',
      text: title ? plain.replace(`　${type.label}\n`, `　${title}\n`) : plain,
    };
  }
  const yaml = yamlTemplates[type.kind];
  return yaml === undefined ? undefined : { kind: type.kind, format: 'yaml', text: yaml };
}
