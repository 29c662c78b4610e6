import { afterEach, describe, expect, it } from 'vitest';
import { verifyEvidence } from '../../src/evidence/verify-evidence.ts';
import { bytesSource, readAll } from '../../src/seal/byte-source.ts';
import { openNetwork } from '../fixture/network.ts';

type Network = Awaited<ReturnType<typeof openNetwork>>;
let network: Network | undefined;

afterEach(async () => {
  await network?.close();
  network = undefined;
});

const letter = new TextEncoder().encode(
  '<?xml version="1.0" encoding="UTF-8"?><函><主旨><文字>測試</文字></主旨></函>',
);

function request(id: string, recipients: readonly string[], subject = '檢送計畫書1份，請查照。') {
  return {
    id,
    recipients: recipients.map((code) => ({ code })),
    files: [
      { name: '1150001234.di', role: 'print' as const, content: bytesSource(letter) },
      { name: '附件.bin', role: 'other' as const, content: bytesSource(new Uint8Array(200_000).fill(7)) },
    ],
    envelope: { subject },
  };
}

async function open(): Promise<Network> {
  network = await openNetwork({ A: '甲機關', B: '乙機關', C: '丙機關' });
  return network;
}

describe('an exchange between three offices', () => {
  it('goes from queued over accepted and delivered to confirmed, recipient by recipient', async () => {
    const { node } = await open();
    const sender = node('A').engine;
    const states = async () => (await sender.status('letter-1'))?.deliveries.map((item) => item.state);

    const { created } = await sender.send(request('letter-1', ['B', 'C']));
    expect(created).toBe(true);
    expect(await states()).toEqual(['QUEUED', 'QUEUED']);

    await sender.runOnce();
    expect(await states()).toEqual(['ACCEPTED_BY_CENTRE', 'ACCEPTED_BY_CENTRE']);

    expect(await node('B').engine.runOnce()).toMatchObject({ registered: 1, noticesSent: 1, problems: [] });
    await sender.runOnce();
    expect(await states()).toEqual(['CONFIRMED', 'ACCEPTED_BY_CENTRE']);

    await node('C').engine.runOnce();
    await sender.runOnce();
    expect(await states()).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(await sender.unconfirmed()).toEqual([]);

    const [entry] = await node('B').engine.inbox();
    expect(entry).toMatchObject({ dispatchId: 'letter-1', sender: 'A', state: 'REGISTERED' });
    const [first] = entry?.files ?? [];
    if (first === undefined) throw new Error('no file');
    const source = await node('B').engine.openFile(first);
    expect(await readAll(source.open())).toEqual(letter);
  });

  it('gives the same dispatch for the same id and bytes and refuses other bytes', async () => {
    const { node } = await open();
    const { engine } = node('A');
    const first = await engine.send(request('letter-1', ['B']));
    const again = await engine.send(request('letter-1', ['B']));
    expect(again.created).toBe(false);
    expect(again.dispatch).toEqual(first.dispatch);
    const other = engine.send(request('letter-1', ['B'], '另一份'));
    await expect(other).rejects.toMatchObject({ code: 'ID_REUSED' });
  });

  it('leaves evidence on both sides that verifies without a database', async () => {
    const { node } = await open();
    await node('A').engine.send(request('letter-1', ['B']));
    await node('A').engine.runOnce();
    await node('B').engine.runOnce();
    await node('A').engine.runOnce();
    for (const code of ['A', 'B']) {
      const file = await node(code).engine.exportEvidence('letter-1');
      const verdict = await verifyEvidence(file, { trusted: [node(code).office.signer.certificate] });
      expect(verdict).toMatchObject({ valid: true });
      expect(verdict.signedEvents).toBe(verdict.events);
    }
  });

  it('returns a letter with its reason and lets it go on paper', async () => {
    const { node } = await open();
    await node('A').engine.send(request('letter-1', ['B']));
    await node('A').engine.runOnce();
    await node('B').engine.runOnce();
    await node('B').engine.returnLetter({ dispatchId: 'letter-1' }, '非本機關業務');
    await node('B').engine.runOnce();
    await node('A').engine.runOnce();
    const state = async () => (await node('A').engine.status('letter-1'))?.deliveries[0];
    expect(await state()).toMatchObject({ state: 'RETURNED', reason: '非本機關業務' });
    expect(await node('A').engine.unconfirmed()).toHaveLength(1);
    expect(await node('A').engine.toPaper('letter-1', 'B')).toMatchObject({ state: 'PAPER' });
    expect(await node('A').engine.unconfirmed()).toEqual([]);
  });

  it('refuses a classified letter', async () => {
    const { node } = await open();
    const secret = new TextEncoder().encode('<函><密等 代碼="密"></密等></函>');
    const files = [{ name: 'a.di', role: 'print' as const, content: bytesSource(secret) }];
    const sent = node('A').engine.send({ ...request('letter-1', ['B']), files });
    await expect(sent).rejects.toMatchObject({ code: 'CLASSIFIED_REFUSED' });
  });
});
