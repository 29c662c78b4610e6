import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceFile } from '../../src/evidence/evidence-file.ts';
import { buildMerkleTree, rootOf } from '../../src/evidence/merkle.ts';
import { verifyEvidence } from '../../src/evidence/verify-evidence.ts';
import { bytesSource } from '../../src/seal/byte-source.ts';
import { openNetwork } from '../fixture/network.ts';

let file: EvidenceFile;
let trusted: readonly Uint8Array[];
let close: () => Promise<void>;

beforeAll(async () => {
  const network = await openNetwork({ A: '甲機關', B: '乙機關' });
  close = network.close;
  const { engine, office } = network.node('A');
  await engine.send({
    id: 'letter-1',
    recipients: [{ code: 'B' }],
    files: [{ name: 'a.bin', role: 'other', content: bytesSource(Uint8Array.of(1, 2, 3)) }],
    envelope: { subject: '主旨' },
  });
  await engine.runOnce();
  await network.node('B').engine.runOnce();
  await engine.runOnce();
  trusted = [office.signer.certificate];
  file = JSON.parse(new TextDecoder().decode(await engine.exportEvidence('letter-1'))) as EvidenceFile;
});

afterAll(() => close());

const verdict = (changed: unknown) =>
  verifyEvidence(new TextEncoder().encode(JSON.stringify(changed)), { trusted });
const events = (change: (list: EvidenceFile['events'][number][]) => unknown): EvidenceFile => {
  const list = [...file.events];
  change(list);
  return { ...file, events: list };
};

describe('an evidence file', () => {
  it('verifies as it was exported, every event signed', async () => {
    const found = await verdict(file);
    expect(found).toMatchObject({
      valid: true,
      events: file.events.length,
      signedEvents: file.events.length,
    });
    expect(file.events.length).toBeGreaterThan(3);
    expect(file.pieces.map(({ kind }) => kind).sort()).toEqual(['notice', 'package-statement']);
  });

  it('names the event whose content, type, time or number was changed', async () => {
    for (const index of file.events.keys()) {
      for (const change of [
        { body: '{"x":1}' },
        { type: 'other' },
        { at: '2020-01-01T00:00:00.000Z' },
        { n: 99 },
        { hash: '0'.repeat(64) },
      ]) {
        const changed = events((list) =>
          list.splice(index, 1, { ...(list[index] ?? file.events[0]), ...change } as never),
        );
        const found = await verdict(changed);
        expect([index, found.valid, found.brokenAt?.startsWith(`events[${index}]`)]).toEqual([
          index,
          false,
          true,
        ]);
      }
    }
  });

  it('names the place where an event was dropped', async () => {
    for (const index of file.events.keys()) {
      const found = await verdict(events((list) => list.splice(index, 1)));
      expect([index, found.valid, found.brokenAt?.startsWith(`events[${index}]`)]).toEqual([
        index,
        false,
        true,
      ]);
    }
  });

  it('names the place where events were swapped or one was put in twice', async () => {
    expect(await verdict(events((list) => list.reverse()))).toMatchObject({
      valid: false,
      brokenAt: 'events[0].n',
    });
    const twice = await verdict(events((list) => list.splice(1, 0, ...list.slice(0, 1))));
    expect(twice).toMatchObject({ valid: false, brokenAt: 'events[1].n' });
  });

  it('names the batch that was changed, re-signed or made by another', async () => {
    const [batch] = file.batches;
    if (batch === undefined) throw new Error('no batch');
    const withBatch = (change: object) =>
      verdict({ ...file, batches: [{ ...batch, ...change }, ...file.batches.slice(1)] });
    const flipped = Buffer.from(batch.signature, 'base64');
    flipped[10] = (flipped[10] ?? 0) ^ 1;
    expect(await withBatch({ signature: flipped.toString('base64') })).toMatchObject({
      brokenAt: 'batches[0].signature',
    });
    expect(await withBatch({ leaf: { ...batch.leaf, count: 1 } })).toMatchObject({
      brokenAt: 'batches[0].leaf',
    });
    expect(await withBatch({ certificate: '' })).toMatchObject({ brokenAt: 'batches[0].certificate' });
    const stranger = await verifyEvidence(new TextEncoder().encode(JSON.stringify(file)), { trusted: [] });
    expect(stranger).toMatchObject({ valid: false, brokenAt: 'batches[0].certificate' });
  });

  it('names the receipt or statement that was changed or taken out', async () => {
    for (const index of file.pieces.keys()) {
      const pieces = file.pieces.map((piece, place) => {
        const bytes = Buffer.from(piece.bytes, 'base64');
        bytes[200] = (bytes[200] ?? 0) ^ 1;
        return place === index ? { ...piece, bytes: bytes.toString('base64') } : piece;
      });
      expect(await verdict({ ...file, pieces })).toMatchObject({
        valid: false,
        brokenAt: `pieces[${index}]`,
      });
    }
    expect(await verdict({ ...file, pieces: [] })).toMatchObject({ valid: false, brokenAt: 'pieces' });
  });

  it('is no evidence file when it is anything else', async () => {
    for (const text of ['', '{}', 'null', '{"format":"x"}', '[]']) {
      await expect(verifyEvidence(new TextEncoder().encode(text))).rejects.toMatchObject({
        code: 'EVIDENCE_MALFORMED',
      });
    }
  });
});

describe('a Merkle tree', () => {
  it('leads every leaf to the same root, for any number of leaves', () => {
    for (let count = 1; count <= 33; count += 1) {
      const leaves = Array.from({ length: count }, (_, index) => ({
        stream: `s${index}`,
        count: 1,
        hash: `${index}`,
      }));
      const tree = buildMerkleTree(leaves);
      for (const [position, leaf] of leaves.entries()) {
        expect(rootOf(leaf, position, tree.path(position))).toBe(tree.root);
        expect(rootOf({ ...leaf, count: 2 }, position, tree.path(position))).not.toBe(tree.root);
      }
    }
  });
});
