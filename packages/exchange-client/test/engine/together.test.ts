import { afterEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/create-engine.ts';
import { verifyEvidence } from '../../src/evidence/verify-evidence.ts';
import { createLoopback } from '../../src/transport/loopback.ts';
import { letterTo } from '../fixture/letters.ts';
import { openNetwork } from '../fixture/network.ts';

const LETTERS = 12;
let close: () => Promise<void> = async () => undefined;

afterEach(() => close());

describe('an engine that signs what waits together and lets letters share a key', () => {
  it('confirms every letter, and each proves itself alone', async () => {
    const network = await openNetwork(
      { A: '甲機關', B: '乙機關' },
      { signTogether: true, wrapTogether: true },
    );
    close = network.close;
    const { engine } = network.node('A');
    const ids = Array.from({ length: LETTERS }, (_, index) => `letter-${index}`);
    await Promise.all(ids.map((id) => engine.send(letterTo(id, ['B']))));
    await engine.runOnce();
    expect(await network.node('B').engine.runOnce()).toMatchObject({ registered: LETTERS, problems: [] });
    expect(await engine.runOnce()).toMatchObject({ confirmed: LETTERS, refusedNotices: 0, problems: [] });
    for (const id of ids) {
      const evidence = await engine.exportEvidence(id);
      expect(await verifyEvidence(evidence)).toMatchObject({ valid: true });
      expect(new TextDecoder().decode(evidence)).toContain('"kind": "notice"');
    }
  });

  it('is understood by an engine that does neither', async () => {
    const network = await openNetwork({ A: '甲機關', B: '乙機關' });
    close = network.close;
    const { store, office } = network.node('A');
    const engine = createEngine({
      office,
      store,
      transport: createLoopback({ service: network.centre, office: 'A' }),
      directory: network.centre.directory,
      signer: office.signer,
      decrypter: office.decrypter,
      signTogether: true,
      wrapTogether: true,
      clock: network.clock.now,
    });
    await engine.send(letterTo('letter', ['B']));
    await engine.runOnce();
    expect(await network.node('B').engine.runOnce()).toMatchObject({ registered: 1, problems: [] });
    expect(await engine.runOnce()).toMatchObject({ confirmed: 1 });
  });

  it('gives two workers different work', async () => {
    const network = await openNetwork({ A: '甲機關', B: '乙機關' });
    close = network.close;
    const { engine } = network.node('A');
    const ids = Array.from({ length: LETTERS }, (_, index) => `letter-${index}`);
    await Promise.all(ids.map((id) => engine.send(letterTo(id, ['B']))));
    await engine.runOnce();
    const receiver = network.node('B').engine;
    const reports = await Promise.all([receiver.runOnce(), receiver.runOnce()]);
    expect(reports.map(({ registered }) => registered)).toEqual([LETTERS, 0]);
    expect(reports.map(({ duplicates }) => duplicates)).toEqual([0, 0]);
  });
});
