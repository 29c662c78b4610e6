import { commandPage } from './command-page.ts';
import { diagrams } from './diagrams.ts';
import { errorPage } from './error-page.ts';
import { statePage } from './state-page.ts';

/** Every generated file below `docs` that is kept: path → contents. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>([
    ['errors.md', errorPage()],
    ['command-line.md', await commandPage()],
    ['state-machines.md', statePage()],
  ]);
  for (const [name, text] of await diagrams()) files.set(`pictures/${name}`, text);
  return files;
}
