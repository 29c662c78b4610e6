import type { ExchangeEngine } from '@kcc/exchange-client';
import type { HttpTransport } from '@kcc/exchange-client/http';
import type { Context, OptionValues } from '../../frame/command.ts';
import { PIN_OPTIONS, PIN_USAGE, withCardSession } from '../card/driver.ts';
import { HOME_OPTIONS, HOME_USAGE, homeFolder, type OfficeHome, openStore, readHome } from './home.ts';

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

/** The options as the card commands know them. */
export function cardOptions(options: OptionValues): OptionValues {
  const { store, url, ...rest } = options;
  return { ...rest, store: options['card-store'], url: options['card-url'] };
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
  return withCardSession(context, cardOptions(options), async ({ signer, decrypter }) => {
    const transport = await openTransport(home, signer);
    const store = await openStore(folder, options);
    try {
      const office = { code: home.code, unit: home.unit, name: home.name };
      const engine = createEngine({ office, store, transport, directory: transport, signer, decrypter });
      return await use({ engine, transport, home });
    } finally {
      await store.close();
      transport.close();
    }
  });
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
