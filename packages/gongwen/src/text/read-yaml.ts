import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { DraftReport } from './draft-report.ts';
import type { Located, LocatedEntry, Place } from './located.ts';

const MAX_DEPTH = 200;

/**
 * Reads YAML 1.2 with the place of every value. Scalars stay as they were typed, so that the serial 0000123 keeps its
 * zeros; anchors and aliases are refused.
 */
export function readYaml(text: string, report: DraftReport, lineOffset = 0): Located | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, strict: true });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + lineOffset, column: col };
  };
  const [error] = document.errors;
  if (error) {
    const problem = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
    report.add('DRAFT_SYNTAX', '', placeOf(error.pos[0]), { format: 'YAML', problem });
    return undefined;
  }
  return document.contents ? toLocated(document.contents, placeOf, report, 0) : { type: 'none' };
}

function toLocated(
  node: ParsedNode | null,
  placeOf: (offset: number) => Place,
  report: DraftReport,
  depth: number,
): Located {
  if (node === null) return { type: 'none' };
  const place = placeOf(node.range[0]);
  if (depth > MAX_DEPTH) {
    report.add('DRAFT_TOO_DEEP', '', place, { limit: MAX_DEPTH });
    return { type: 'none', place };
  }
  if (isAlias(node)) {
    report.add('DRAFT_ALIAS', '', place);
    return { type: 'none', place };
  }
  if (isSeq(node)) {
    return {
      type: 'list',
      items: node.items.map((item) => toLocated(item, placeOf, report, depth + 1)),
      place,
    };
  }
  if (isMap(node)) return { type: 'record', entries: readEntries(node.items, placeOf, report, depth), place };
  return isScalar(node) ? readScalar(node, place) : { type: 'none', place };
}

function readScalar(
  node: { readonly value: unknown; readonly type?: string; readonly source: string },
  place: Place,
): Located {
  if (node.value === null) return { type: 'none', place };
  const typed = typeof node.value === 'string' ? node.value : node.source;
  return { type: 'text', value: typed, place };
}

function readEntries(
  pairs: readonly { readonly key: ParsedNode; readonly value: ParsedNode | null }[],
  placeOf: (offset: number) => Place,
  report: DraftReport,
  depth: number,
): Map<string, LocatedEntry> {
  const entries = new Map<string, LocatedEntry>();
  for (const { key, value } of pairs) {
    const place = placeOf(key.range[0]);
    const name = isScalar(key) ? (typeof key.value === 'string' ? key.value : key.source) : '';
    if (entries.has(name)) report.add('DRAFT_KEY_REPEATED', '', place, { key: name });
    entries.set(name, { value: toLocated(value, placeOf, report, depth + 1), place });
  }
  return entries;
}
