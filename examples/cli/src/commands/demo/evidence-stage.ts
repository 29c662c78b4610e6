import { DELIVERY_STATES, type EvidenceFile, verifyEvidence } from '@kcc/exchange-client';
import { CliError } from '../../frame/failure.ts';
import { blobOf, type DemoExchange } from './exchange-stage.ts';
import type { Journey } from './journey.ts';
import { CITY, COUNCIL } from './office.ts';
import type { DemoRecord, EvidenceRow, ProductFile } from './record.ts';

const ROLE = new Map<string, string>([
  [COUNCIL.code, '正本'],
  [CITY.code, '副本'],
]);

/** What an event of the evidence log is called on the page; an unknown type is shown as it stands. */
const EVENT_LABELS: Readonly<Record<string, string>> = {
  sealed: '簽章封裝',
  queued: '寫入發文匣',
  attempt: '交換中心已收',
  delivered: '送達',
  notice: '收到簽章回執',
};

type Saved = Pick<DemoRecord, 'dispatch' | 'recipients' | 'evidence'>;

/** Saves package, receipts and evidence, and verifies the evidence from its file alone. */
export async function saveEvidence(journey: Journey, exchange: DemoExchange): Promise<Saved> {
  const { office, dispatch, id } = exchange;
  const base = `exchange/${id}`;
  const sealed = await journey.step('取出封裝檔與回執', () => saveExchanged(journey, exchange, base));
  const bytes = await journey.step('匯出存證檔', async () => {
    await office.engine.sealEvidence();
    return office.engine.exportEvidence(id);
  });
  const file = await journey.save(`${base}.evidence.json`, '存證檔', bytes);
  const verdict = await journey.step('不靠資料庫，離線驗證存證檔', () => verifyEvidence(bytes));
  if (!verdict.valid) throw new CliError('DEMO_EVIDENCE', 'trust', '示範存證驗不過', { ...verdict });
  const events = rowsOf(bytes);
  return {
    dispatch: { id, files: sealed },
    recipients: dispatch.deliveries.map((delivery) => ({
      role: ROLE.get(delivery.code) ?? '',
      code: delivery.code,
      name: delivery.name,
      state: delivery.state,
      label: DELIVERY_STATES[delivery.state].zh,
      history: events
        .filter(({ recipient }) => recipient === undefined || recipient === delivery.recipient)
        .map(({ event, at }) => ({ label: event, at: at.slice(11) })),
      receiptSha256: delivery.receiptSha256 ?? '',
    })),
    evidence: { valid: verdict.valid, events, files: [file] },
  };
}

async function saveExchanged(
  journey: Journey,
  { office, dispatch }: DemoExchange,
  base: string,
): Promise<readonly ProductFile[]> {
  const files = [
    await journey.save(`${base}.kccpkg`, '封裝檔', await blobOf(office, dispatch.packageSha256)),
  ];
  for (const { code, name, receiptSha256 } of dispatch.deliveries) {
    if (receiptSha256 === undefined) continue;
    files.push(
      await journey.save(
        `${base}.receipt-${code}.json`,
        `回執：${name}`,
        await blobOf(office, receiptSha256),
      ),
    );
  }
  return files;
}

interface Row extends EvidenceRow {
  readonly event: string;
  readonly recipient: string | undefined;
}

function rowsOf(bytes: Uint8Array): readonly Row[] {
  // verifyEvidence has read this file and found it sound.
  const { events } = JSON.parse(new TextDecoder().decode(bytes)) as EvidenceFile;
  return events.map(({ n, at, type, body, hash }) => {
    const facts: Readonly<Record<string, unknown>> = JSON.parse(body);
    const recipient = typeof facts.recipient === 'string' ? facts.recipient : undefined;
    const event = EVENT_LABELS[type] ?? type;
    return {
      sequence: n,
      event,
      label: recipient ? `${event}：${recipient}` : event,
      at: taipeiTime(at),
      hash: hash.slice(0, 16),
      recipient,
    };
  });
}

const TAIPEI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Taipei',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function taipeiTime(iso: string): string {
  return TAIPEI.format(new Date(iso));
}
