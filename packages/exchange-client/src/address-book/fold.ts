/** One form for names that people write in several: full- and half-width, 臺 and 台, blanks, letter case. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll('臺', '台')
    .replace(/[\s\u3000]+/g, '')
    .toLowerCase();
}
