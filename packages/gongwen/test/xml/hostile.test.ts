import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { type DocumentReading, readDocument } from '../../src/grammar/read-document.ts';
import { hostileDocuments } from '../support/hostile-documents.ts';
import { bytesOf, codes, letter, letterText } from '../support/letters.ts';
import { mutate } from '../support/mutate.ts';
import { Random } from '../support/random.ts';

const PROOF = process.env.KCC_PROOF === '1';

/** Milliseconds of processor time this process has used; a busy machine must not make the test fail. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Reads and measures: nothing may take longer than a second. */
function read(bytes: Uint8Array): DocumentReading {
  const started = cpuTime();
  const reading = readDocument(bytes);
  expect(cpuTime() - started).toBeLessThan(1000);
  return reading;
}

const inLetter = (body: string, subset = '') =>
  bytesOf(`<!DOCTYPE 函 SYSTEM "104_2_utf8.dtd" [${subset}]><函>${body}</函>`);

describe('hostile documents', () => {
  it('take no more than a second of processor time and 256 MB each', () => {
    const script = fileURLToPath(new URL('../support/read-hostile.ts', import.meta.url));
    // Compiled, as users run it: a loader would take memory of its own.
    const { outputFiles } = buildSync({
      entryPoints: [script],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'esm',
      conditions: ['@kcc/source'],
    });
    const input = outputFiles[0]?.text ?? '';
    // Memory only grows with the documents of a process: a large one has a process of its own, the small ones share one.
    const sizes = Object.entries(hostileDocuments()).map(([name, make]) => [name, make().length] as const);
    const isLarge = (size: number) => size > 200_000;
    const large = sizes.filter(([, size]) => isLarge(size)).map(([name]) => [name]);
    const small = sizes.filter(([, size]) => !isLarge(size)).map(([name]) => name);
    for (const names of [small, ...large]) {
      const args = ['--input-type=module', '-', ...names];
      const { stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
      expect(stderr).toBe('');
      const { times, peakRssMb } = JSON.parse(stdout) as { times: Record<string, number>; peakRssMb: number };
      expect(Object.keys(times).sort()).toEqual([...names].sort());
      for (const [name, milliseconds] of Object.entries(times)) expect(milliseconds, name).toBeLessThan(1000);
      expect(peakRssMb, names.join()).toBeLessThan(256);
    }
  });

  it('never open an external entity', () => {
    const reading = read(inLetter('&x;', '<!ENTITY x SYSTEM "file:///etc/passwd">'));
    expect(reading).toMatchObject({ wellFormed: true, valid: false });
    expect(codes(reading.issues)).toContain('XML_ENTITY_EXTERNAL');
    const attribute = read(inLetter('<段落 段名="&x;"/>', '<!ENTITY x SYSTEM "file:///etc/passwd">'));
    expect(codes(attribute.issues)).toEqual(['XML_ENTITY_EXTERNAL']);
    const parameter = read(inLetter('', '<!ENTITY % x SYSTEM "http://example.invalid/x">%x;'));
    expect(parameter.wellFormed).toBe(true);
  });

  it('cannot blow up by entities: billion laughs, quadratic, endless, nested', () => {
    const laughs = Array.from(
      { length: 12 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('');
    const quadratic = `<!ENTITY q "${'a'.repeat(50_000)}">`;
    const chain = Array.from({ length: 9000 }, (_, at) => `<!ENTITY c${at + 1} "&c${at};">`).join('');
    const parameters = Array.from(
      { length: 12 },
      (_, at) => `<!ENTITY % p${at + 1} "${`&#37;p${at};`.repeat(10)}">`,
    ).join('');
    const attacks = [
      inLetter('&l12;', `<!ENTITY l0 "ha">${laughs}`),
      inLetter('&m;', '<!ENTITY m "<a>&n;</a>"><!ENTITY n "<b>&m;</b>">'),
      inLetter('&q;'.repeat(20_000), quadratic),
      inLetter(`<段落 段名="${'&q;'.repeat(20_000)}"/>`, quadratic),
      inLetter('&c9000;', `<!ENTITY c0 "x">${chain}`),
      inLetter('', `<!ENTITY % p0 "">${parameters}%p12;`),
    ];
    for (const attack of attacks) {
      const { processed, issues } = read(attack);
      expect(processed).toBe(false);
      expect(['XML_LIMIT', 'XML_ENTITY_RECURSIVE']).toContain(issues.at(-1)?.code);
    }
  });

  it('of 5,000 levels are refused by name of the limit, or read where the limit is higher', () => {
    const bytes = bytesOf(
      `<!DOCTYPE 函 SYSTEM "104_2_utf8.dtd">${'<條列>'.repeat(5000)}${'</條列>'.repeat(5000)}`,
    );
    expect(read(bytes).issues.at(-1)?.params).toMatchObject({ limit: 'depth', maximum: 256 });
    const deep = readDocument(bytes, { limits: { depth: 6000 } });
    expect(deep.wellFormed).toBe(true);
  });

  it('with a 3 MB attribute, 200,000 siblings or a 3 MB name are answered in time', () => {
    expect(read(inLetter(`<段落 段名="${'字'.repeat(1_000_000)}"/>`)).wellFormed).toBe(true);
    const siblings = read(inLetter('<署名/>'.repeat(200_000)));
    expect(siblings).toMatchObject({ wellFormed: true, valid: false });
    expect(siblings.issues.length).toBeLessThanOrEqual(201);
    expect(read(inLetter('<全銜/><正本/>'.repeat(100_000))).wellFormed).toBe(true);
    expect(read(inLetter(`<${'名'.repeat(1_000_000)}/>`)).valid).toBe(false);
    expect(
      read(inLetter(`<a ${Array.from({ length: 300 }, (_, at) => `b${at}=""`).join(' ')}/>`)).processed,
    ).toBe(false);
  });

  it.each([
    ['NUL', '<函>\u0000</函>', 'XML_CHARACTER'],
    ['a control character', '<函>\u0008</函>', 'XML_CHARACTER'],
    ['U+FFFF', '<函>\uffff</函>', 'XML_CHARACTER'],
    ['a reference to a surrogate', '<函>&#xD800;</函>', 'XML_REFERENCE_CHARACTER'],
    ['a reference beyond Unicode', '<函>&#x110000;</函>', 'XML_REFERENCE_CHARACTER'],
    ['a reference of a million digits', `<函>&#${'9'.repeat(1_000_000)};</函>`, 'XML_REFERENCE_CHARACTER'],
    ['UTF-7', '<?xml version="1.0" encoding="UTF-7"?>+ADw-函+AD4-', 'XML_ENCODING_UNSUPPORTED'],
    ['a comment without end', `<函><!--${'-'.repeat(1_000_000)}`, 'XML_COMMENT'],
    ['a DOCTYPE without end', `<!DOCTYPE 函 [${' '.repeat(1_000_000)}`, 'XML_UNEXPECTED_END'],
    ['a model of brackets', `<!DOCTYPE 函 [<!ELEMENT 函 ${'('.repeat(100_000)}>]><函/>`, 'XML_EXPECTED'],
  ])('with %s are refused', (_name, text, code) => {
    const reading = read(new TextEncoder().encode(text));
    expect(reading.wellFormed).toBe(false);
    expect(codes(reading.issues)).toContain(code);
  });

  it('with lone surrogates in UTF-16, half characters or garbage are refused', () => {
    const utf16 = (units: readonly number[]) =>
      Uint8Array.from([0xff, 0xfe, ...units.flatMap((unit) => [unit & 0xff, unit >> 8])]);
    const lone = [...'<a>'].map((char) => char.charCodeAt(0)).concat(0xd800, 0x3c, 0x2f, 0x61, 0x3e);
    expect(read(utf16(lone)).wellFormed).toBe(false);
    for (const bytes of [
      [0xff, 0xfe, 0x3c],
      [0x1f, 0x8b, 0x08],
      [0x00],
      [0xef, 0xbb, 0xbf],
      [0x50, 0x4b, 0x03, 0x04],
    ]) {
      expect(read(Uint8Array.from(bytes)).wellFormed).toBe(false);
    }
  });

  it('cut at every byte are refused, and never crash', () => {
    const big5 = bytesOf(
      letterText({ declaration: '<?xml version="1.0" encoding="Big5"?>', dtd: '104_2_big5.dtd' }),
      'big5',
    );
    const roster = bytesOf(
      '<!DOCTYPE 交換表單 SYSTEM "104_roster_utf8.dtd"><交換表單><全銜>甲</全銜><機關代碼>Z</機關代碼></交換表單>',
    );
    for (const bytes of [letter(), big5, roster]) {
      const whole = bytes.lastIndexOf(0x3e) + 1;
      for (let length = 0; length < whole; length += 1) {
        expect(readDocument(bytes.subarray(0, length)).wellFormed, `cut at ${length}`).toBe(false);
      }
    }
  });

  it(
    `changed at random never crash nor hang (${PROOF ? '100,000' : '3,000'} mutants)`,
    () => {
      const text = letterText();
      for (let seed = 0; seed < (PROOF ? 100_000 : 3000); seed += 1) {
        const random = new Random(seed);
        const mutant = new TextEncoder().encode(mutate(text, random));
        if (seed % 3 === 0) mutant[random.below(mutant.length)] = random.below(256);
        const started = cpuTime();
        readDocument(mutant);
        if (cpuTime() - started > 1000) throw new Error(`seed ${seed} took over a second`);
      }
    },
    PROOF ? 3600_000 : 60_000,
  );
});
