/** Name patterns of readers that hold no card a person could insert; skipped unless they hold a GPKI card. */
export const virtualReaders: readonly { readonly pattern: string; readonly what: string }[] = [
  { pattern: '^Windows Hello', what: 'Windows Hello for Business' },
  { pattern: '^Microsoft (?:Virtual|UICC)', what: 'virtual smart card of Windows' },
  { pattern: 'UICC (?:ISO )?Reader|UICC Slot', what: 'SIM slot of the computer' },
  { pattern: '^Identity Device \\(', what: 'virtual smart card of Windows' },
];

/** True for a reader that is no hardware. */
export function isVirtualReader(name: string): boolean {
  return virtualReaders.some(({ pattern }) => new RegExp(pattern, 'i').test(name));
}
