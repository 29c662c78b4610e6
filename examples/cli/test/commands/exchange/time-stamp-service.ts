import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const CONFIGURATION = `
[tsa]
serial = ./serial
signer_cert = ./tsa.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;

/** A time-stamp service (RFC 3161) on loopback that OpenSSL plays; `certificate` is its DER file. */
export async function serveTimeStamps(folder: string) {
  mkdirSync(folder);
  const openssl = (...words: readonly string[]) =>
    execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  writeFileSync(join(folder, 'tsa.cnf'), CONFIGURATION);
  writeFileSync(join(folder, 'serial'), '01\n');
  const usage = ['extendedKeyUsage=critical,timeStamping', 'keyUsage=digitalSignature'];
  const extensions = usage.flatMap((text) => ['-addext', text]);
  const files = ['-keyout', 'tsa.key', '-out', 'tsa.pem'];
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '9',
    '-subj',
    '/CN=TSA',
    ...extensions,
    ...files,
  );
  openssl('x509', '-in', 'tsa.pem', '-outform', 'DER', '-out', 'tsa.der');
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    writeFileSync(join(folder, 'query'), Buffer.concat(chunks));
    openssl('ts', '-reply', '-config', 'tsa.cnf', '-section', 'tsa', '-queryfile', 'query', '-out', 'reply');
    response.setHeader('content-type', 'application/timestamp-reply');
    response.end(readFileSync(join(folder, 'reply')));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A server on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    certificate: join(folder, 'tsa.der'),
    close: () => server.close(),
  };
}
