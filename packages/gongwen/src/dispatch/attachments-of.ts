import type { Attachment } from '../model/attachment.ts';
import type { LetterBase } from '../model/base.ts';
import type { Writing } from '../model/writing/writing.ts';

/** All attachments of a letter in the order in which their entities are declared. */
export function attachmentsOf(letter: LetterBase): readonly Attachment[] {
  const entries: unknown = Reflect.get(letter, 'entries');
  const rows = Array.isArray(entries) ? (entries as readonly Pick<LetterBase, 'attachments'>[]) : [];
  return [...letter.attachments, ...rows.flatMap(({ attachments }) => attachments ?? [])];
}

/** File names must be plain names, all different, and none of the dispatch's own. */
export function checkAttachments(
  attachments: readonly Attachment[],
  baseName: string,
  writing: Writing,
): void {
  const seen = new Set(['di', 'sw', 'dm'].map((extension) => `${baseName}.${extension}`.toLowerCase()));
  attachments.forEach(({ fileName }, index) => {
    const path = `/attachments/${index}/fileName`;
    if (!isPlainFileName(fileName)) writing.report('WRITE_FILE_NAME', path, { name: fileName });
    else if (seen.has(fileName.toLowerCase()))
      writing.report('WRITE_FILE_NAME_REPEATED', path, { name: fileName });
    seen.add(fileName.toLowerCase());
  });
}

/** True for a name without folders, quotes or control characters. */
export function isPlainFileName(name: string): boolean {
  return name.trim() !== '' && !/[/\\"'<>#|?*:\u0000-\u001f]/.test(name) && name !== '.' && name !== '..';
}
