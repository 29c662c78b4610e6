import type { ErrorDescription } from './error-description.ts';
import { renderErrors } from './render-errors.ts';

/** Every coded error of this package. */
export const gongwenErrors = {
  GRAMMAR_UNKNOWN: {
    zh: '沒有「{root}」{generation} 的文法：{reason}',
    en: 'There is no grammar for "{root}" {generation}: {reason}',
    category: 'usage',
    retryable: false,
    when: 'a grammar or DTD text is asked for by a root and generation that the package does not have',
    likely: 'a misspelt root, a root the generation never had, or one whose DTD is not public (便簽)',
    resolve: 'ask listGrammars() for what there is, or define the missing one with extendGrammar',
  },
  ...renderErrors,
} as const satisfies Readonly<Record<string, ErrorDescription>>;

export type GongwenErrorCode = keyof typeof gongwenErrors;
