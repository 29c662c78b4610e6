import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Card, CardDriver, CardSession, Reader } from '@kcc/xca-card';
import type { Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';

/** The options by which every card command reaches its card. */
export const DRIVER_OPTIONS = {
  driver: { type: 'string' },
  module: { type: 'string' },
  slot: { type: 'string' },
  url: { type: 'string' },
  store: { type: 'string' },
  reader: { type: 'string' },
} as const;

/** The options of commands that send a PIN. */
export const PIN_OPTIONS = {
  'pin-file': { type: 'string' },
  'allow-last-try': { type: 'boolean' },
} as const;

/** For the `usage` of a command. */
export const DRIVER_USAGE =
  '[--driver soft|pkcs11|hipki] [--store DIR] [--module PATH] [--slot N] [--url URL] [--reader NAME]';
export const PIN_USAGE = '[--pin-file FILE] [--allow-last-try]';

/** A reader whose card is in. */
export type ReaderWithCard = Reader & { readonly card: Card };

/** Opens the way to the card that the options name; the simulated card by default. Close the driver after use. */
export async function openDriver(context: Context, options: OptionValues): Promise<CardDriver> {
  const kind = text(options.driver) ?? 'soft';
  if (kind === 'soft') return await openSoft(context, options);
  if (kind === 'pkcs11') return await openPkcs11(options);
  if (kind === 'hipki') return await openHipki(options);
  throw new CliError('USAGE', 'usage', `沒有「${kind}」這種連線方式；可用：soft、pkcs11、hipki`, {
    driver: kind,
  });
}

/** The folder of the simulated card: `--store`, else the user's data folder. */
export function softStoreFolder(context: Context, options: OptionValues): string {
  const given = text(options.store);
  return given === undefined ? join(dataFolder(context.env), 'kcc', 'card') : resolve(context.cwd, given);
}

/**
 * The reader that `--reader` names, else the only one with a card.
 *
 * @throws CardError `READER_NOT_FOUND`, `CARD_NOT_FOUND`
 * @throws CliError `SEVERAL_CARDS`
 */
export async function chooseReader(driver: CardDriver, options: OptionValues): Promise<ReaderWithCard> {
  const { CardError } = await import('@kcc/xca-card');
  const wanted = text(options.reader);
  const all = await driver.readers();
  const readers =
    wanted === undefined ? all : all.filter(({ name, id }) => id === wanted || name.includes(wanted));
  if (readers.length === 0) throw new CardError('READER_NOT_FOUND');
  const filled = readers.flatMap(({ card, ...reader }) => (card === undefined ? [] : [{ ...reader, card }]));
  const [first, second] = filled;
  if (first === undefined) throw new CardError('CARD_NOT_FOUND');
  if (second !== undefined) {
    const names = filled.map(({ name, card }) => `${name}（${card.number}）`);
    throw new CliError('SEVERAL_CARDS', 'usage', `有多張卡片，請以 --reader 指定：${names.join('、')}`, {
      readers: filled.map(({ name }) => name),
    });
  }
  return first;
}

/** Runs `use` on the chosen card after its PIN was accepted; closes session and driver in any case. */
export async function withCardSession<T>(
  context: Context,
  options: OptionValues,
  use: (session: CardSession, reader: ReaderWithCard) => Promise<T>,
): Promise<T> {
  const driver = await openDriver(context, options);
  try {
    const reader = await chooseReader(driver, options);
    const pin = await context.secret('pin', pinFile(context, options));
    const session = await driver.open(reader.id, pin, { allowLastTry: options['allow-last-try'] === true });
    try {
      return await use(session, reader);
    } finally {
      await session.close();
    }
  } finally {
    await driver.close();
  }
}

/** Where `--pin-file` says that the PIN is. */
export function pinFile(context: Context, options: OptionValues): { readonly file?: string } {
  const file = text(options['pin-file']);
  return file === undefined ? {} : { file: resolve(context.cwd, file) };
}

async function openSoft(context: Context, options: OptionValues): Promise<CardDriver> {
  const { createSoftDriver, openSoftStore } = await import('@kcc/xca-card/soft');
  const store = openSoftStore(softStoreFolder(context, options), { now: context.now });
  return createSoftDriver({ store });
}

async function openPkcs11(options: OptionValues): Promise<CardDriver> {
  const { createPkcs11Driver } = await import('@kcc/xca-card/pkcs11');
  const module = text(options.module);
  const slot = text(options.slot);
  if (slot !== undefined && !/^\d{1,15}$/.test(slot)) {
    throw new CliError('USAGE', 'usage', `--slot 須為數字：${slot}`, { slot });
  }
  return createPkcs11Driver({
    ...(module === undefined ? {} : { module }),
    ...(slot === undefined ? {} : { slot: Number(slot) }),
  });
}

async function openHipki(options: OptionValues): Promise<CardDriver> {
  const { createHipkiDriver } = await import('@kcc/xca-card/hipki');
  const url = text(options.url);
  return createHipkiDriver(url === undefined ? {} : { url });
}

function dataFolder(env: Context['env']): string {
  if (process.platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share');
}

function text(value: OptionValues[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
