import { closeSync, openSync, readSync } from 'node:fs';
import { cpus } from 'node:os';
import type { CardDriver } from '../card/card.ts';
import { createHipkiDriver, type HipkiDriverOptions } from '../drivers/hipki/index.ts';
import { createPkcs11Driver, findModule, type Pkcs11DriverOptions } from '../drivers/pkcs11/index.ts';
import { CardError, isCardError } from '../errors/index.ts';
import { isVirtualReader } from '../profiles/virtual-readers.ts';
import { binaryArchitectures } from './binary-architecture.ts';
import type { Architecture, DoctorFacts, ModuleFacts, ReaderFacts, ServiceFacts } from './facts.ts';
import { listUsbReaders } from './usb-readers.ts';

export interface GatherOptions {
  /** False does not look for a PKCS#11 module. */
  readonly pkcs11?: Pkcs11DriverOptions | false;
  /** False does not ask the local service. */
  readonly hipki?: HipkiDriverOptions | false;
  /** Another driver whose readers are looked at too, such as the simulated card. */
  readonly driver?: CardDriver;
  readonly now?: () => Date;
  /** A reference clock, such as the `Date` header of a web server. Default: none, nothing is asked on the network. */
  readonly reference?: () => Promise<Date>;
}

/** Looks at this machine without a PIN; a failure becomes a fact and never an exception. */
export async function gatherFacts(options: GatherOptions = {}): Promise<DoctorFacts> {
  const now = (options.now ?? (() => new Date()))();
  const pkcs11 = options.pkcs11 === false ? undefined : await lookAtModule(options.pkcs11 ?? {});
  const service = options.hipki === false ? undefined : await lookAtService(options.hipki ?? {});
  const own = options.driver === undefined ? undefined : await readersOf(options.driver);
  const readers = [own, pkcs11?.readers, service?.readers].find(
    (list) => list !== undefined && list.length > 0,
  );
  const usbReaders = listUsbReaders();
  const clockAhead = await lookAtClock(options, now);
  return {
    platform: process.platform,
    architecture: asArchitecture(process.arch),
    translated: isTranslated(),
    ...(pkcs11 === undefined ? {} : { module: pkcs11.module }),
    ...(service === undefined ? {} : { service: service.service }),
    readers: readers ?? [],
    ...(usbReaders === undefined ? {} : { usbReaders }),
    now,
    ...(clockAhead === undefined ? {} : { clockAhead }),
  };
}

async function lookAtModule(
  options: Pkcs11DriverOptions,
): Promise<{ module: ModuleFacts; readers?: ReaderFacts[] }> {
  const searched: string[] = [];
  try {
    const { path, from, product } = findModule(options.module);
    const module = {
      path,
      from,
      searched,
      architectures: architecturesOf(path),
      ...(product === undefined ? {} : { product }),
    };
    const driver = createPkcs11Driver({ ...options, virtualReaders: true });
    try {
      const { library } = await driver.moduleInfo();
      return { module: { ...module, library }, readers: await readersOf(driver) };
    } catch (error) {
      return { module: { ...module, error: codeOf(error) } };
    } finally {
      await driver.close();
    }
  } catch (error) {
    const list = error instanceof CardError ? error.details.searched : [];
    return { module: { searched: Array.isArray(list) ? list : [], architectures: [], error: codeOf(error) } };
  }
}

async function lookAtService(
  options: HipkiDriverOptions,
): Promise<{ service: ServiceFacts; readers?: ReaderFacts[] }> {
  const driver = createHipkiDriver(options);
  const url = options.transport?.url ?? options.url ?? 'http://localhost:61161';
  try {
    const { version, readers } = await driver.environment();
    const unknownCards = new Set(readers.filter(({ unknownCard }) => unknownCard).map(({ name }) => name));
    const seen = await readersOf(driver);
    return {
      service: { url, version },
      readers: seen.map((reader) => ({ ...reader, unknownCard: unknownCards.has(reader.name) })),
    };
  } catch (error) {
    return { service: { url, error: codeOf(error) } };
  } finally {
    await driver.close();
  }
}

async function readersOf(driver: CardDriver): Promise<ReaderFacts[]> {
  const readers = await driver.readers();
  return readers.map(({ name, card }) => ({
    name,
    virtual: isVirtualReader(name),
    ...(card === undefined ? {} : { card }),
  }));
}

async function lookAtClock({ reference }: GatherOptions, now: Date): Promise<number | undefined> {
  try {
    const right = await reference?.();
    return right === undefined ? undefined : (now.getTime() - right.getTime()) / 1000;
  } catch {
    return undefined;
  }
}

function architecturesOf(path: string): readonly Architecture[] {
  try {
    const head = Buffer.alloc(4096);
    const file = openSync(path, 'r');
    try {
      return binaryArchitectures(head.subarray(0, readSync(file, head)));
    } finally {
      closeSync(file);
    }
  } catch {
    return [];
  }
}

/** An x64 Node on an Apple chip: it runs, but needs an x64 module. */
function isTranslated(): boolean {
  return (
    process.platform === 'darwin' &&
    process.arch === 'x64' &&
    cpus().some(({ model }) => model.includes('Apple'))
  );
}

function asArchitecture(arch: string): Architecture {
  return arch === 'x64' || arch === 'arm64' || arch === 'ia32' ? arch : 'other';
}

function codeOf(error: unknown): string {
  return isCardError(error) ? error.code : 'UNKNOWN';
}
