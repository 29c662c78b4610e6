// From docs/guides/browser-signing.md; written by docs/build/write-docs.ts.
import { signCms } from '@kcc/xca-card/cms';
import { createHipkiDriver, createPopupTransport } from '@kcc/xca-card/hipki';

const driver = createHipkiDriver({ transport: createPopupTransport({ window }) });

document.querySelector('#read')?.addEventListener('click', async () => {
  const [reader] = await driver.readers(); // 一次點擊，一個視窗
  console.log(reader?.card?.number);
});

export async function sign(readerId: string, pin: string, document: Uint8Array): Promise<Uint8Array> {
  const session = await driver.open(readerId, pin); // 不會送出；PIN 隨第一次簽章送
  try {
    return await signCms(document, session.signer, { detached: true });
  } finally {
    await session.close();
  }
}

export { driver };
