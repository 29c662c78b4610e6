// From docs/guides/getting-started.md; written by docs/build/write-docs.ts.
import type { OfficialLetter } from '@kcc/gongwen';

const letter: OfficialLetter = {
  kind: 'letter',
  subtype: '函',
  issuers: [{ type: 'organisation', name: '高雄市議員王小明服務處', code: 'XA00100004' }],
  address: '830039高雄市鳳山區示範路1號',
  contactLines: ['承辦人：林小美', '電話：07-7470171'],
  issueDate: '2026-11-25',
  documentNumbers: [{ prefix: '高議服', year: '115', serial: '0000001' }],
  urgency: '普通件',
  attachmentText: '活動計畫書1份',
  attachments: [{ fileName: 'plan.pdf' }],
  subject: '檢送本處115年度活動計畫書1份，請查照。',
  sections: [{ name: '說明', text: '依據本處年度工作計畫辦理。', items: [] }],
  recipients: [{ type: 'organisation', name: '高雄市議會', code: '398000000A' }],
  copies: [],
  signatures: ['議員　王小明'],
};

import { lintLetter } from '@kcc/gongwen/lint';
import { writeDispatch } from '@kcc/gongwen';

const findings = lintLetter(letter, { relation: 'level' }); // 平行文
for (const { severity, path, message } of findings) console.log(severity, path, message);

const { files, issues } = writeDispatch(letter, { baseName: '1150000001' });
if (issues.some(({ severity }) => severity === 'error')) throw new Error('公文還不能送出');

import { writeFile } from 'node:fs/promises';
import { renderDocx } from '@kcc/gongwen/docx';
import { renderPdf } from '@kcc/gongwen/pdf';

const pdf = await renderPdf(letter);
await writeFile('letter.pdf', pdf.bytes);
await writeFile('letter.docx', await renderDocx(letter));
console.log(pdf.pages, pdf.missingGlyphs); // 1 [] — 每個字都有字型

import { activate, createSoftDriver, insertCard, issueSoftCard, openSoftStore } from '@kcc/xca-card/soft';
import { signCms, verifyCms } from '@kcc/xca-card/cms';

const store = openSoftStore('cards');
const openCard = async (name: string) => {
  const card = await issueSoftCard(store, { organisation: { name }, userCode: 'Demo-2468' });
  await activate(store, card.number, 'Demo-2468', '13572468'); // 開卡：用戶代碼、新 PIN
  await insertCard(store, card.number, name); // 每張卡一個讀卡機
  const driver = createSoftDriver({ store });
  const reader = (await driver.readers()).find((found) => found.name === name);
  if (!reader) throw new Error('no reader');
  return driver.open(reader.id, '13572468');
};
const office = await openCard('高雄市議員王小明服務處');
const council = await openCard('高雄市議會');

const di = files.find((file) => file.role === 'letter');
if (di?.role !== 'letter') throw new Error('no letter');
const signature = await signCms(di.bytes, office.signer, { detached: true });

const { authorities } = await store.gpki();
const trust = {
  anchors: [authorities['root-g2'].certificate],
  intermediates: [authorities.xca.certificate],
};
const { valid, grade } = await verifyCms(signature, { content: di.bytes, trust });
console.log(valid, grade); // true limited — 沒有廢止資訊，見「憑證與驗章等級」

import { bytesSource, createEngine, createLoopback } from '@kcc/exchange-client';
import { openCentre } from '@kcc/exchange-client/centre';
import { openSqliteStore } from '@kcc/exchange-client/sqlite';

const centre = await openCentre({ folder: 'centre' });
const join = async (code: string, name: string, { signer, decrypter }: typeof office) => {
  await centre.register({
    code,
    unit: '',
    name,
    signingCertificates: [signer.certificate],
    encryptionCertificates: [decrypter.certificate],
  });
  const transport = createLoopback({ service: centre, office: code });
  const offices = await openSqliteStore({ folder: code });
  const parts = { office: { code, name }, store: offices, transport, directory: centre.directory };
  return { engine: createEngine({ ...parts, signer, decrypter }), close: () => offices.close() };
};
const sender = await join('XA00100004', '高雄市議員王小明服務處', office);
const receiver = await join('398000000A', '高雄市議會', council);

await sender.engine.send({
  id: '1150000001', // 你自己的編號；重送同一份不會變兩件
  recipients: [{ code: '398000000A' }],
  files: [
    { name: '1150000001.di', role: 'print', content: bytesSource(di.bytes) },
    { name: 'plan.pdf', role: 'other', content: bytesSource(pdf.bytes) },
  ],
  envelope: { subject: letter.subject },
});
await sender.engine.runOnce(); // 送到交換中心
await receiver.engine.runOnce(); // 驗證、登錄、簽回執
await sender.engine.runOnce(); // 收回執
const status = await sender.engine.status('1150000001');
console.log(status?.deliveries.map(({ name, state }) => `${name} ${state}`)); // ['高雄市議會 CONFIRMED']

for (const { close } of [sender, receiver, centre]) await close();
for (const session of [office, council]) await session.close();
if (status?.deliveries[0]?.state !== 'CONFIRMED') throw new Error('not confirmed');

export { letter, findings, files, issues, pdf, store, openCard, office, council, di, signature, authorities, trust, valid, grade, centre, join, sender, receiver, status };
