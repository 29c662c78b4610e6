import { coverLetter, xcaApplicationSecondary } from '@kcc/forms';
import { type OfficialLetter, readLetter, writeDispatch } from '@kcc/gongwen';
import type { PdfEngine } from '@kcc/gongwen/pdf';
import { CliError } from '../../frame/failure.ts';
import type { Journey } from './journey.ts';
import { applicationData, CITY, COUNCIL, coverLetterData, formOptions, OFFICE } from './office.ts';
import { formPaper, letterPaper } from './papers.ts';
import type { DemoRecord, Paper, ProductFile } from './record.ts';

/** Base name of the dispatch's files: ROC year and serial of the letter. */
const BASE_NAME = '1150000002';
const ATTACHMENT = '憑證申請書_附卡.pdf';

/** The letter that is exchanged, on disk and on paper. */
export interface Composed {
  readonly letter: OfficialLetter;
  readonly paper: Paper;
  readonly checks: DemoRecord['checks'];
  /** Text of the DI. */
  readonly xml: string;
  /** Names and places of the files that go into the sealed package. */
  readonly files: readonly {
    readonly name: string;
    readonly path: string;
    readonly role: 'letter' | 'roster' | 'attachment';
  }[];
}

/** The briefing's letter, now by exchange: an 附卡 is applied for, with the filled form attached. */
function exchangeLetter(day: string): OfficialLetter {
  const letter = coverLetter(coverLetterData('secondary', day, '高議服字第1150000002號'), formOptions(day));
  return {
    ...letter,
    subtype: '函',
    issuers: [{ type: 'organisation', name: OFFICE.name, code: OFFICE.code }],
    addressee: { type: 'roster', text: '如正副本行文單位' },
    urgency: '普通件',
    attachmentText: '如主旨',
    attachments: [{ fileName: ATTACHMENT, title: '憑證申請書', quantity: '1份' }],
    recipients: [{ type: 'organisation', name: COUNCIL.name, code: COUNCIL.code, channel: 'electronic' }],
    copies: [
      {
        type: 'organisation',
        name: CITY.name,
        code: CITY.code,
        channel: 'electronic',
        withAttachments: '含附件',
      },
    ],
  };
}

/** Writes DI and SW, reads them again, and renders the letter on every kind of paper. */
export async function composeLetter(journey: Journey, engine: PdfEngine): Promise<Composed> {
  const attachment = await journey.step('填寫附卡申請書，作為附件', () =>
    formPaper(journey, engine, {
      form: xcaApplicationSecondary,
      data: applicationData('secondary', journey.day),
      base: 'forms/xca-application-secondary',
    }),
  );
  const letter = exchangeLetter(journey.day);
  const written = await journey.step('依104版文法寫出 DI 與 SW', async () => saveDispatch(journey, letter));
  const copied = await journey.step('附上附件', () => copyAttachment(journey, attachment));
  const checks = await journey.step('讀回並檢查（四個問題）', async () =>
    checkWritten(written.bytes, letter),
  );
  const paper = await journey.step('印成 docx、odt、PDF、HTML', () =>
    letterPaper(journey, engine, {
      letter,
      base: `letter/${BASE_NAME}`,
      title: `函：${letter.subject.slice(0, 24)}…`,
    }),
  );
  return {
    letter,
    paper: { ...paper, files: [...written.files, ...paper.files] },
    checks,
    xml: new TextDecoder().decode(written.bytes),
    files: [...written.parts, { name: ATTACHMENT, path: copied.path, role: 'attachment' }],
  };
}

async function saveDispatch(journey: Journey, letter: OfficialLetter) {
  const dispatch = writeDispatch(letter, { baseName: BASE_NAME });
  const files: ProductFile[] = [];
  const parts: Composed['files'][number][] = [];
  for (const file of dispatch.files) {
    if (file.role !== 'letter' && file.role !== 'roster') continue;
    const label = file.role === 'letter' ? 'DI 文書本文檔' : 'SW 交換表單';
    const saved = await journey.save(`letter/${file.path}`, label, file.bytes);
    files.push(saved);
    parts.push({ name: file.path, path: saved.path, role: file.role });
  }
  const di = dispatch.files.find((file) => file.role === 'letter');
  if (di?.role !== 'letter') {
    throw new CliError('DEMO_LETTER_INVALID', 'document', '示範公文寫不出來', { issues: dispatch.issues });
  }
  return { files, parts, bytes: di.bytes };
}

async function copyAttachment(journey: Journey, paper: Paper): Promise<ProductFile> {
  const { readFile } = await import('node:fs/promises');
  const pdf = paper.files.find(({ path }) => path.endsWith('.pdf'));
  if (pdf === undefined) throw new TypeError('the application has no PDF');
  return journey.save(`letter/${ATTACHMENT}`, '附件', await readFile(`${journey.folder}/${pdf.path}`));
}

function checkWritten(bytes: Uint8Array, letter: OfficialLetter): DemoRecord['checks'] {
  const reading = readLetter(bytes);
  const same = reading.letter?.kind === 'letter' && reading.letter.subject === letter.subject;
  return [
    { question: '讀得出來嗎', answer: reading.processed, note: `${reading.root ?? ''}　${reading.encoding}` },
    { question: '格式正確嗎（well-formed）', answer: reading.wellFormed, note: 'XML 語法' },
    {
      question: '合乎文法嗎（valid）',
      answer: reading.valid,
      note: `${reading.generation ?? ''} 版，${reading.dtd ?? ''}`,
    },
    { question: '讀回的內容與原稿相同嗎', answer: same, note: '主旨、說明、受文者逐項相同' },
  ];
}
