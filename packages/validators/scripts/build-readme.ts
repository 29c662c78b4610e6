/** `node --import tsx packages/validators/scripts/build-readme.ts` writes the table of values into the README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { renderReadmeTable, TABLE_BEGIN, TABLE_END } from './readme-table.ts';

const readme = new URL('../README.md', import.meta.url);
const [before, rest = ''] = readFileSync(readme, 'utf8').split(TABLE_BEGIN);
const [, after] = rest.split(TABLE_END);
if (after === undefined) throw new Error('README.md: the marks of the table are missing');
writeFileSync(readme, `${before}${TABLE_BEGIN}\n${renderReadmeTable()}\n${TABLE_END}${after}`);
