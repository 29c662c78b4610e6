// From packages/exchange-client/README.md; written by docs/build/write-docs.ts.
import type { Decrypter, Signer } from '@kcc/exchange-client';
declare const signer: Signer;
declare const decrypter: Decrypter;
declare const ca: string;
import { createEngine, fileSource } from '@kcc/exchange-client';
import { createHttpTransport } from '@kcc/exchange-client/http';
import { openSqliteStore } from '@kcc/exchange-client/sqlite';

const office = { code: '397000000A', name: '測試機關' };
// Any object with `certificate` and `sign` is a signer, such as the session of a card from @kcc/xca-card.
const transport = createHttpTransport({ url: 'https://centre.example', office, signer, tls: { ca } });
const store = await openSqliteStore({ folder: '/var/lib/office' });
const engine = createEngine({ office, store, transport, directory: transport, signer, decrypter });

const { dispatch } = await engine.send({
  id: '1150001234', // the same id and bytes give the same dispatch; other bytes are refused
  recipients: [{ code: '397010000B' }, { code: '397020000C' }],
  files: [{ name: '1150001234.di', role: 'print', content: await fileSource('1150001234.di') }],
  envelope: { subject: '檢送計畫書1份，請查照。' },
});
await engine.runOnce(); // or engine.run(signal)

export { office, transport, store, engine, dispatch };
