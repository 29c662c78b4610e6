import type { Reader } from '@kcc/xca-card';
import { signCms } from '@kcc/xca-card/cms';
import { createHipkiDriver, createPopupTransport, type HipkiDriver } from '@kcc/xca-card/hipki';

/**
 * `detached`: a signature beside the file, with the attributes of CAdES; `attached`: the file inside, made by the
 * signing service, which shows the file before it signs.
 */
export type SignatureForm = 'detached' | 'attached';

export interface SignRequest {
  readonly reader: Reader;
  readonly pin: string;
  readonly content: Uint8Array;
  readonly form: SignatureForm;
  readonly allowLastTry: boolean;
}

/** The card behind the signing service of this computer. */
export interface CardService {
  /** Version of the service; no popup. */
  version(): Promise<string>;
  /** Opens a popup: call it in the handler of a click. */
  readers(): Promise<readonly Reader[]>;
  /** Opens a popup: call it in the handler of a click. Gives the DER of a CMS. */
  sign(request: SignRequest): Promise<Uint8Array>;
}

/** A slow computer needs some seconds to open the popup. */
const READY_MS = 10_000;
/** A person reads and consents in the popup before it answers. */
const REPLY_MS = 120_000;

export function createCardService(url: string): CardService {
  let driver: HipkiDriver | undefined;
  const open = (): HipkiDriver => {
    driver ??= createHipkiDriver({
      transport: createPopupTransport({ url, window, readyTimeout: READY_MS, replyTimeout: REPLY_MS }),
    });
    return driver;
  };
  return {
    version: async () => (await open().environment()).version,
    readers: () => open().readers(),
    async sign({ reader, pin, content, form, allowLastTry }) {
      const session = await open().open(reader.id, pin, { allowLastTry });
      try {
        if (form === 'detached') return await signCms(content, session.signer, { detached: true });
        const { signature } = await session.makeSignature(content, { type: 'PKCS7', withSigningTime: true });
        return signature;
      } finally {
        await session.close();
      }
    },
  };
}
