import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reachedCodes, renderReadmeTable, TABLE_BEGIN, TABLE_END } from '../scripts/readme-table.ts';
import * as root from '../src/index.ts';
import { valueMessages } from '../src/value-rules.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = readFileSync(new URL('./readme-code.test.ts', import.meta.url), 'utf8');

describe('the README', () => {
  it('has the table that the code gives', () => {
    const [, rest = ''] = readme.split(`${TABLE_BEGIN}\n`);
    const [table] = rest.split(`\n${TABLE_END}`);
    expect(table).toBe(renderReadmeTable());
  });
  it('shows or names every code', () => {
    const reached = reachedCodes();
    for (const code of Object.keys(valueMessages())) {
      if (!reached.has(code)) expect(readme, code).toContain(`\`${code}\``);
    }
  });
  it('shows only code that the tests run', () => {
    const bare = (code: string): string => code.replace(/\s+/g, '');
    const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = '']) => block);
    expect(blocks.length).toBeGreaterThan(4);
    for (const block of blocks) {
      for (const line of block.split('\n')) {
        const code = line.replace(/ ?\/\/ .*$/, '');
        if (code.startsWith('import ') || code.trim() === '') continue;
        expect(bare(examples), line).toContain(bare(code.replace(/;$/, '')));
      }
      for (const [, names = ''] of block.matchAll(/import \{ ([^}]+) \} from '@kcc\/validators';/g)) {
        for (const name of names.split(', ')) {
          if (!name.startsWith('type ')) expect(root, name).toHaveProperty(name);
        }
      }
    }
  });
});
