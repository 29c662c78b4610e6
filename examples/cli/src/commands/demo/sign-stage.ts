import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CardSession } from '@kcc/xca-card';
import { writePem } from '@kcc/xca-card/certificate';
import { openSealedCms, sealCms, signCms, verifyCms } from '@kcc/xca-card/cms';
import { CliError } from '../../frame/failure.ts';
import type { DemoCards } from './apply-stage.ts';
import type { Composed } from './compose-stage.ts';
import type { Journey } from './journey.ts';
import type { ProductFile } from './record.ts';

/** The anchors of the test GPKI and the CA between, as PEM files for openssl and others. */
export async function saveTrust(journey: Journey, { store }: DemoCards): Promise<void> {
  const { authorities } = await store.gpki();
  const pem = (ders: readonly Uint8Array[]) => ders.map((der) => writePem('CERTIFICATE', der)).join('');
  const roots = [authorities['root-g1'], authorities['root-g2'], authorities['root-g3']];
  await journey.save('trust/roots.pem', '測試根憑證', pem(roots.map(({ certificate }) => certificate)));
  const between = [authorities.xca, authorities.gca];
  await journey.save(
    'trust/intermediates.pem',
    '測試中繼憑證',
    pem(between.map(({ certificate }) => certificate)),
  );
}

/** cert1 of the office signs the DI by itself (CMS), and the signature is verified up to the test root. */
export async function signLetter(
  journey: Journey,
  {
    cards,
    composed,
    office,
    council,
  }: {
    readonly cards: DemoCards;
    readonly composed: Composed;
    readonly office: CardSession;
    readonly council: CardSession;
  },
): Promise<readonly ProductFile[]> {
  const di = composed.files.find(({ role }) => role === 'letter');
  if (di === undefined) throw new TypeError('the dispatch has no letter');
  const content = new Uint8Array(await readFile(join(journey.folder, di.path)));
  const { authorities } = await cards.store.gpki();
  const trust = {
    anchors: [authorities['root-g2'].certificate],
    intermediates: [authorities.xca.certificate, authorities.gca.certificate],
  };
  const signature = await journey.step('以憑證卡 cert1 簽章（CMS，SHA-256）', () =>
    signCms(content, office.signer, { detached: true }),
  );
  await journey.step('驗章到測試根憑證', async () => {
    const { valid, issues } = await verifyCms(signature, { content, trust });
    if (!valid) throw new CliError('DEMO_SIGNATURE', 'trust', '示範簽章驗不過', { issues });
  });
  const recipients = [council.decrypter.certificate];
  const sealed = await journey.step('簽章後加密給高雄市議會的 cert2，再開封驗章', async () => {
    const message = await sealCms(content, office.signer, recipients);
    const opened = await openSealedCms(message, council.decrypter, { trust });
    if (!opened.verification.valid || Buffer.compare(opened.content, content) !== 0) {
      throw new CliError('DEMO_SEAL', 'trust', '示範密封開不回原文');
    }
    return message;
  });
  return [
    await journey.save(`${di.path}.p7s`, '簽章 CMS', signature),
    await journey.save(`${di.path}.p7m`, '密封 CMS', sealed),
  ];
}
