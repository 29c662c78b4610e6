import type { Card, Deadline } from '@kcc/xca-card';
import type { Command, Context, OptionValues } from '../../frame/command.ts';
import { table } from '../../frame/table.ts';
import { DRIVER_OPTIONS, DRIVER_USAGE, openDriver, softStoreFolder } from './driver.ts';
import { instantOf, textOf } from './texts.ts';

const STATES = { later: '尚未到期', open: '辦理期間', missed: '已逾期' } as const;

/** `card due`: what has to be done by when, as a list or as a calendar. */
export const dueCommand: Command = {
  path: ['card', 'due'],
  summary: {
    zh: '應辦期限：開卡、展期、到期、更名',
    en: 'deadlines: opening, renewal, expiry, change of name',
  },
  usage: `[--ics] [--changed DATE] ${DRIVER_USAGE}`,
  options: { ...DRIVER_OPTIONS, ics: { type: 'boolean' }, changed: { type: 'string' } },
  args: [0, 0],
  run: async (context, _args, options) => {
    const { writeCalendar } = await import('@kcc/xca-card');
    const cards = await readCards(context, options);
    const due = await Promise.all(cards.map((card) => deadlinesOfCard(context, card, options)));
    if (options.ics === true) {
      const now = context.now();
      const calendar = writeCalendar(
        due.flatMap(({ deadlines }) => deadlines),
        {
          now,
          id: cards.map(({ number }) => number).join('-') || 'none',
          lang: context.lang,
          ...(due[0] && { title: due[0].holder }),
        },
      );
      return { json: calendar, text: calendar, bytes: new TextEncoder().encode(calendar) };
    }
    const text = due.map(
      ({ holder, number, deadlines }) => `${holder}（${number}）\n${rows(context, deadlines)}`,
    );
    return { json: { cards: due.map(jsonOf) }, text: text.join('\n\n') || '沒有插入的卡片。' };
  },
};

async function readCards(context: Context, options: OptionValues): Promise<readonly Card[]> {
  const driver = await openDriver(context, options);
  try {
    const reader = textOf(options, 'reader');
    const readers = (await driver.readers()).filter(
      ({ name }) => reader === undefined || name.includes(reader),
    );
    return readers.flatMap(({ card }) => (card ? [card] : []));
  } finally {
    await driver.close();
  }
}

export async function deadlinesOfCard(context: Context, card: Card, options: OptionValues) {
  const { deadlinesOf } = await import('@kcc/xca-card');
  const { parseCertificate } = await import('@kcc/xca-card/certificate');
  const der = card.certificates.find(({ use }) => use === 'sign')?.der;
  if (!der) return { number: card.number, holder: '', deadlines: [] };
  const { notBefore, notAfter, identity } = parseCertificate(der);
  const changed =
    textOf(options, 'changed') === undefined ? {} : { changedAt: instantOf(context, options, 'changed') };
  const known = await simulatedDates(context, card.number, options);
  const deadlines = deadlinesOf(
    { number: card.number, notBefore, notAfter, ...known, ...changed },
    context.now(),
  );
  return { number: card.number, holder: identity.holder, deadlines };
}

/** What only a simulated card tells: when it was issued and opened, and whether it was renewed. */
async function simulatedDates(context: Context, number: string, options: OptionValues) {
  if ((textOf(options, 'driver') ?? 'soft') !== 'soft') return {};
  const { openSoftStore } = await import('@kcc/xca-card/soft');
  const record = await openSoftStore(softStoreFolder(context, options)).card(number);
  return {
    issuedAt: new Date(record.issuedAt),
    activatedAt: record.activatedAt === undefined ? (false as const) : new Date(record.activatedAt),
    renewed: record.renewedBy !== undefined,
  };
}

function rows(context: Context, deadlines: readonly Deadline[]): string {
  const lines = deadlines.map(({ due, state, daysLeft, zh, en }) => [
    due.toISOString().slice(0, 10),
    STATES[state],
    `${daysLeft} 日`,
    context.lang === 'en' ? en : zh,
  ]);
  return table([['期限', '狀態', '剩餘', '事項'], ...lines]);
}

function jsonOf(entry: {
  readonly number: string;
  readonly holder: string;
  readonly deadlines: readonly Deadline[];
}) {
  return {
    number: entry.number,
    holder: entry.holder,
    deadlines: entry.deadlines.map((deadline) => ({
      kind: deadline.kind,
      from: deadline.from?.toISOString() ?? null,
      due: deadline.due.toISOString(),
      state: deadline.state,
      daysLeft: deadline.daysLeft,
      label: deadline.zh,
      source: deadline.source,
    })),
  };
}
