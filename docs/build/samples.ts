import ts from 'typescript';
import { fencesOf } from './fences.ts';
import type { Page } from './pages.ts';

/** A code block that is tried. */
export interface Sample {
  /** `docs/guides/letters.md:41` */
  readonly place: string;
  readonly language: 'ts' | 'sh';
  /** A whole module or shell script. */
  readonly code: string;
  /** Why it cannot run on any machine of ours; it is type-checked all the same. */
  readonly noRun?: string;
}

/** Samples of a page in order; a block marked `continued` goes on where the one before ended. */
export function samplesOf({ path, text }: Page): readonly Sample[] {
  const samples: Sample[] = [];
  for (const { language, info, code, setup, line } of fencesOf(text)) {
    if (language !== 'ts' && language !== 'sh') continue;
    const place = `${path}:${line}`;
    const whole = `${setup}${code}`;
    const last = samples.at(-1);
    if (info === 'continued') {
      if (last?.language !== language) throw new Error(`${place} continues nothing`);
      samples[samples.length - 1] = { ...last, code: `${last.code}\n${whole}` };
      continue;
    }
    const noRun = /^no-run\s+(.+)$/.exec(info)?.[1];
    if (info !== '' && noRun === undefined) throw new Error(`${place}: "${info}" is not understood`);
    if (language === 'sh' && noRun === undefined && !/^(export KCC_|kcc )/.test(code)) {
      throw new Error(`${place}: a block that runs begins with kcc; mark others no-run with a reason`);
    }
    samples.push({ place, language, code: whole, ...(noRun === undefined ? {} : { noRun }) });
  }
  return samples;
}

/** File below `docs` that holds a TypeScript sample: `samples/guides-letters-2.ts`. */
export function sampleFile(page: Page, index: number): string {
  const name = page.path
    .replace(/^(docs|packages)\//, '')
    .replace(/\.md$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `samples/${name}-${index + 1}.ts`;
}

/** Every TypeScript sample as a module, so that the type check of the house covers it: path below `docs` → text. */
export function sampleModules(pages: readonly Page[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const page of pages) {
    samplesOf(page).forEach(({ language, code }, index) => {
      if (language !== 'ts') return;
      files.set(
        sampleFile(page, index),
        `// From ${page.path}; written by docs/build/write-docs.ts.\n${code}\nexport { ${ownNames(code).join(', ')} };\n`,
      );
    });
  }
  return files;
}

/** Names that a sample declares: exported, so that none of them counts as unused. */
function ownNames(code: string): readonly string[] {
  const { statements } = ts.createSourceFile('sample.ts', code, ts.ScriptTarget.ES2022);
  return statements.filter(ts.isVariableStatement).flatMap(({ modifiers = [], declarationList }) => {
    if (modifiers.length > 0) return []; // exported already, or declared only
    return declarationList.declarations.flatMap(({ name }) => boundNames(name));
  });
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : boundNames(element.name),
  );
}
