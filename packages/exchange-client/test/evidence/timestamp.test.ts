import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceFile } from '../../src/evidence/evidence-file.ts';
import { type VerifyEvidenceOptions, verifyEvidence } from '../../src/evidence/verify-evidence.ts';
import { letterTo } from '../fixture/letters.ts';
import { openNetwork } from '../fixture/network.ts';
import { openTimeStamper } from '../fixture/time-stamper.ts';

let stamper: ReturnType<typeof openTimeStamper>;
let file: EvidenceFile;
let close: () => Promise<void>;

beforeAll(async () => {
  stamper = openTimeStamper();
  const network = await openNetwork({ A: '甲機關', B: '乙機關' }, { timestamp: stamper.source });
  close = network.close;
  const { engine } = network.node('A');
  await engine.send(letterTo('letter-1', ['B']));
  await engine.runOnce();
  await network.node('B').engine.runOnce();
  await engine.runOnce();
  file = JSON.parse(new TextDecoder().decode(await engine.exportEvidence('letter-1'))) as EvidenceFile;
});

afterAll(async () => {
  await close();
  stamper.close();
});

const verdict = (changed: EvidenceFile, options: VerifyEvidenceOptions = {}) =>
  verifyEvidence(new TextEncoder().encode(JSON.stringify(changed)), { timestamp: stamper.check, ...options });

/** The file with another token on its last batch. */
function withToken(token: string | undefined): EvidenceFile {
  const batches = [...file.batches];
  const { timestamp, ...last } = batches.pop() ?? file.batches[0] ?? ({} as never);
  return { ...file, batches: [...batches, token === undefined ? last : { ...last, timestamp: token }] };
}

describe('time stamps of an outside authority (RFC 3161) on evidence', () => {
  it('cover every event and hold before OpenSSL', async () => {
    const found = await verdict(file, { requireTimestamps: true });
    expect(found).toMatchObject({ valid: true, stampedEvents: file.events.length });
    expect(Math.abs((found.stampedAt?.getTime() ?? 0) - Date.now())).toBeLessThan(120_000);
  });

  it('are not looked at without a checker, and the verdict says so', async () => {
    const found = await verifyEvidence(new TextEncoder().encode(JSON.stringify(file)));
    expect(found).toMatchObject({ valid: true, stampedEvents: 0 });
  });

  it('are refused when they were given for something else or were changed', async () => {
    const place = `batches[${file.batches.length - 1}].timestamp`;
    const foreign = Buffer.from(await stamper.source(Uint8Array.of(1, 2, 3))).toString('base64');
    const token = Buffer.from(file.batches.at(-1)?.timestamp ?? '', 'base64');
    token[token.length - 20] = (token[token.length - 20] ?? 0) ^ 1;
    for (const bad of [foreign, token.toString('base64')]) {
      expect(await verdict(withToken(bad))).toMatchObject({ valid: false, brokenAt: place });
    }
  });

  it('are missed when they were taken away and the verifier asks for them', async () => {
    const place = `batches[${file.batches.length - 1}].timestamp`;
    const found = await verdict(withToken(undefined), { requireTimestamps: true });
    expect(found).toMatchObject({ valid: false, brokenAt: place });
  });
});
