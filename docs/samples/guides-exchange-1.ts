// From docs/guides/exchange.md; written by docs/build/write-docs.ts.
import { office as card, council as councilCard, di, subject } from '../build/sample-world.ts';
import { bytesSource, createEngine } from '@kcc/exchange-client';
import { openCentre, serveCentre } from '@kcc/exchange-client/centre';
import { createHttpTransport } from '@kcc/exchange-client/http';
import { openSqliteStore } from '@kcc/exchange-client/sqlite';

// 參考交換中心：開發、測試、示範用（命令列是 kcc exchange centre serve）
const centre = await openCentre({ folder: 'centre' });
const served = await serveCentre({ centre, uploads: 'centre/uploads' });

const open = async (code: string, name: string, { signer, decrypter }: typeof card) => {
  const office = { code, name };
  const transport = createHttpTransport({ url: served.url, office, signer });
  await transport.register(decrypter.certificate); // 第一次：登錄兩張憑證
  const store = await openSqliteStore({ folder: code });
  const engine = createEngine({ office, store, transport, directory: transport, signer, decrypter });
  return { engine, close: async () => (transport.close(), store.close()) };
};
const ours = await open('XA00100004', '高雄市議員王小明服務處', card);
const theirs = await open('398000000A', '高雄市議會', councilCard);

// di、subject：writeDispatch 寫出的 .di 與主旨，見「公文」
const { issues } = await ours.engine.send({
  id: '1150000002',
  recipients: [{ code: '398000000A' }],
  files: [{ name: '1150000002.di', role: 'print', content: bytesSource(di) }],
  envelope: { subject },
  operator: '林小美', // 誰按的，進存證
});
console.log(issues.map(({ code }) => code)); // ['EXPIRY_DEFAULTED']

await ours.engine.runOnce();
await theirs.engine.runOnce();
await ours.engine.runOnce();

// 收文
const [arrived] = await theirs.engine.inbox();
console.log(arrived?.subject, arrived?.state); // 檢送資料，請查照。 REGISTERED
if (arrived) await theirs.engine.handOver({ dispatchId: arrived.dispatchId, sender: arrived.sender });

// 次日清單：還沒確認的（作業辦法 §7(6)）
console.log((await ours.engine.unconfirmed()).length); // 0

for (const { close } of [ours, theirs, served, centre]) await close();

export { centre, served, open, ours, theirs, issues, arrived };
