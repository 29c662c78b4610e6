import type { Issue } from '@kcc/validators';
import type { Letter } from '../model/letter.ts';
import { parseDraft } from '../text/draft.ts';
import { docxLines } from './docx-lines.ts';
import { importIssue } from './messages.ts';
import { odtLines } from './odt-lines.ts';
import { openOfficeFile } from './office-file.ts';

/** What could be made of a document. */
export interface ImportedLetter {
  /** Absent when the text is no letter that could be understood. */
  readonly letter?: Letter;
  /** The text as a draft, for a person to correct. */
  readonly text: string;
  readonly issues: readonly Issue[];
}

const ARCHIVE = /^檔[\s　]*號：(.*)$/;
const RETENTION = /^保存年限：(.*)$/;

/** Printed on every letter and no part of a draft: page numbers, marks, the empty name of a field. */
const FURNITURE = /^(第\s*\d+\s*頁[，,]\s*共\s*\d+\s*頁|[裝訂線┊\s]+|已電子交換|電子公文|\S{1,14}：)$/;

interface Sorted {
  readonly lines: readonly string[];
  readonly fileNumber: string;
  readonly retention: string;
}

/** Takes the places of the registry and the furniture of the paper out of the lines. */
function sortLines(lines: readonly string[]): Sorted {
  const kept: string[] = [];
  let fileNumber = '';
  let retention = '';
  for (const line of lines
    .flatMap((text) => text.split('\n'))
    .map((text) => text.replaceAll('\t', '').trimEnd())) {
    const archive = ARCHIVE.exec(line);
    const years = RETENTION.exec(line);
    if (archive !== null) fileNumber = archive[1]?.trim() ?? '';
    else if (years !== null) retention = years[1]?.trim() ?? '';
    else if (line.trim() !== '') kept.push(line);
  }
  const texts = kept.filter((line, index) => !FURNITURE.test(line) || startsList(line, kept[index + 1]));
  return { lines: texts, fileNumber, retention };
}

/** 說明： alone is the name of a section when items follow; 速別： alone is an empty field. */
const startsList = (line: string, next: string | undefined): boolean =>
  line.endsWith('：') && next !== undefined && /^[\s　]*([一1甲]、|[(（][一1甲][)）])/.test(next);

/**
 * Reads a docx or odt of an ordinary 函 as a draft.
 *
 * @param bytes the file; recognised by its content.
 * @returns the letter with an issue for everything that was not understood, and the text as a draft.
 */
export function importLetter(bytes: Uint8Array): ImportedLetter {
  const file = openOfficeFile(bytes);
  const found = typeof file === 'string' ? file : file.format === 'docx' ? docxLines(file) : odtLines(file);
  if (typeof found === 'string')
    return { text: '', issues: [importIssue('IMPORT_FORMAT', '', { reason: found })] };
  const { lines, fileNumber, retention } = sortLines(found.lines);
  const text = `${lines.join('\n')}\n`;
  const { letter, issues } = parseDraft(text, { format: 'text' });
  const archive = {
    ...(fileNumber === '' ? {} : { fileNumber }),
    ...(retention === '' ? {} : { retention }),
  };
  const other = letter !== undefined && letter.kind !== 'letter';
  const kind = other ? [importIssue('IMPORT_KIND', '/kind', { kind: letter.kind })] : [];
  const whole = letter === undefined || Object.keys(archive).length === 0 ? letter : { ...letter, archive };
  return {
    ...(whole === undefined ? {} : { letter: whole }),
    text,
    issues: [...found.issues, ...kind, ...issues],
  };
}
