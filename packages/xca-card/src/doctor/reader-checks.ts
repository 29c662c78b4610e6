import { type Check, fine, problem, unknown } from './check.ts';
import type { DoctorFacts, ReaderFacts, UsbReader } from './facts.ts';

/** Readers that are known to need a driver of their own. */
export const readersWithOwnDriver: readonly {
  readonly pattern: string;
  readonly zh: string;
  readonly en: string;
}[] = [
  {
    pattern: 'EZ100PU|EZUSB',
    zh: 'Castles EZ100PU 不是 CCID 讀卡機，且 Apple 晶片的 macOS 沒有內建驅動程式。',
    en: 'The Castles EZ100PU is no CCID reader, and macOS on Apple chips has no driver for it.',
  },
];

/** Readers: at least one, with a driver, and no doubt which one is meant. */
export function readerChecks({ readers, usbReaders, platform }: DoctorFacts): Check[] {
  const checks: Check[] = [];
  if (readers !== undefined) {
    const real = readers.filter(({ virtual }) => !virtual);
    checks.push(presenceCheck(real, platform), severalCheck(real), virtualCheck(readers));
  }
  const driver = ccidCheck(readers ?? [], usbReaders);
  return driver === undefined ? checks : [...checks, driver];
}

function presenceCheck(real: readonly ReaderFacts[], platform: NodeJS.Platform): Check {
  const names = real.map(({ name }) => name);
  if (real.length > 0) return fine('reader', names.join('、'), names.join(', '));
  const linux = platform === 'linux';
  return problem(
    'reader',
    { zh: '沒有讀卡機', en: 'no reader' },
    {
      zh: linux
        ? '接上讀卡機，並確認 pcscd 已啟動（systemctl start pcscd）。'
        : '接上讀卡機，並確認智慧卡服務已啟動。',
      en: linux
        ? 'Connect a reader and start pcscd (systemctl start pcscd).'
        : 'Connect a reader and check that the smart card service runs.',
    },
  );
}

function severalCheck(real: readonly ReaderFacts[]): Check {
  const filled = real.filter(({ card }) => card !== undefined);
  if (filled.length < 2)
    return fine('two-readers', `插有卡片的讀卡機：${filled.length}`, `readers with a card: ${filled.length}`);
  const names = filled.map(({ name, card }) => `${name}（${card?.number}）`).join('、');
  return problem(
    'two-readers',
    { zh: `有 ${filled.length} 張卡片：${names}`, en: `${filled.length} cards: ${names}` },
    {
      zh: '以 --reader 指定要用的讀卡機，或拔出其他卡片，以免 PIN 碼送錯卡。',
      en: 'Name the reader with --reader or take the other cards out, so that no PIN goes to the wrong card.',
    },
  );
}

function virtualCheck(readers: readonly ReaderFacts[]): Check {
  const names = readers.filter(({ virtual }) => virtual).map(({ name }) => name);
  if (names.length === 0) return fine('virtual-reader', '沒有虛擬讀卡機', 'no virtual readers');
  return fine(
    'virtual-reader',
    `略過虛擬讀卡機：${names.join('、')}`,
    `virtual readers are skipped: ${names.join(', ')}`,
  );
}

function ccidCheck(
  readers: readonly ReaderFacts[],
  usb: readonly UsbReader[] | undefined,
): Check | undefined {
  const names = [...readers.map(({ name }) => name), ...(usb ?? []).map(({ name }) => name)];
  const known = readersWithOwnDriver.find(({ pattern }) =>
    names.some((name) => new RegExp(pattern, 'i').test(name)),
  );
  if (known !== undefined) {
    return problem('reader-ccid', known, {
      zh: '安裝原廠驅動程式，或改用 CCID 讀卡機。',
      en: 'Install the vendor driver or use a CCID reader.',
    });
  }
  if (usb === undefined)
    return unknown('reader-ccid', { zh: '此系統無法查詢 USB 裝置', en: 'USB devices cannot be listed here' });
  const ccid = usb.filter((reader) => reader.ccid).map(({ name }) => name);
  if (ccid.length > 0) return fine('reader-ccid', `CCID：${ccid.join('、')}`, `CCID: ${ccid.join(', ')}`);
  return unknown(
    'reader-ccid',
    { zh: '沒有 CCID 的 USB 讀卡機', en: 'no CCID reader on USB' },
    { zh: '內建或網路讀卡機可不理會。', en: 'Built-in or remote readers are not seen here.' },
  );
}
