const isCjk = (char: string | undefined) => char !== undefined && char.charCodeAt(0) >= 0x2e80;

/**
 * Text as its writer meant it: the line breaks and indentation that pretty-printing put in are taken out again.
 *
 * A break beside a Chinese character joins without a gap, between two Latin words it becomes one space. The
 * full-width space U+3000 is content and stays.
 *
 * @param raw - Character data of an element.
 */
export function foldText(raw: string): string {
  const trimmed = raw.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  if (!/[\r\n\t]/.test(trimmed)) return trimmed;
  return trimmed.replace(/[ \t]*[\r\n][ \t\r\n]*|[ ]*\t[ \t]*/g, (gap, at: number) =>
    isCjk(trimmed[at - 1]) || isCjk(trimmed[at + gap.length]) ? '' : ' ',
  );
}
