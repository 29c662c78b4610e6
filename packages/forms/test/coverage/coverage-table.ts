import { forms } from '../../src/catalogue/forms.ts';
import { fieldsOf } from '../../src/define/paths.ts';
import { feeRemarks } from '../../src/facts/fees.ts';
import { tracks } from '../../src/wizard/tracks.ts';
import { specIds } from './spec-ids.ts';
import { writtenReasons } from './written-reasons.ts';

/** A test file with its text. */
export interface TestFile {
  readonly name: string;
  readonly text: string;
}

interface Row {
  readonly id: string;
  readonly places: readonly string[];
  readonly tests: readonly string[];
  readonly reason?: string;
}

/** Where each id is met in the catalogue and the tracks. */
function placesById(): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  const note = (ids: readonly string[], place: string) => {
    for (const id of ids) places.set(id, (places.get(id) ?? new Set()).add(place));
  };
  for (const form of forms) {
    note(form.sources, form.id);
    for (const { path, field } of fieldsOf(form)) note(field.sources, `${form.id} ${path}`);
    for (const rule of form.rules) note(rule.sources, `${form.id} ${rule.id}`);
    for (const mark of form.marks) note([mark.id], `${form.id} 標記`);
  }
  for (const track of tracks) {
    for (const [name, { sources }] of Object.entries(track.states)) note(sources, `流程 ${track.id} ${name}`);
    for (const [name, { sources }] of Object.entries(track.events)) note(sources, `流程 ${track.id} ${name}`);
    for (const { id, sources } of track.deadlines) note(sources, `期限 ${id}`);
  }
  for (const { id } of feeRemarks) note([id], '`facts/fees`');
  return places;
}

/** The title of a test names an id, alone or in a list or range such as `E1–E18`. */
function testsById(files: readonly TestFile[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const ids = new Set(Object.values(specIds).flat());
  for (const { name, text } of files) {
    for (const [, title = ''] of text.matchAll(
      /(?:describe|it|test|itNeeds\w*)(?:\.each)?\(\s*(?:\([^)]*\)\()?['"`]([^'"`]+)['"`]/g,
    )) {
      for (const id of idsIn(title)) if (ids.has(id)) found.set(id, (found.get(id) ?? new Set()).add(name));
    }
  }
  return found;
}

function idsIn(title: string): string[] {
  const ranges = [...title.matchAll(/\b([A-Z])(\d+)–\1(\d+)\b/g)].flatMap(([, letter = '', from, to]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, place) => `${letter}${Number(from) + place}`),
  );
  return [...ranges, ...[...title.matchAll(/\b[A-Z]\d+(?:\.\d+)?\b/g)].map(([id]) => id)];
}

/** Ids of fields and rules: each is tried by the tests that run over the whole catalogue. */
function tryingTests(place: string): string[] {
  if (place.startsWith('流程') || place.startsWith('期限')) return ['wizard/tracks.test.ts'];
  if (place.includes(' /')) return ['catalogue/fields.test.ts'];
  return /^\S+ [A-Z_]+$/.test(place) ? ['catalogue/rules.test.ts'] : ['output/office.test.ts'];
}

/** One row an id. */
export function coverageRows(
  files: readonly TestFile[],
): { readonly group: string; readonly rows: readonly Row[] }[] {
  const places = placesById();
  const tests = testsById(files);
  return Object.entries(specIds).map(([group, ids]) => ({
    group,
    rows: ids.map((id): Row => {
      const met = [...(places.get(id) ?? [])];
      const named = [...new Set([...(tests.get(id) ?? []), ...met.flatMap(tryingTests)])].sort();
      const reason = writtenReasons[id];
      return { id, places: met, tests: named, ...(reason !== undefined && { reason }) };
    }),
  }));
}

/** The coverage table as Markdown. */
export function coverageMarkdown(files: readonly TestFile[]): string {
  const groups = coverageRows(files).map(({ group, rows }) => {
    const lines = rows.map(({ id, places, tests, reason }) => {
      const where = [...places, ...(reason === undefined ? [] : [`（${reason}）`])].join('；');
      return `| ${id} | ${where} | ${tests.join(' ')} |`;
    });
    return [`## ${group}`, '', '| 編號 | 對應 | 測試 |', '|---|---|---|', ...lines].join('\n');
  });
  const intro = [
    '# 表單規格對照表',
    '',
    '由 `packages/forms/test/support/write-docs.ts` 產生，請勿手改；測試會比對。編號見表單規格，括號內為書面說明。',
  ];
  return `${[intro.join('\n'), ...groups].join('\n\n')}\n`;
}
