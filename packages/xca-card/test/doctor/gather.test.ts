import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { binaryArchitectures, gatherFacts, listUsbReaders } from '../../src/doctor/index.ts';

/** A file head of at least 64 bytes with these fields. */
function head(fields: readonly [offset: number, bytes: readonly number[]][]): Uint8Array {
  const bytes = new Uint8Array(128);
  for (const [offset, value] of fields) bytes.set(value, offset);
  return bytes;
}

describe('processors of a library file', () => {
  it.each([
    [
      'ELF x64',
      head([
        [0, [0x7f, 0x45, 0x4c, 0x46, 2, 1]],
        [18, [62, 0]],
      ]),
      ['x64'],
    ],
    [
      'ELF arm64',
      head([
        [0, [0x7f, 0x45, 0x4c, 0x46, 2, 1]],
        [18, [183, 0]],
      ]),
      ['arm64'],
    ],
    [
      'PE x64',
      head([
        [0, [0x4d, 0x5a]],
        [60, [64, 0, 0, 0]],
        [64, [0x50, 0x45, 0, 0, 0x64, 0x86]],
      ]),
      ['x64'],
    ],
    [
      'PE 32 bit',
      head([
        [0, [0x4d, 0x5a]],
        [60, [64, 0, 0, 0]],
        [64, [0x50, 0x45, 0, 0, 0x4c, 0x01]],
      ]),
      ['ia32'],
    ],
    ['Mach-O arm64', head([[0, [0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1]]]), ['arm64']],
    [
      'universal',
      head([
        [0, [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2, 1, 0, 0, 7]],
        [28, [1, 0, 0, 0x0c]],
      ]),
      ['x64', 'arm64'],
    ],
    ['text', head([[0, [0x23, 0x21]]]), []],
    [
      'a PE header outside the file',
      head([
        [0, [0x4d, 0x5a]],
        [60, [255, 255, 0, 0]],
      ]),
      [],
    ],
    ['an empty file', new Uint8Array(0), []],
  ])('%s', (_name, file, expected) => {
    expect(binaryArchitectures(file)).toEqual(expected);
  });

  it('of this Node are those of this process', () => {
    expect(binaryArchitectures(readFileSync(process.execPath).subarray(0, 4096))).toContain(process.arch);
  });
});

describe('readers on the USB bus', () => {
  it('are those with the smart card class and those known by name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kcc-usb-'));
    const device = (name: string, product: string, interfaceClass: string) => {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'product'), `${product}\n`);
      mkdirSync(join(folder, `${name}:1.0`));
      writeFileSync(join(folder, `${name}:1.0`, 'bInterfaceClass'), `${interfaceClass}\n`);
    };
    device('1-1', 'Smart Card Reader', '0b');
    device('1-2', 'EZ100PU', 'ff');
    device('1-3', 'Keyboard', '03');
    expect(listUsbReaders(folder)).toEqual([
      { name: 'Smart Card Reader', ccid: true },
      { name: 'EZ100PU', ccid: false },
    ]);
    expect(listUsbReaders(join(folder, 'none'))).toBeUndefined();
    rmSync(folder, { recursive: true });
  });
});

describe('a look at this machine', () => {
  it('never throws: what fails becomes a fact', async () => {
    const facts = await gatherFacts({
      pkcs11: { module: '/no/such/module.so' },
      hipki: { url: 'http://127.0.0.1:9' },
      now: () => new Date('2026-11-25T00:00:00Z'),
      reference: async () => new Date('2026-11-25T00:10:00Z'),
    });
    expect(facts).toMatchObject({
      module: { error: 'MODULE_NOT_FOUND', searched: ['/no/such/module.so'] },
      service: { error: 'SERVICE_UNREACHABLE' },
      readers: [],
      clockAhead: -600,
    });
  });
});
