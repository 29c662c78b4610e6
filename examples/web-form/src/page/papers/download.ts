/** A file for the person. */
export interface PaperFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array | string;
}

/** Hands a file to the person; nothing leaves the computer. */
export function download({ name, type, content }: PaperFile): void {
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  const address = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name that every file system takes. */
export const fileName = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, '_')
    .slice(0, 60)
    .replace(/^[._]+|[._]+$/g, '') || '公文';
