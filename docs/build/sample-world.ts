import { resolve } from 'node:path';
import { bytesSource, createEngine, createLoopback, type ExchangeEngine } from '@kcc/exchange-client';
import { openCentre } from '@kcc/exchange-client/centre';
import { openSqliteStore } from '@kcc/exchange-client/sqlite';
import { type OfficialLetter, writeDispatch } from '@kcc/gongwen';
import {
  activate,
  createSoftDriver,
  insertCard,
  issueSoftCard,
  openSoftStore,
  publishCrls,
} from '@kcc/xca-card/soft';

// What hidden set-ups of samples take: two offices with a simulated card each, in the folder `cards` of the page.
const store = openSoftStore(resolve('cards'));

async function openCard(name: string) {
  const card = await issueSoftCard(store, { organisation: { name }, userCode: 'Demo-2468' });
  await activate(store, card.number, 'Demo-2468', '13572468');
  await insertCard(store, card.number, name);
  const driver = createSoftDriver({ store });
  const reader = (await driver.readers()).find((found) => found.name === name);
  if (!reader) throw new Error('no reader');
  return driver.open(reader.id, '13572468');
}

/** The card of the office that signs and sends. */
export const office = await openCard('高雄市議員王小明服務處');
/** The card of the office that receives. */
export const council = await openCard('高雄市議會');

const { authorities } = await store.gpki();
export const trust = {
  anchors: [authorities['root-g2'].certificate],
  intermediates: [authorities.xca.certificate],
};
export const crls = (await publishCrls(store)).map(({ der }) => der);

const letter: OfficialLetter = {
  kind: 'letter',
  subtype: '函',
  issuers: [{ type: 'organisation', name: '高雄市議員王小明服務處', code: 'XA00100004' }],
  contactLines: [],
  documentNumbers: [],
  attachments: [],
  subject: '檢送資料，請查照。',
  sections: [],
  recipients: [{ type: 'organisation', name: '高雄市議會', code: '398000000A' }],
  copies: [],
  signatures: [],
};
export const { subject } = letter;
const [file] = writeDispatch(letter, { baseName: '1150000002' }).files;
if (!file || !('bytes' in file)) throw new Error('no letter');
/** The letter as a `.di` file. */
export const di = file.bytes;

/** An office whose letter was confirmed. */
export async function sentLetter(): Promise<{ readonly engine: ExchangeEngine; readonly id: string }> {
  const centre = await openCentre({ folder: 'sent-centre' });
  const join = async (code: string, name: string, { signer, decrypter }: typeof office) => {
    await centre.register({
      code,
      unit: '',
      name,
      signingCertificates: [signer.certificate],
      encryptionCertificates: [decrypter.certificate],
    });
    return createEngine({
      office: { code, name },
      store: await openSqliteStore({ folder: `sent-${code}` }),
      transport: createLoopback({ service: centre, office: code }),
      directory: centre.directory,
      signer,
      decrypter,
    });
  };
  const ours = await join('XA00100004', '高雄市議員王小明服務處', office);
  const theirs = await join('398000000A', '高雄市議會', council);
  const id = '1150000003';
  await ours.send({
    id,
    recipients: [{ code: '398000000A' }],
    files: [{ name: '1150000002.di', role: 'print', content: bytesSource(di) }],
    envelope: { subject },
  });
  for (const engine of [ours, theirs, ours]) await engine.runOnce();
  return { engine: ours, id };
}
