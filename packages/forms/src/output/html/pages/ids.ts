/** The element id of a field or of a part of it. */
export function fieldId(path: string): string {
  return `field${path.replaceAll('/', '-')}`;
}
