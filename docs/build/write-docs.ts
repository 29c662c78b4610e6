// Writes the generated pages and pictures: `npx pnpm --filter @kcc-docs/site run write`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from './generated-files.ts';
import { ROOT } from './root.ts';

for (const [path, text] of await generatedFiles()) writeFileSync(join(ROOT, 'docs', path), text);
