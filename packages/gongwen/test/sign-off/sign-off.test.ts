import { describe, expect, it } from 'vitest';
import { addSignOffPoint, startSignOff } from '../../src/sign-off/add-sign-off-point.ts';
import { checkSignOff } from '../../src/sign-off/check-sign-off.ts';
import type { NewSignOffPoint } from '../../src/sign-off/new-point.ts';
import { readSignOff } from '../../src/sign-off/read-sign-off.ts';
import { verifySignOff } from '../../src/sign-off/verify-sign-off.ts';
import { itNeeds } from '../support/foreign-tools.ts';
import { opensslSigner } from './test-signer.ts';

const encoder = new TextEncoder();
const files = [
  { name: '簽 稿.di', bytes: encoder.encode('<簽/>') },
  { name: 'page1.tif', bytes: encoder.encode('page') },
];
const contents = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));

const drafter: NewSignOffPoint = {
  signer: {
    agency: { name: '嘉禾市政府', code: 'Z10000000A' },
    unit: '社會教育科',
    title: '科員',
    name: '陳○○',
    account: 'demo01',
    role: '承辦人',
  },
  change: '新增',
  opinions: ['擬如擬辦，請核示。', '經費 < 10 萬 & 已編列'],
  next: [{ unit: '社會教育科', title: '科長', name: '許○○', account: 'demo02' }],
  returned: false,
  documents: [{ name: '簽', type: '簽', fileName: '簽 稿.di' }],
  files,
  flows: [
    {
      id: 'F1',
      change: '新增',
      steps: [
        { type: 'point', role: '承辦' },
        { type: 'branch', flows: [{ id: 'F2', change: '新增', steps: [{ type: 'point', role: '會辦' }] }] },
        { type: 'point', role: '決行' },
      ],
    },
  ],
};
const { flows: _flows, ...manager }: NewSignOffPoint = {
  ...drafter,
  signer: { unit: '社會教育科', title: '科長', name: '許○○', account: 'demo02' },
  opinions: ['如擬'],
  next: [],
};

const first = new Date('2026-10-12T02:00:00Z');
const second = new Date('2026-10-12T03:30:00Z');

describe('a sign-off file grows point by point', () => {
  for (const kind of ['rsa', 'ec'] as const) {
    itNeeds('openssl', 'openssl')(`${kind}: two points are read back, valid and verified`, async () => {
      const signer = opensslSigner(kind);
      const begun = await startSignOff(drafter, signer, { now: first });
      const start = readSignOff(begun);
      expect(start.issues).toEqual([]);
      expect(start.valid).toBe(true);
      if (!start.document) throw new Error('no document');
      const grown = readSignOff(await addSignOffPoint(start.document, manager, signer, { now: second }));
      expect(grown.issues).toEqual([]);
      expect(grown.valid).toBe(true);
      expect(grown.signOff?.flows).toEqual(drafter.flows);
      expect(grown.signOff?.points.map(({ signedAt }) => signedAt)).toEqual([
        '2026-10-12 10:00:00',
        '2026-10-12 11:30:00',
      ]);
      expect(grown.signOff?.points[0]).toMatchObject({
        signer: drafter.signer,
        opinions: drafter.opinions,
        next: drafter.next,
        returned: false,
        folder: {
          type: 'main',
          documents: [{ name: '簽', fileSerial: '1' }],
          files: [{ name: '簽 稿.di', size: '6' }, {}],
        },
      });
      if (!grown.tree) throw new Error('no tree');
      expect(checkSignOff(grown.tree)).toEqual([]);
      const checks = await verifySignOff(grown.tree, contents);
      expect(checks.map(({ state, issues }) => [state, issues])).toEqual([
        ['valid', []],
        ['valid', []],
      ]);
      expect(checks[0]?.unverifiedCertificate).toEqual(signer.certificate);
    });
  }

  itNeeds('openssl', 'openssl')(
    'a later point leaves every earlier byte of the points as it was',
    async () => {
      const signer = opensslSigner('rsa');
      const begun = await startSignOff(drafter, signer, { now: first });
      const { document } = readSignOff(begun);
      if (!document) throw new Error('no document');
      const grown = await addSignOffPoint(document, manager, signer, { now: second });
      const [before, after] = [begun, grown].map((bytes) => new TextDecoder().decode(bytes));
      const end = '</簽核點定義>';
      const upTo = (before?.indexOf(end) ?? 0) + end.length;
      expect(after?.slice(0, upTo)).toBe(before?.slice(0, upTo));
    },
  );
});

describe('a sign-off file that was changed', () => {
  const changes = {
    'an opinion': ['如擬辦', '不如擬', 'invalid', 'SIGN_OFF_DIGEST'],
    'the signed digest': [/<DigestValue>./, '<DigestValue>A', 'invalid', 'SIGN_OFF_DIGEST'],
    'the algorithm of a digest': ['xmlenc#sha256', 'xmlenc#sha999', 'invalid', 'SIGN_OFF_ALGORITHM'],
    'the reference to the object': [
      'URI="#Object1">\n<Transforms',
      'URI="#Info">\n<Transforms',
      'invalid',
      'SIGN_OFF_OBJECT_UNCOVERED',
    ],
    'the value': [/<SignatureValue>[^<]*/, '<SignatureValue>AAAA', 'invalid', 'SIGN_OFF_SIGNATURE'],
    'no value': [/<SignatureValue>[^<]*/, '<SignatureValue>', 'unsigned', 'SIGN_OFF_UNSIGNED'],
    'the certificate': [
      /<X509Certificate>[^<]*/,
      '<X509Certificate>AAAA',
      'unverified',
      'SIGN_OFF_CERTIFICATE',
    ],
  } as const;
  for (const [what, [from, to, state, code]] of Object.entries(changes)) {
    itNeeds('openssl', 'openssl')(`${what}: ${state}`, async () => {
      const text = new TextDecoder().decode(
        await startSignOff(drafter, opensslSigner('rsa'), { now: first }),
      );
      const changed = text.replace(from, to);
      expect(changed).not.toBe(text);
      const { tree } = readSignOff(encoder.encode(changed));
      if (!tree) throw new Error('no tree');
      const [check] = await verifySignOff(tree, contents);
      expect(check?.state).toBe(state);
      expect(check?.issues.map((issue) => issue.code)).toContain(code);
    });
  }

  itNeeds('openssl', 'openssl')(
    'a file beside it: invalid when it differs, unverified when it is missing',
    async () => {
      const { tree } = readSignOff(await startSignOff(drafter, opensslSigner('rsa'), { now: first }));
      if (!tree) throw new Error('no tree');
      const [changed] = await verifySignOff(tree, { ...contents, 'page1.tif': encoder.encode('other') });
      expect(changed?.state).toBe('invalid');
      const [missing] = await verifySignOff(tree, {
        'page1.tif': contents['page1.tif'] ?? encoder.encode(''),
      });
      expect(missing?.state).toBe('unverified');
      expect(missing?.issues.map(({ code }) => code)).toEqual(['SIGN_OFF_FILE_MISSING']);
    },
  );

  itNeeds('openssl', 'openssl')('an Id that stands twice leads nowhere', async () => {
    const text = new TextDecoder().decode(await startSignOff(drafter, opensslSigner('rsa'), { now: first }));
    const { tree } = readSignOff(encoder.encode(text.replace('Id="F2"', 'Id="Object1"')));
    if (!tree) throw new Error('no tree');
    const [check] = await verifySignOff(tree, contents);
    expect(check?.state).toBe('invalid');
  });
});

const SKELETON = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE 線上簽核 SYSTEM "104_sign_utf8.dtd" [
<!ENTITY % 基本標籤 SYSTEM "104_basic_utf8.ent">
]>
<線上簽核 Id="R"><線上簽核流程 Id="F"><簽核流程 Id="F1" 異動別="新增"><流程點 流程別="承辦"/></簽核流程></線上簽核流程>
<線上簽核資訊 Id="I"><簽核點定義 URI="#O9" Id="P1"><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo>
<CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/>
<SignatureMethod Algorithm="http://www.w3.org/2000/09/xmldsig#rsa-sha1"/>
<Reference URI="#O1"><DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/><DigestValue>AAAA</DigestValue></Reference>
</SignedInfo></Signature><Object Id="O1"><異動資訊><簽核人員><單位>甲</單位><職稱>科員</職稱><姓名>陳○○</姓名><帳號>a</帳號></簽核人員>
<異動別>新增</異動別><簽章時間>2026-10-12 10:00:00</簽章時間></異動資訊><簽核資訊><簽核文件夾 產生時間="t"><簽核文稿清單 文稿數="2">
<文稿 原始檔序號="7" 序號="1" 產生時間="t"><名稱>簽</名稱><文稿類型>簽</文稿類型></文稿></簽核文稿清單><檔案清單 檔案數="1">
<電子檔案資訊 原始檔序號="1" 序號="1" 產生時間="t"><檔案名稱>a.di</檔案名稱><檔案大小>1</檔案大小><檔案格式>di</檔案格式></電子檔案資訊>
</檔案清單></簽核文件夾></簽核資訊></Object></簽核點定義></線上簽核資訊></線上簽核>
`;

describe('checkSignOff', () => {
  it('names references, counts, serials and namespaces that do not fit', () => {
    const { tree } = readSignOff(encoder.encode(SKELETON));
    if (!tree) throw new Error('no tree');
    expect(checkSignOff(tree).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error SIGN_OFF_REFERENCE_UNKNOWN',
      'warning SIGN_OFF_NAMESPACE',
      'error SIGN_OFF_SERIAL_UNKNOWN',
      'warning SIGN_OFF_COUNT',
    ]);
  });

  it('a signature without a value is unsigned, and SHA-1 is called weak', async () => {
    const { tree } = readSignOff(encoder.encode(SKELETON));
    if (!tree) throw new Error('no tree');
    const [check] = await verifySignOff(tree);
    expect(check?.state).toBe('invalid');
    expect(check?.issues.map(({ code }) => code)).toEqual([
      'SIGN_OFF_DIGEST',
      'SIGN_OFF_ALGORITHM_WEAK',
      'SIGN_OFF_UNSIGNED',
    ]);
  });
});

describe('startSignOff refuses what cannot be a valid file', () => {
  const signer = { certificate: new Uint8Array(), sign: async () => new Uint8Array() };
  it('no flow, no file, no draft, a draft without its file, no certificate', async () => {
    await expect(startSignOff({ ...drafter, flows: [] }, signer)).rejects.toThrow('point.flows');
    await expect(startSignOff({ ...drafter, files: [] }, signer)).rejects.toThrow('point.files');
    await expect(startSignOff({ ...drafter, documents: [] }, signer)).rejects.toThrow('point.documents');
    const stray = [{ name: '稿', type: '稿', fileName: 'x.di' }];
    await expect(startSignOff({ ...drafter, documents: stray }, signer)).rejects.toThrow('x.di');
    await expect(startSignOff(drafter, signer)).rejects.toThrow('signer.certificate');
  });
});
