import type { Issue } from '@kcc/validators';
import { CodeText } from '../code-text.ts';
import type { XmlLimits } from '../limits.ts';
import { type ParsedXml, parseCodes } from '../parse.ts';
import { closeOpenTags } from './close-tags.ts';
import { type LooseParser, loadLooseParser, rebuildStructure } from './rebuild.ts';
import { type Fault, type Repaired, repairFault } from './repair.ts';

/** Code units that may be read again in all; each repair means reading from the start. */
const MOST_WORK = 20_000_000;
const MOST_REPAIRS = 500;

/** A text that became well formed, with everything that was done to it. */
export interface SalvagedText {
  readonly parsed: ParsedXml;
  readonly repairs: readonly Issue[];
}

/**
 * Makes a text well formed: repairs of single characters first, then missing end tags, and the tolerant
 * fast-xml-parser where tags do not come in pairs.
 *
 * @returns Undefined when nothing helps.
 */
export async function salvageText(text: string, limits: XmlLimits): Promise<SalvagedText | undefined> {
  const repairs: Issue[] = [];
  let current = text;
  let work = 0;
  let rebuilt = false;
  for (let round = 0; round < MOST_REPAIRS && work <= MOST_WORK; round += 1) {
    work += current.length;
    const parsed = parseCodes(CodeText.fromString(current), limits);
    if (parsed.document !== undefined) return { parsed, repairs };
    const fault = faultOf(current, parsed);
    if (fault === undefined) return undefined;
    let repaired = repairFault(current, fault) ?? closeWhereCut(current, fault);
    if (repaired === undefined && !rebuilt) {
      rebuilt = true;
      repaired = rebuildStructure(current, fault, await loadLooseParser());
    }
    if (repaired === undefined) return undefined;
    current = repaired.text;
    repairs.push(...repaired.issues);
  }
  return undefined;
}

export type { LooseParser };

function closeWhereCut(text: string, fault: Fault): Repaired | undefined {
  return fault.code === 'XML_UNEXPECTED_END' ? closeOpenTags(text, fault) : undefined;
}

/** The fatal issue of a reading, which is the last; a limit is no fault to mend. */
function faultOf(text: string, { issues }: ParsedXml): Fault | undefined {
  const issue = issues.at(-1);
  if (issue?.line === undefined || issue.column === undefined || issue.code === 'XML_LIMIT') return undefined;
  const { code, line, column } = issue;
  return { code, line, column, offset: offsetOf(text, line, column) };
}

function offsetOf(text: string, line: number, column: number): number {
  const lineEnd = /\r\n?|\n/g;
  for (let passed = 1; passed < line; passed += 1) lineEnd.exec(text);
  return (line === 1 ? 0 : lineEnd.lastIndex) + column - 1;
}
