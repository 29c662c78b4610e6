import type { Reader } from '@kcc/xca-card';
import type { Command } from '../../frame/command.ts';
import { table } from '../../frame/table.ts';
import { DRIVER_OPTIONS, DRIVER_USAGE, openDriver } from './driver.ts';

/** `card list`: readers and the cards in them, without a PIN. */
export const listCommand: Command = {
  path: ['card', 'list'],
  summary: { zh: '列出讀卡機與卡片（不需 PIN 碼）', en: 'readers and their cards, without a PIN' },
  usage: DRIVER_USAGE,
  options: DRIVER_OPTIONS,
  args: [0, 0],
  run: async (context, _args, options) => {
    const driver = await openDriver(context, options);
    try {
      const readers = await Promise.all((await driver.readers()).map(row));
      return { json: { readers }, text: describe(readers) };
    } finally {
      await driver.close();
    }
  },
};

/** One line of the list, as in the command-line contract. */
interface ReaderRow {
  readonly reader: string;
  readonly present: boolean;
  readonly card?: CardRow;
}

interface CardRow {
  readonly number: string;
  readonly label: string;
  readonly issuer: string;
  readonly holder: string;
  readonly holderRank: string;
  /** ISO 8601. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly retriesLeft?: number;
}

async function row({ name, card }: Reader): Promise<ReaderRow> {
  if (card === undefined) return { reader: name, present: false };
  const { parseCertificate } = await import('@kcc/xca-card/certificate');
  const der = card.certificates.find(({ use }) => use === 'sign')?.der ?? card.certificates[0]?.der;
  const certificate = der === undefined ? undefined : parseCertificate(der);
  return {
    reader: name,
    present: true,
    card: {
      number: card.number,
      label: card.label,
      issuer: certificate?.issuer.text ?? '',
      holder: certificate?.identity.holder ?? '',
      holderRank: certificate?.identity.rank ?? '',
      notBefore: certificate?.notBefore.toISOString() ?? '',
      notAfter: certificate?.notAfter.toISOString() ?? '',
      ...(card.retriesLeft === undefined ? {} : { retriesLeft: card.retriesLeft }),
    },
  };
}

const RANKS: Readonly<Record<string, string>> = { primary: '正卡', secondary: '附卡', mobile: '行動憑證' };

function describe(readers: readonly ReaderRow[]): string {
  if (readers.length === 0) return '找不到讀卡機。請接上讀卡機，或執行 kcc card doctor。';
  const rows = readers.map(({ reader, card }) =>
    card === undefined
      ? [reader, '（無卡片）', '', '', '', '']
      : [
          reader,
          card.number,
          card.holder,
          RANKS[card.holderRank] ?? '',
          card.notAfter.slice(0, 10),
          card.retriesLeft === undefined ? '' : String(card.retriesLeft),
        ],
  );
  return table([['讀卡機', '卡號', '持卡機關', '正附卡', '有效至', 'PIN 剩餘次數'], ...rows]);
}
