// Runs the samples of a plan (a JSON file) one after the other in this process: each page in an empty folder of its own.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openSoftStore } from '@kcc/xca-card/soft';
import { runScript } from './run-script.ts';

/** One page of the plan. */
export interface PlannedPage {
  readonly path: string;
  readonly folder: string;
  readonly steps: readonly PlannedStep[];
}

/** A module to import or a script for the shell. */
export type PlannedStep =
  | { readonly place: string; readonly module: string }
  | { readonly place: string; readonly script: string };

export interface Plan {
  readonly scratch: string;
  readonly pages: readonly PlannedPage[];
}

/** What happened at one place. */
export interface SampleOutcome {
  readonly place: string;
  readonly milliseconds: number;
  readonly error?: string;
}

async function runPage(plan: Plan, page: PlannedPage): Promise<SampleOutcome[]> {
  mkdirSync(page.folder, { recursive: true });
  // Every page has its own empty card store; its test authorities are those of all pages, whose keys take seconds.
  for (const place of ['cards', '.data/kcc/card']) {
    cpSync(join(plan.scratch, 'authorities'), join(page.folder, place), { recursive: true });
  }
  process.chdir(page.folder);
  const data = join(page.folder, '.data');
  Object.assign(process.env, { HOME: data, XDG_DATA_HOME: data });
  const outcomes: SampleOutcome[] = [];
  for (const step of page.steps) {
    const startedAt = performance.now();
    let error: string | undefined;
    try {
      if ('module' in step) await import(pathToFileURL(step.module).href);
      else await runScript(step.script);
    } catch (problem) {
      error = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    }
    const milliseconds = Math.round(performance.now() - startedAt);
    outcomes.push({ place: step.place, milliseconds, ...(error === undefined ? {} : { error }) });
  }
  return outcomes;
}

const [planFile = '', resultFile = ''] = process.argv.slice(2);
// The plan is written by the test that starts this file.
const plan = JSON.parse(readFileSync(planFile, 'utf8')) as Plan;
await openSoftStore(join(plan.scratch, 'authorities')).gpki();
const outcomes: SampleOutcome[] = [];
for (const page of plan.pages) outcomes.push(...(await runPage(plan, page)));
writeFileSync(resultFile, JSON.stringify(outcomes));
process.exit(0);
