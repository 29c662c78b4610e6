import { join } from 'node:path';
import { serveCentre } from '../../src/centre/http/serve-centre.ts';
import { openCentre } from '../../src/centre/open-centre.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { bytesSource } from '../../src/seal/byte-source.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { createHttpTransport } from '../../src/transport/http/http-transport.ts';
import { loadOffice } from '../fixture/stored-office.ts';

/** A centre, or the agent of an office that sends letters and prints how far it is. */
export type AgentOptions =
  | { readonly role: 'centre'; readonly folder: string; readonly host: string; readonly port: number }
  | {
      readonly role: 'agent';
      readonly folder: string;
      readonly url: string;
      readonly code: string;
      readonly to: string;
      readonly letters: number;
    };

const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

async function runCentre({ folder, host, port }: Extract<AgentOptions, { role: 'centre' }>): Promise<void> {
  const centre = await openCentre({ folder: join(folder, 'centre') });
  const { url } = await serveCentre({ centre, uploads: join(folder, 'uploads'), host, port });
  say({ url });
}

async function runAgent({
  folder,
  url,
  code,
  to,
  letters,
}: Extract<AgentOptions, { role: 'agent' }>): Promise<void> {
  const office = loadOffice(folder, code);
  const transport = createHttpTransport({ url, office, signer: office.signer, timeoutMs: 2000 });
  await transport.register(office.decrypter.certificate);
  const store = await openSqliteStore({ folder: join(folder, code) });
  const { signer, decrypter } = office;
  const engine = createEngine({
    office,
    store,
    transport,
    directory: transport,
    signer,
    decrypter,
    retry: { firstMs: 50, factor: 1.5, longestMs: 400, jitter: 0.3 },
    breaker: { failures: 5, openMs: 200 },
    leaseMs: 3000,
    directoryMs: 3_600_000,
  });
  say({ ready: true });
  let confirmed = 0;
  let registered = 0;
  const stop = new AbortController();
  process.once('SIGTERM', () => stop.abort());
  const running = engine.run(stop.signal, {
    idleMs: 30,
    onTurn: (report) => {
      confirmed += report.confirmed;
      registered += report.registered;
      if (report.confirmed + report.registered > 0) say({ confirmed, registered });
    },
  });
  await new Promise((resolve) => process.stdin.once('data', resolve));
  for (let index = 0; index < letters; index += 1) {
    // The recipient is known from the first letter on, so sending goes on without the centre.
    await engine.send({
      id: `${code}-${index}`,
      recipients: [{ code: to }],
      files: [{ name: 'a', role: 'other', content: bytesSource(new Uint8Array(2000).fill(index)) }],
      envelope: { subject: `第 ${index} 件` },
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await running;
  const inbox = await engine.inbox({ limit: 1000 });
  const sent = await engine.list({ limit: 1000 });
  say({
    end: true,
    inbox: inbox.map(({ dispatchId, noticeSha256 }) => [dispatchId, noticeSha256]),
    sent: sent.map(({ id, deliveries }) => [id, deliveries[0]?.state, deliveries[0]?.receiptSha256]),
  });
  process.exit(0);
}

const options = JSON.parse(process.argv[2] ?? '{}') as AgentOptions;
await (options.role === 'centre' ? runCentre(options) : runAgent(options));
