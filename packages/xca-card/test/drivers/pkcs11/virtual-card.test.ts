import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPkcs11Driver, listPcscReaders, type Pkcs11Driver } from '../../../src/drivers/pkcs11/index.ts';
import { builtHost } from '../../support/built-host.ts';
import { isAlive } from '../../support/processes.ts';
import { leftOut, OPENSC_MODULE, PCSCD, VPCD } from '../../support/requirement.ts';
import { testCardFiles } from '../../support/test-keys.ts';
import { makePivCard, PIV_PIN } from '../../support/virtual-card/piv-subject.ts';
import { startVirtualCards, until, type VirtualCards } from '../../support/virtual-card/virtual-cards.ts';

const reason = leftOut(PCSCD, VPCD, OPENSC_MODULE);
const DATA = new Uint8Array(32);

describe.skipIf(reason !== undefined)(`PKCS#11 driver on virtual cards ${reason ?? ''}`, () => {
  let cards: VirtualCards;
  let driver: Pkcs11Driver;
  beforeAll(async () => {
    cards = await startVirtualCards();
    const files = testCardFiles();
    await makePivCard(cards, 'A', files);
    await makePivCard(cards, 'B', files);
    await cards.insert(0, 'A');
    await cards.insert(1, 'B');
    driver = createPkcs11Driver({ module: cards.module, env: cards.env, host: await builtHost() });
  });
  beforeEach(async () => {
    await cards.restore('A');
    await cards.restore('B');
  });
  afterAll(async () => {
    await driver.close();
    await cards.stop();
  });

  const twoReaders = async () => {
    const [a, b] = (await driver.readers()).filter(({ card }) => card !== undefined);
    if (a === undefined || b === undefined) throw new Error('two cards are wanted');
    return [a, b] as const;
  };

  it('asks pcscd for readers without touching a card', async () => {
    const before = await cards.state('A');
    const readers = await listPcscReaders(cards.env);
    expect(readers?.map(({ name, present }) => [name, present])).toEqual([
      ['Test Reader 00 00', true],
      ['Test Reader 00 01', true],
    ]);
    expect(Buffer.from(readers?.[0]?.atr ?? []).toString('hex')).toMatch(/^3b88/);
    expect(await cards.state('A')).toEqual(before);
  });

  it('sends the PIN to the chosen card of two, once', async () => {
    const [a, b] = await twoReaders();
    const before = [await cards.state('A'), await cards.state('B')];
    const session = await driver.open(b.id, PIV_PIN);
    await session.close();
    const after = [await cards.state('A'), await cards.state('B')];
    expect(after[0]?.secrets).toBe(before[0]?.secrets);
    expect(after[1]?.secrets).toBe((before[1]?.secrets ?? 0) + 1);
    expect(a.card?.number).not.toBe(b.card?.number);
  });

  it('keeps two cards open at once, each with its own login', async () => {
    const [a, b] = await twoReaders();
    const [first, second] = [await driver.open(a.id, PIV_PIN), await driver.open(b.id, PIV_PIN)];
    const before = [await cards.state('A'), await cards.state('B')];
    await Promise.all([first.signer.sign(DATA), second.signer.sign(DATA), first.signer.sign(DATA)]);
    const after = [await cards.state('A'), await cards.state('B')];
    expect((after[0]?.privateOperations ?? 0) - (before[0]?.privateOperations ?? 0)).toBe(2);
    expect((after[1]?.privateOperations ?? 0) - (before[1]?.privateOperations ?? 0)).toBe(1);
    await first.close();
    await second.signer.sign(DATA);
    await second.close();
  });

  it('checks the PIN of a second session on the same card', async () => {
    const [a] = await twoReaders();
    const first = await driver.open(a.id, PIV_PIN);
    await expect(driver.open(a.id, '999999')).rejects.toMatchObject({ code: 'PIN_INCORRECT' });
    const second = await driver.open(a.id, PIV_PIN);
    await second.signer.sign(DATA);
    await first.close();
    await second.signer.sign(DATA);
    await second.close();
  });

  it('spends one try on a wrong PIN, and none after it', async () => {
    const [a] = await twoReaders();
    const before = await cards.state('A');
    const wrong = driver.open(a.id, '111111');
    await expect(wrong).rejects.toMatchObject({ code: 'PIN_INCORRECT', details: { retriesLeft: 2 } });
    await driver.readers();
    const after = await cards.state('A');
    expect([after.secrets - before.secrets, after.pinTries]).toEqual([1, 2]);
  });

  it('gives the PIN for each use of an always-authenticate key, and stops at the first refusal', async () => {
    const [a] = await twoReaders();
    const session = await driver.open(a.id, PIV_PIN);
    const opened = await cards.state('A');
    await session.signer.sign(DATA);
    await session.signer.sign(DATA);
    const signed = await cards.state('A');
    expect(signed.secrets - opened.secrets).toBe(2);
    await cards.setPin('A', '555555');
    await expect(session.signer.sign(DATA)).rejects.toMatchObject({
      code: 'PIN_INCORRECT',
      details: { retriesLeft: 2 },
    });
    await expect(session.signer.sign(DATA)).rejects.toMatchObject({ code: 'SESSION_CLOSED' });
    expect((await cards.state('A')).pinTries).toBe(2);
    await session.close();
  });

  it('never sends the PIN to a card that took the place of the listed one', async () => {
    const [a] = await twoReaders();
    await cards.remove(0);
    await cards.remove(1);
    await cards.insert(0, 'B');
    const before = await cards.state('B');
    await expect(driver.open(a.id, PIV_PIN)).rejects.toMatchObject({ code: 'CARD_NOT_FOUND' });
    expect((await cards.state('B')).secrets).toBe(before.secrets);
    await cards.remove(0);
    await cards.insert(0, 'A');
    await cards.insert(1, 'B');
  });

  it('finds the listed card again in the other reader', async () => {
    const [a] = await twoReaders();
    await cards.remove(0);
    await cards.remove(1);
    await cards.insert(1, 'A');
    const session = await driver.open(a.id, PIV_PIN);
    expect(session.card.number).toBe(a.card?.number);
    await session.signer.sign(DATA);
    await session.close();
    await cards.remove(1);
    await cards.insert(0, 'A');
    await cards.insert(1, 'B');
  });

  it('lists the readers within two seconds though the module got stuck on a card that left', async () => {
    const [a, b] = await twoReaders();
    const { pid = 0 } = driver;
    process.kill(pid, 'SIGSTOP');
    const listing = driver.readers();
    await cards.pull(0);
    const started = performance.now();
    const numbers = (await listing).flatMap(({ card }) => (card === undefined ? [] : [card.number]));
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(numbers).toEqual([b.card?.number]);
    expect(a.card?.number).not.toBe(b.card?.number);
    expect(isAlive(pid)).toBe(false);
    await cards.remove(0);
    await cards.insert(0, 'A');
  });

  it('leaves no process when its program is killed while the module waits for a card', async () => {
    const tsx = createRequire(import.meta.url).resolve('tsx');
    const entry = fileURLToPath(new URL('../../support/driver-program.ts', import.meta.url));
    const program = fork(entry, [], {
      execArgv: ['--conditions=@kcc/source', '--import', tsx],
      env: { ...process.env, ...cards.env, TEST_MODULE: cards.module, TEST_PIN: PIV_PIN },
    });
    const { pid } = await new Promise<{ pid: number }>((resolve) => program.once('message', resolve));
    await cards.setLatency(0, 60_000);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(isAlive(pid)).toBe(true);
    program.kill('SIGKILL');
    expect(await until(() => !isAlive(pid), 5_000)).toBe(true);
    await cards.setLatency(0, 0);
    await cards.remove(0);
    await cards.insert(0, 'A');
  });
});
