// Looks certificates up in the CRL of a folder; run by large-crl.ts, compiled.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCertificate } from '../../src/certificate/index.ts';
import { openCrlFile } from '../../src/files/index.ts';

const [folder = '', present = '', missing = ''] = process.argv.slice(2);
const serial = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
const started = performance.now();
const before = process.cpuUsage();
const crl = await openCrlFile(join(folder, 'list.crl'));
const issuer = parseCertificate(new Uint8Array(readFileSync(join(folder, 'issuer.crt'))));
const signed = await crl.isSignedBy(issuer.publicKey);
const last = await crl.find(serial(present), crl.issuer);
const absent = await crl.find(serial(missing), crl.issuer);
const ms = Math.round(performance.now() - started);
// Processor time, which other programs on the machine hardly change.
const { user, system } = process.cpuUsage(before);
const cpuMs = Math.round((user + system) / 1000);
// The peak of a process counts its parent's from before it began; the parent here is large.
const rssMb = Math.round(
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024,
);
console.log(
  JSON.stringify({ signed, found: last !== undefined, absent: absent === undefined, ms, cpuMs, rssMb }),
);
