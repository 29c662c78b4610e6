import type { Card, CardCertificate, Deadline } from '@kcc/xca-card';
import type { Certificate } from '@kcc/xca-card/certificate';
import type { Pkcs11Driver } from '@kcc/xca-card/pkcs11';
import type { Command, Context, OptionValues } from '../../frame/command.ts';
import { table } from '../../frame/table.ts';
import { chooseReader, DRIVER_OPTIONS, DRIVER_USAGE, openDriver, type ReaderWithCard } from './driver.ts';
import { deadlinesOfCard } from './due.ts';
import { certificateRow } from './texts.ts';

const USES: Readonly<Record<CardCertificate['use'], string>> = {
  sign: '簽章（cert1）',
  exchange: '加密（cert2）',
  ca: '憑證管理中心',
  root: '根憑證',
};

/** `card show`: certificates, keys, mechanisms, identity and what is due, without a PIN. */
export const showCommand: Command = {
  path: ['card', 'show'],
  summary: {
    zh: '顯示卡片內容與應辦期限（不需 PIN 碼）',
    en: 'what is on the card and what is due, without a PIN',
  },
  usage: DRIVER_USAGE,
  options: DRIVER_OPTIONS,
  args: [0, 0],
  run: async (context, _args, options) => {
    const driver = await openDriver(context, options);
    try {
      const reader = await chooseReader(driver, options);
      const mechanisms =
        'mechanisms' in driver ? await mechanismsOf(driver as Pkcs11Driver, reader) : undefined;
      return await answer(context, options, reader, mechanisms);
    } finally {
      await driver.close();
    }
  },
};

async function mechanismsOf(driver: Pkcs11Driver, { id }: ReaderWithCard): Promise<readonly string[]> {
  const { mechanismName } = await import('@kcc/xca-card/pkcs11');
  return (await driver.mechanisms(id)).map(mechanismName);
}

async function answer(
  context: Context,
  options: OptionValues,
  { name, card }: ReaderWithCard,
  mechanisms: readonly string[] | undefined,
) {
  const certificates = await Promise.all(card.certificates.map(readCertificate));
  const holder = certificates.find(({ use }) => use === 'sign') ?? certificates[0];
  const { deadlines } = await deadlinesOfCard(context, card, options);
  const keys = certificates
    .filter(({ use }) => use === 'sign' || use === 'exchange')
    .map(({ use, id, certificate: { publicKey } }) => ({
      use,
      id,
      kind: publicKey.kind,
      bits: publicKey.modulusBits,
    }));
  const json = {
    reader: name,
    card: { number: card.number, label: card.label, ...retries(card) },
    identity: holder?.certificate.identity ?? null,
    certificates: certificates.map(({ use, id, label, certificate }) => ({
      use,
      id,
      label,
      ...certificateRow(certificate),
    })),
    keys,
    ...(mechanisms === undefined ? {} : { mechanisms }),
    due: deadlines.map(({ kind, from, due, state, daysLeft, zh }) => ({
      kind,
      from: from?.toISOString() ?? null,
      due: due.toISOString(),
      state,
      daysLeft,
      label: zh,
    })),
  };
  return { json, text: describe(context, name, card, certificates, deadlines) };
}

interface Shown {
  readonly use: CardCertificate['use'];
  readonly id: string;
  readonly label: string;
  readonly certificate: Certificate;
}

async function readCertificate({ use, id, label, der }: CardCertificate): Promise<Shown> {
  const { parseCertificate } = await import('@kcc/xca-card/certificate');
  return { use, id, label, certificate: parseCertificate(der) };
}

function retries({ retriesLeft }: Card) {
  return retriesLeft === undefined ? {} : { retriesLeft };
}

function describe(
  context: Context,
  reader: string,
  card: Card,
  certificates: readonly Shown[],
  deadlines: readonly Deadline[],
): string {
  const identity = certificates[0]?.certificate.identity;
  const rank = { primary: '正卡', secondary: '附卡', mobile: '行動憑證' }[identity?.rank ?? 'primary'];
  const facts: [string, string | undefined][] = [
    ['讀卡機', reader],
    ['卡號', card.number],
    ['持卡機關', identity?.holder],
    [
      '卡別',
      identity?.kindLabel === undefined
        ? undefined
        : `${identity.kindLabel}${identity.rank === undefined ? '' : `（${rank}）`}`,
    ],
    ['組織 OID', identity?.organisationOid],
    ['統一編號', identity?.uniformNumber],
    ['機關代碼（建議，請自行確認）', identity?.suggestedAgencyCode],
    ['PIN 剩餘次數', card.retriesLeft === undefined ? undefined : String(card.retriesLeft)],
  ];
  const head = facts.flatMap(([label, value]) => (value ? [`${label}：${value}`] : []));
  const rows = certificates.map(({ use, id, certificate }) => [
    USES[use],
    id,
    certificate.notAfter.toISOString().slice(0, 10),
    certificate.subject.text,
  ]);
  const due = deadlines.map(
    (entry) => `${entry.due.toISOString().slice(0, 10)} ${context.lang === 'en' ? entry.en : entry.zh}`,
  );
  return [...head, '', table([['憑證', '識別', '有效至', '主體'], ...rows]), '', ...due].join('\n').trimEnd();
}
