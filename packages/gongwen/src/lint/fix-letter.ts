import type { Letter } from '../model/letter.ts';
import { type LintIssue, type LintOptions, lintLetter } from './lint-letter.ts';
import { valueAt, withValueAt } from './pointer.ts';
import type { Edit } from './rule.ts';

/** A letter after its safe fixes, and the findings that they mended. */
export interface FixedLetter {
  readonly letter: Letter;
  readonly applied: readonly LintIssue[];
}

const ROUNDS = 8;

/**
 * Applies the safe fixes of the rules until none is left; what is only offered stays as it is.
 *
 * Fixing a fixed letter changes nothing.
 */
export function fixLetter(letter: Letter, options: LintOptions = {}): FixedLetter {
  const applied: LintIssue[] = [];
  let current = letter;
  for (let round = 0; round < ROUNDS; round += 1) {
    const fixable = lintLetter(current, options).filter(({ fix }) => fix?.safe);
    const chosen = withoutConflicts(fixable);
    if (chosen.length === 0) break;
    current = applyEdits(
      current,
      chosen.flatMap(({ edits = [] }) => edits),
    );
    applied.push(...chosen);
  }
  return { letter: current, applied };
}

/** Applies changes that do not touch each other. */
export function applyEdits(letter: Letter, edits: readonly Edit[]): Letter {
  // From the back, so that places in front of a change stay where they were.
  const ordered = [...edits].sort((a, b) => compare(b, a));
  return ordered.reduce((current, { path, range, value }) => {
    const text = range && valueAt(current, path);
    if (!range || typeof text !== 'string') return withValueAt(current, path, value);
    return withValueAt(current, path, text.slice(0, range[0]) + String(value) + text.slice(range[1]));
  }, letter);
}

function compare(a: Edit, b: Edit): number {
  return a.path.localeCompare(b.path, 'en', { numeric: true }) || (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0);
}

function withoutConflicts(issues: readonly LintIssue[]): LintIssue[] {
  const taken: Edit[] = [];
  return issues.filter(({ edits = [] }) => {
    if (edits.some((edit) => taken.some((other) => touches(edit, other)))) return false;
    taken.push(...edits);
    return true;
  });
}

function touches(a: Edit, b: Edit): boolean {
  if (a.path === b.path)
    return !a.range || !b.range || (a.range[0] <= b.range[1] && b.range[0] <= a.range[1]);
  if (a.path.startsWith(`${b.path}/`) || b.path.startsWith(`${a.path}/`)) return true;
  // Taking an entry out moves its neighbours.
  const list = (path: string) => path.slice(0, path.lastIndexOf('/'));
  const removed = [a, b].find(
    ({ value, range, path }) => !range && value === undefined && /\/\d+$/.test(path),
  );
  return removed !== undefined && (a === removed ? b : a).path.startsWith(`${list(removed.path)}/`);
}
