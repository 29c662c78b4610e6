import { createRequire } from 'node:module';
import type pkcs11js from 'pkcs11js';

/**
 * The least that signing in a child process can cost: C_SignInit and C_Sign for each message, nothing else; and for
 * `loop`, that many times in a row without any message between.
 */
const { PKCS11 }: typeof pkcs11js = createRequire(import.meta.url)('pkcs11js');
const lib = new PKCS11();
lib.load(process.env.BENCH_MODULE ?? '');
lib.C_Initialize({ flags: 2 });
const slot = lib.C_GetSlotList(true)[0] ?? Buffer.alloc(8);
const session = lib.C_OpenSession(slot, 4);
lib.C_Login(session, 1, process.env.BENCH_PIN);
lib.C_FindObjectsInit(session, [
  { type: 0, value: 3 },
  { type: 0x102, value: Buffer.from('SIGN') },
]);
const key = lib.C_FindObjects(session, 1)[0] ?? Buffer.alloc(8);
lib.C_FindObjectsFinal(session);

const signOnce = (data: Uint8Array): Uint8Array => {
  lib.C_SignInit(session, { mechanism: 0x40 }, key);
  return lib.C_Sign(session, Buffer.from(data), Buffer.alloc(512));
};

process.on('message', ({ data, loop }: { data: Uint8Array; loop?: number }) => {
  if (loop === undefined) return process.send?.({ signature: signOnce(data) });
  const started = performance.now();
  for (let i = 0; i < loop; i += 1) signOnce(data);
  return process.send?.({ ms: performance.now() - started });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
