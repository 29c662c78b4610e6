import { resolve } from 'node:path';
import type { Command, Context, OptionValues } from '../../frame/command.ts';
import type { Journey } from './journey.ts';
import type { DemoRecord } from './record.ts';

/** `kcc demo`: one fictitious office makes the whole journey. */
export const demoCommand: Command = {
  path: ['demo'],
  summary: {
    zh: '虛構的議員服務處走完全程，產物留在資料夾',
    en: 'a fictitious office makes the whole journey',
  },
  usage: '[--out DIR]',
  options: { out: { type: 'string' } },
  args: [0, 0],
  run: async (context, _args, options) => {
    const started = performance.now();
    const folder = outFolder(context, options);
    const { openJourney } = await import('./journey.ts');
    const journey = await openJourney(context, folder);
    const record = await travel(journey, context.now());
    const page = resolve(folder, 'index.html');
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const states = record.recipients.map(({ name, label }) => `${name}：${label}`).join('、');
    return {
      json: { out: folder, page, seconds: Number(seconds), ...record },
      text: `\n全程 ${seconds} 秒。${states}。存證驗證通過。\n請用瀏覽器開啟：${page}`,
    };
  },
};

function outFolder({ cwd }: Context, { out }: OptionValues): string {
  return resolve(cwd, typeof out === 'string' ? out : 'demo-out');
}

/** The four stages in their order. */
async function travel(journey: Journey, now: Date): Promise<DemoRecord> {
  const [{ openPdfEngine }, apply, { fillConnection }, { composeLetter }] = await Promise.all([
    import('@kcc/gongwen/pdf'),
    import('./apply-stage.ts'),
    import('./connect-stage.ts'),
    import('./compose-stage.ts'),
  ]);
  journey.stage('階段一　申請 XCA 憑證 IC 卡');
  const world = apply.openCardWorld(journey);
  const engine = await journey.step('載入字型與排版引擎', () => openPdfEngine());
  const applied = await apply.fillApplication(journey, engine);
  const cards = await apply.openCards(journey, world);
  journey.stage('階段二　申請電子交換連線');
  const connected = await fillConnection(journey, engine, cards.office.number);
  journey.stage('階段三　製作公文');
  const composed = await composeLetter(journey, engine);
  journey.stage('階段四　簽章、交換、存證');
  const exchanged = await exchange(journey, cards, composed);
  const record: DemoRecord = {
    office: cards.office.name,
    startedAt: new Intl.DateTimeFormat('zh-TW', {
      timeZone: 'Asia/Taipei',
      dateStyle: 'long',
      timeStyle: 'short',
    }).format(now),
    stages: journey.stages,
    forms: [...applied, ...connected],
    card: {
      number: cards.office.number,
      holder: cards.office.name,
      issuer: '測試組織及團體憑證管理中心',
      rank: cards.office.rank,
      notAfter: cards.office.notAfter,
    },
    letter: composed.paper,
    letterXml: composed.xml,
    checks: composed.checks,
    ...exchanged,
  };
  const { indexPage } = await import('./page/index-page.ts');
  await journey.save('index.html', '總覽', indexPage(record));
  await journey.finish();
  return record;
}

type Cards = Awaited<ReturnType<typeof import('./apply-stage.ts').openCards>>;
type Composed = import('./compose-stage.ts').Composed;

async function exchange(
  journey: Journey,
  cards: Cards,
  composed: Composed,
): Promise<Pick<DemoRecord, 'dispatch' | 'recipients' | 'evidence'>> {
  const [{ saveTrust, signLetter }, { exchangeLetter }, { saveEvidence }] = await Promise.all([
    import('./sign-stage.ts'),
    import('./exchange-stage.ts'),
    import('./evidence-stage.ts'),
  ]);
  const sessions = await journey.step('插卡，輸入 PIN 碼', async () => ({
    office: await cards.office.open(),
    council: await cards.council.open(),
    city: await cards.city.open(),
  }));
  try {
    await saveTrust(journey, cards);
    const signed = await signLetter(journey, { cards, composed, ...sessions });
    const running = await exchangeLetter(journey, { cards, composed, sessions });
    try {
      const saved = await saveEvidence(journey, running);
      return { ...saved, dispatch: { ...saved.dispatch, files: [...signed, ...saved.dispatch.files] } };
    } finally {
      await running.close();
    }
  } finally {
    await Promise.all(Object.values(sessions).map((session) => session.close()));
  }
}
