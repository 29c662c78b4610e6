import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scanDropFolder } from '../../../src/transport/folder/drop-scan.ts';
import { serveDropFolder } from '../../../src/transport/folder/drop-watch.ts';
import { openNetwork } from '../../fixture/network.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kcc-drop-'));
});

afterEach(() => rm(folder, { recursive: true }));

const roster = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE 交換表單 SYSTEM "104_roster_utf8.dtd">
<交換表單><全銜>乙機關</全銜><機關代碼>B</機關代碼></交換表單>
`;

function letter(classification = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE 函 SYSTEM "104_2_utf8.dtd" [
<!ENTITY 表單 SYSTEM "D1.sw" NDATA DI>
<!ENTITY ATTCH1 SYSTEM "plan.pdf" NDATA _X>
<!NOTATION DI SYSTEM ""><!NOTATION _X SYSTEM "">
]>
<函><發文機關><全銜>甲機關</全銜><機關代碼>A</機關代碼></發文機關><函類別 代碼="函"/><地址>嘉禾市</地址><聯絡方式>承辦</聯絡方式>
<受文者><交換表 交換表單="表單">如正本</交換表></受文者><發文日期><年月日>中華民國115年11月23日</年月日></發文日期>
<發文字號><字>府範字</字><文號><年度>115</年度><流水號>0001234</流水號></文號></發文字號><速別 代碼="普通件"/>${classification}
<附件><文字>如主旨</文字><附件檔名 附件名="ATTCH1"/></附件><主旨><文字>檢送計畫書1份，請查照。</文字></主旨>
<正本><全銜>乙機關</全銜></正本></函>
`;
}

/** Puts a file down as if it had lain there for a minute. */
async function drop(path: string, text: string, ageMs = 60_000): Promise<void> {
  const target = join(folder, path);
  await mkdir(join(target, '..'), { recursive: true });
  await writeFile(target, text);
  const then = new Date(Date.now() - ageMs);
  await utimes(target, then, then);
}

describe('a drop folder', () => {
  it('gives a letter only when every file it names is there, whatever the letter case', async () => {
    await drop('D1.di', letter());
    expect(await scanDropFolder(folder)).toMatchObject({
      ready: [],
      waiting: [{ reason: 'missing', file: 'D1.sw' }],
    });
    await drop('Attch/d1.SW', roster);
    expect(await scanDropFolder(folder)).toMatchObject({
      waiting: [{ reason: 'missing', file: 'plan.pdf' }],
    });
    await drop('Attch/Plan.PDF', 'pdf');
    expect(await scanDropFolder(folder)).toEqual({
      ready: [{ main: 'D1.di', files: ['D1.di', 'Attch/d1.SW', 'Attch/Plan.PDF'], roster: 'd1.SW' }],
      waiting: [],
    });
  });

  it('waits for a file that changed a moment ago', async () => {
    await drop('D1.di', letter());
    await drop('D1.sw', roster);
    await drop('plan.pdf', 'half of it', 100);
    expect(await scanDropFolder(folder)).toMatchObject({
      ready: [],
      waiting: [{ reason: 'changing', file: 'plan.pdf' }],
    });
  });

  it('waits for a letter that is not readable yet, and does not see files with a leading dot', async () => {
    await drop('D1.di', '<函>');
    await drop('.D2.di', letter());
    expect(await scanDropFolder(folder)).toEqual({
      ready: [],
      waiting: [{ main: 'D1.di', reason: 'unreadable', file: 'D1.di' }],
    });
  });

  it('sends out of SND, moves to SENT, and puts what arrived into RCV of the other side', async () => {
    const network = await openNetwork({ A: '甲機關', B: '乙機關' });
    try {
      await drop('a/SND/D1.di', letter());
      await drop('a/SND/Attch/D1.sw', roster);
      await drop('a/SND/Attch/plan.pdf', 'pdf');
      const [a, b] = [network.node('A').engine, network.node('B').engine];
      const report = await serveDropFolder(a, join(folder, 'a'));
      expect(report).toMatchObject({ received: [], waiting: [], refused: [] });
      const [id = ''] = report.sent;
      expect((await a.status(id))?.subject).toBe('檢送計畫書1份，請查照。');
      expect((await readdir(join(folder, 'a/SENT', id))).sort()).toEqual(['D1.di', 'D1.sw', 'plan.pdf']);
      await a.runOnce();
      await b.runOnce();
      expect((await serveDropFolder(b, join(folder, 'b'))).received).toEqual([id]);
      const target = join(folder, 'b/RCV', `A-${id}`);
      expect((await readdir(target)).sort()).toEqual(['D1.di', 'D1.sw', 'plan.pdf', 'received.json']);
      expect(await readFile(join(target, 'D1.di'), 'utf8')).toBe(letter());
      expect((await b.inbox())[0]?.state).toBe('HANDED_OVER');
      expect((await serveDropFolder(b, join(folder, 'b'))).received).toEqual([]);
    } finally {
      await network.close();
    }
  });

  it('sends a set once although it is dropped twice, and puts a classified one aside', async () => {
    const network = await openNetwork({ A: '甲機關', B: '乙機關' });
    try {
      const { engine } = network.node('A');
      const ids: string[] = [];
      for (let round = 0; round < 2; round += 1) {
        await drop('SND/D1.di', letter());
        await drop('SND/D1.sw', roster);
        await drop('SND/plan.pdf', 'pdf');
        ids.push(...(await serveDropFolder(engine, folder)).sent);
      }
      expect(new Set(ids).size).toBe(1);
      expect(await engine.list()).toHaveLength(1);
      await drop(
        'SND/D1.di',
        letter('<密等及解密條件或保密期限><密等 代碼="密"/><解密條件或保密期限/></密等及解密條件或保密期限>'),
      );
      await drop('SND/D1.sw', roster);
      await drop('SND/plan.pdf', 'pdf');
      expect(await serveDropFolder(engine, folder)).toMatchObject({
        sent: [],
        refused: [{ code: 'CLASSIFIED_REFUSED' }],
      });
      expect(await readdir(join(folder, 'SND'))).toEqual([]);
    } finally {
      await network.close();
    }
  });
});
