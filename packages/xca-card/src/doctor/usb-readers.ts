import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UsbReader } from './facts.ts';
import { readersWithOwnDriver } from './reader-checks.ts';

const SMART_CARD_CLASS = '0b';

/**
 * Readers on the USB bus, as Linux shows it: devices with the smart card class, and those known by name.
 *
 * @returns undefined on systems without that folder.
 */
export function listUsbReaders(folder = '/sys/bus/usb/devices'): readonly UsbReader[] | undefined {
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder);
  return names
    .filter((name) => !name.includes(':'))
    .flatMap((name) => {
      const product = read(join(folder, name, 'product')) ?? '';
      const interfaces = names.filter((other) => other.startsWith(`${name}:`));
      const ccid = interfaces.some(
        (other) => read(join(folder, other, 'bInterfaceClass')) === SMART_CARD_CLASS,
      );
      const known = readersWithOwnDriver.some(({ pattern }) => new RegExp(pattern, 'i').test(product));
      return ccid || known ? [{ name: product || name, ccid }] : [];
    });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
