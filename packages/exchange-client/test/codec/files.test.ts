import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dtdText, findGrammar, readDocument } from '@kcc/gongwen';
import { describe, expect, it } from 'vitest';
import type { EncryptList, Envelope, ExchangeMessage } from '../../src/codec/envelope.ts';
import {
  readEncryptList,
  readEnvelope,
  readMessage,
  writeEncryptList,
  writeEnvelope,
  writeMessage,
} from '../../src/codec/files.ts';

const party = (code: string, unit = '') => ({ code, unit, name: `機關 ${code} <&>` });
const envelope: Envelope = {
  sender: party('Z10000000A'),
  receivers: [party('Z10000001B'), party('Z10000002C', 'UZ00001')],
  serviceId: 'S',
  applicationId: 'demo-1',
  subject: '檢送「計畫書」1份，請　查照。',
  expires: new Date('2026-10-31T15:59:59Z'),
  contact: '承辦人',
  print: {
    name: '1150001234.di',
    algorithm: 'sha256',
    hash: 'ab'.repeat(32),
    needsSignature: true,
    note: {
      kind: 'document',
      type: '函',
      date: '中華民國115年10月2日',
      word: '府範字第1150001234號',
      priority: '普通件',
    },
  },
  description: { name: '1150001234.sw', algorithm: 'sha256', hash: '00'.repeat(32), needsSignature: false },
  others: [{ name: '附件1.pdf', algorithm: 'sha512', hash: 'cd'.repeat(64), needsSignature: false }],
};
const list: EncryptList = {
  receivers: [
    {
      code: 'Z10000001B',
      unit: '',
      keys: [
        { authority: 'GCA', card: 'GP1', method: 'RSA', ciphertext: Uint8Array.of(1, 2, 3) },
        { authority: 'XCA', card: 'XC1', method: 'RSA', ciphertext: Uint8Array.of(4) },
      ],
    },
  ],
};
const message: ExchangeMessage = {
  sender: party('Z10000001B'),
  receivers: [party('Z10000000A')],
  exchangeId: 'E',
  processId: 'P',
  applicationId: 'demo-1',
  time: '2026-10-02 11:22:33',
  code: 'registered',
  note: '',
};

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('EN, ESW and msg files', () => {
  it('give the value back that was written', () => {
    expect(readEnvelope(writeEnvelope(envelope))).toEqual({ value: envelope, issues: [] });
    expect(readEncryptList(writeEncryptList(list))).toEqual({ value: list, issues: [] });
    expect(readMessage(writeMessage(message))).toEqual({ value: message, issues: [] });
  });

  it('are valid in the grammar of 104 by our own reader and by xmllint', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kcc-codec-'));
    try {
      for (const [root, bytes] of [
        ['g2b2c-envelope', writeEnvelope(envelope)],
        ['g2b2c-encrypt-list', writeEncryptList(list)],
        ['g2b2c-msg', writeMessage(message)],
      ] as const) {
        const reading = readDocument(bytes);
        expect([root, reading.valid, reading.root]).toEqual([root, true, root]);
        const { grammar } = findGrammar({ root, generation: '104' });
        if (grammar === undefined) throw new Error(`no grammar of ${root}`);
        const text = new TextDecoder().decode(bytes);
        const dtd = /SYSTEM "([^"]+)"/.exec(text)?.[1] ?? '';
        writeFileSync(join(folder, dtd), dtdText(grammar));
        writeFileSync(join(folder, 'file.xml'), bytes);
        execFileSync('xmllint', ['--valid', '--noout', '--nonet', 'file.xml'], { cwd: folder });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are read with warnings where public samples differ: capital algorithm, no unitid, plain note, no DOCTYPE', () => {
    const { value, issues } = readEnvelope(
      utf8(`<g2b2c-envelope><senderinfo><object><orgid>A</orgid><unitid/><orgname>甲</orgname></object></senderinfo>
<receiverlist><object><orgid>B</orgid><orgname>乙</orgname></object></receiverlist><serviceid>S</serviceid><subject>主旨</subject>
<expiredate>2026-10-31 23:59:59</expiredate><filelist><others><file needsig="true"><filename>a.di</filename>
<hash algorithm="SHA256">${'0'.repeat(64)}</hash><note>DI 本文</note></file></others></filelist></g2b2c-envelope>`),
    );
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['EN_UNIT_MISSING', 'warning'],
      ['EN_HASH_ALGORITHM_CASE', 'warning'],
      ['EN_NOTE_PLAIN', 'warning'],
    ]);
    expect(value.expires).toEqual(new Date('2026-10-31T15:59:59Z'));
    expect(value.others[0]).toMatchObject({ needsSignature: true, note: { kind: 'text', text: 'DI 本文' } });
  });

  it('take a base64 hash and a hex one alike', () => {
    const base64 = Buffer.from('ab'.repeat(32), 'hex').toString('base64');
    const text = new TextDecoder().decode(writeEnvelope(envelope)).replace('ab'.repeat(32), base64);
    expect(readEnvelope(utf8(text)).value.print?.hash).toBe('ab'.repeat(32));
  });

  it('report what is missing or unreadable and never throw', () => {
    const codes = (text: string) => readEnvelope(utf8(text)).issues.map(({ code }) => code);
    expect(codes('<g2b2c-envelope/>')).toContain('EN_FIELD_MISSING');
    expect(codes('<函/>')).toContain('EN_ROOT_UNEXPECTED');
    expect(codes('<g2b2c-envelope>')).toEqual(['EN_UNREADABLE']);
    expect(codes('')).toEqual(['EN_UNREADABLE']);
  });

  it('read the one receiver of a 99 message', () => {
    const { value, issues } = readMessage(
      utf8(`<g2b2c-msg><senderinfo><object><orgid>A</orgid><unitid></unitid><orgname>甲</orgname></object></senderinfo>
<receiverinfo><object><orgid>B</orgid><unitid></unitid><orgname>乙</orgname></object></receiverinfo>
<exchangeid>1</exchangeid><processid>2</processid><msgtime>t</msgtime><msgcode>c</msgcode><msgnote>n</msgnote></g2b2c-msg>`),
    );
    expect(value.receivers.map(({ code }) => code)).toEqual(['B']);
    expect(issues.map(({ code }) => code)).toEqual(['EN_OLD_GENERATION']);
  });

  const samples = join(import.meta.dirname, '../../../../../shared/spec/di-samples');
  const name = 'read the sample files of the specification folder';
  if (existsSync(samples)) {
    it(name, () => {
      const file = (path: string) => new Uint8Array(readFileSync(join(samples, path)));
      expect(readEnvelope(file('15_104_envelope_utf8.en')).issues).toEqual([]);
      expect(readEncryptList(file('16_104_encryptlist_utf8.esw')).issues).toEqual([]);
      expect(readMessage(file('17_104_exchangemsg_utf8.xml')).issues).toEqual([]);
      const sloppy = readEnvelope(file('33_104_envelope_utf8_note-text-no-unitid-no-doctype.en'));
      expect(sloppy.issues.every(({ severity }) => severity === 'warning')).toBe(true);
    });
  } else {
    it.skip(`${name}: ../shared is not here`, () => undefined);
  }
});
