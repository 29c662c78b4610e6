import type { Architecture } from './facts.ts';

const ELF: Readonly<Record<number, Architecture>> = { 62: 'x64', 183: 'arm64', 3: 'ia32' };
const PE: Readonly<Record<number, Architecture>> = { 34404: 'x64', 43620: 'arm64', 332: 'ia32' };
const MACH: Readonly<Record<number, Architecture>> = { 16777223: 'x64', 16777228: 'arm64', 7: 'ia32' };
const MACH_MAGIC = 0xfeedfacf;
const FAT_MAGIC = 0xcafebabe;

/** Processors that a library file is made for, from its ELF, PE or Mach-O header; empty when it is none of them. */
export function binaryArchitectures(file: Uint8Array): readonly Architecture[] {
  if (file.length < 64) return [];
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(0) === 0x7f454c46) return [ELF[view.getUint16(18, file[5] === 1)] ?? 'other'];
  if (view.getUint16(0) === 0x4d5a) return portableExecutable(view);
  if (view.getUint32(0, true) === MACH_MAGIC) return [MACH[view.getUint32(4, true)] ?? 'other'];
  if (view.getUint32(0) === FAT_MAGIC) return universal(view);
  return [];
}

function portableExecutable(view: DataView): readonly Architecture[] {
  const header = view.getUint32(60, true);
  if (header + 6 > view.byteLength || view.getUint32(header) !== 0x50450000) return [];
  return [PE[view.getUint16(header + 4, true)] ?? 'other'];
}

function universal(view: DataView): readonly Architecture[] {
  const count = Math.min(view.getUint32(4), 8);
  const found: Architecture[] = [];
  for (let i = 0; i < count && 12 + i * 20 <= view.byteLength; i += 1)
    found.push(MACH[view.getUint32(8 + i * 20)] ?? 'other');
  return found;
}
