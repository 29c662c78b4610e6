import { resolve } from 'node:path';
import type { ExchangeEngine } from '@kcc/exchange-client';
import type { HttpTransport } from '@kcc/exchange-client/http';
import type { Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { PIN_OPTIONS, PIN_USAGE, withCardSession } from '../card/driver.ts';
import {
  type CardWay,
  HOME_OPTIONS,
  HOME_USAGE,
  homeFolder,
  type OfficeHome,
  openStore,
  readHome,
} from './home.ts';

/** The options of commands that need the card: `--card-store` is the simulated card's folder, as `--store` is ours. */
export const ENGINE_OPTIONS = {
  ...HOME_OPTIONS,
  driver: { type: 'string' },
  module: { type: 'string' },
  slot: { type: 'string' },
  reader: { type: 'string' },
  'card-url': { type: 'string' },
  'card-store': { type: 'string' },
  ...PIN_OPTIONS,
} as const;

export const ENGINE_USAGE = `${HOME_USAGE} [--driver soft|pkcs11|hipki] [--card-store DIR] [--module PATH] [--slot N] [--card-url URL] ${PIN_USAGE}`;

/** The options of commands that take turns: how often the card is asked, and who attests the time of the evidence. */
export const AGENT_OPTIONS = {
  ...ENGINE_OPTIONS,
  together: { type: 'boolean' },
  'timestamp-url': { type: 'string' },
  'timestamp-trust': { type: 'string', multiple: true },
} as const;

export const AGENT_USAGE = `[--together] [--timestamp-url URL --timestamp-trust CERT.der…] ${ENGINE_USAGE}`;

/** The options as the card commands know them: those of the command, else those that the home was made with. */
export function cardOptions(options: OptionValues, way: CardWay = {}): OptionValues {
  const { store, url, ...rest } = options;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  // The rest of the way belongs to its driver.
  const known = given.driver === undefined || given.driver === way.driver ? way : {};
  const all: OptionValues = { ...known, ...given };
  return { ...all, store: all['card-store'], url: all['card-url'] };
}

/** What the options say about the card, to be kept in the home; a PIN is never in it. */
export function cardWay(context: Context, options: OptionValues): CardWay {
  const path = (name: string) => {
    const value = options[name];
    return typeof value === 'string' ? { [name]: resolve(context.cwd, value) } : {};
  };
  const plain = (name: string) => (typeof options[name] === 'string' ? { [name]: options[name] } : {});
  return {
    ...plain('driver'),
    ...path('module'),
    ...plain('slot'),
    ...plain('reader'),
    ...plain('card-url'),
    ...path('card-store'),
  };
}

export interface EngineTools {
  readonly engine: ExchangeEngine;
  readonly transport: HttpTransport;
  readonly home: OfficeHome;
}

/** Runs `use` with an engine over the home's store, the centre, and the card. */
export async function withEngine<T>(
  context: Context,
  options: OptionValues,
  use: (tools: EngineTools) => Promise<T>,
): Promise<T> {
  const folder = homeFolder(context, options);
  const home = await readHome(folder);
  const { createEngine } = await import('@kcc/exchange-client');
  return withCardSession(context, cardOptions(options, home.card), async ({ signer, decrypter }) => {
    const transport = await openTransport(home, signer);
    const store = await openStore(folder, options);
    try {
      const office = { code: home.code, unit: home.unit, name: home.name };
      const together = options.together === true;
      const timestamp = await timestampSource(context, options);
      const engine = createEngine({
        office,
        store,
        transport,
        directory: transport,
        signer,
        decrypter,
        signTogether: together,
        wrapTogether: together,
        ...(timestamp === undefined ? {} : { timestamp }),
      });
      return await use({ engine, transport, home });
    } finally {
      await store.close();
      transport.close();
    }
  });
}

/** The RFC 3161 service of `--timestamp-url`; its tokens must lead to a given certificate. */
async function timestampSource(context: Context, options: OptionValues) {
  const { 'timestamp-url': url, 'timestamp-trust': files } = options;
  if (typeof url !== 'string') return undefined;
  if (!/^https?:\/\//.test(url)) throw new CliError('USAGE', 'usage', '--timestamp-url 須為 http(s) 位址');
  if (!Array.isArray(files))
    throw new CliError('USAGE', 'usage', '請以 --timestamp-trust CERT.der 指定可信的時戳服務憑證');
  const { createTimestampClient } = await import('@kcc/xca-card/cms');
  const anchors = await Promise.all(files.map((file) => context.readInput(file)));
  return createTimestampClient({ url, trust: { anchors } });
}

/** The HTTP way to the centre of a home. */
export async function openTransport(
  home: OfficeHome,
  signer: Parameters<typeof import('@kcc/exchange-client/http').createHttpTransport>[0]['signer'],
): Promise<HttpTransport> {
  const { createHttpTransport } = await import('@kcc/exchange-client/http');
  const { readFile } = await import('node:fs/promises');
  const { ca, fingerprint } = home;
  const tls = {
    ...(ca === undefined ? {} : { ca: await readFile(ca) }),
    ...(fingerprint === undefined ? {} : { fingerprints: [fingerprint] }),
  };
  return createHttpTransport({
    url: home.centre,
    office: { code: home.code, unit: home.unit, name: home.name },
    signer,
    tls,
  });
}
