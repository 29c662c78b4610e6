import { afterEach, describe, expect, it } from 'vitest';
import { verifyEvidence } from '../../src/evidence/verify-evidence.ts';
import { letterTo } from '../fixture/letters.ts';
import { openNetwork } from '../fixture/network.ts';

const LETTERS = 12;
let close: () => Promise<void> = async () => undefined;

afterEach(() => close());

describe('an engine that signs what waits together', () => {
  it('confirms every letter, and each proves itself alone', async () => {
    const network = await openNetwork({ A: '甲機關', B: '乙機關' }, { signTogether: true });
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
});
