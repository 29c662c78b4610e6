import type { Draft } from '../letter/draft.ts';
import type { Page } from '../router.ts';
export const signPage = (_draft: Draft): Page => ({ title: '簽章', draw: () => undefined });
