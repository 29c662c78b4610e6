import { writeFileSync } from 'node:fs';
import { coverageMarkdown } from '../coverage/coverage-table.ts';
import { coverageFile, readTests } from '../coverage/read-tests.ts';

// Run with: npx tsx --conditions=@kcc/source packages/forms/test/support/write-docs.ts
writeFileSync(coverageFile, coverageMarkdown(readTests()));
