// `pnpm run ledger`: writes docs/lint-ledger.md from the rules themselves; a test compares the two.
import { writeFileSync } from 'node:fs';
import { renderLedger, rules } from '../src/lint/index.ts';

writeFileSync(new URL('../../../docs/lint-ledger.md', import.meta.url), renderLedger(rules));
