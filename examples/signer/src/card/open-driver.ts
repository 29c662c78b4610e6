import type { CardDriver } from '@kcc/xca-card';
import type { SignerSettings } from '../settings.ts';

/** The driver that the settings name. @throws CardError `MODULE_NOT_FOUND` */
export async function openDriver({ driver, store, module, slot }: SignerSettings): Promise<CardDriver> {
  if (driver === 'pkcs11') {
    const { createPkcs11Driver } = await import('@kcc/xca-card/pkcs11');
    return createPkcs11Driver({
      ...(module === undefined ? {} : { module }),
      ...(slot === undefined ? {} : { slot }),
    });
  }
  const { createSoftDriver, openSoftStore } = await import('@kcc/xca-card/soft');
  return createSoftDriver({ store: openSoftStore(store) });
}
