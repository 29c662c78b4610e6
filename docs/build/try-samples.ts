import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from './pages.ts';
import { ROOT } from './root.ts';
import type { Plan, PlannedStep, SampleOutcome } from './run-samples.ts';
import { type Sample, sampleFile, samplesOf } from './samples.ts';
import { writeSamples } from './write-samples.ts';

/** What came of trying every sample of some pages. */
export interface Tried {
  readonly samples: readonly Sample[];
  readonly outcomes: readonly SampleOutcome[];
}

/** Writes all samples anew and runs those of the pages that can run here. */
export function trySamples(pages: readonly Page[]): Tried {
  writeSamples();
  const scratch = mkdtempSync(join(tmpdir(), 'kcc-docs-'));
  try {
    return { samples: pages.flatMap(samplesOf), outcomes: run(planOf(scratch, pages)) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function planOf(scratch: string, pages: readonly Page[]): Plan {
  return {
    scratch,
    pages: pages.map((page, number) => ({
      path: page.path,
      folder: join(scratch, String(number)),
      steps: samplesOf(page).flatMap<PlannedStep>(({ place, language, code, noRun }, index) => {
        if (noRun !== undefined) return [];
        if (language === 'sh') return [{ place, script: code }];
        return [{ place, module: join(ROOT, 'docs', sampleFile(page, index)) }];
      }),
    })),
  };
}

function run(plan: Plan): readonly SampleOutcome[] {
  const [planFile, resultFile] = [join(plan.scratch, 'plan.json'), join(plan.scratch, 'result.json')];
  writeFileSync(planFile, JSON.stringify(plan));
  const runner = join(ROOT, 'docs/build/run-samples.ts');
  const args = ['--conditions=@kcc/source', '--import', 'tsx', runner, planFile, resultFile];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(resultFile, 'utf8'));
}
