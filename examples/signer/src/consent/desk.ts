import { randomUUID } from 'node:crypto';
import type { CardDriver } from '@kcc/xca-card';
import { type Audit, type AuditEntry, hex } from '../audit.ts';
import { checkJob, findCard } from '../card/find-card.ts';
import type { Answer } from '../protocol/answer.ts';
import { failureOf, labelOf, ProtocolFailure, RET } from '../protocol/codes.ts';
import type { Job } from '../protocol/job.ts';
import { viewDocument } from './document.ts';
import { type Consent, runBatch } from './run-batch.ts';
import { type Batch, batchesOf, type Outcome, type Waiting } from './waiting.ts';

/** A line about a request that was settled, newest first. */
export interface Settled {
  readonly id: string;
  readonly requester: string;
  readonly text: string;
}

/** Where requests wait until a person says yes or no. */
export interface Desk {
  /** Changes whenever something came or went. */
  readonly revision: number;
  readonly recent: readonly Settled[];
  batches(): readonly Batch[];
  /** Waits for consent, then does the job. @throws ProtocolFailure */
  ask(requester: string, job: Job, gone: AbortSignal): Promise<Answer>;
  /** Does what was shown; resolves when the whole batch is settled. */
  approve(batch: Batch, consent: Consent): Promise<void>;
  decline(batch: Batch): Promise<void>;
}

export interface DeskOptions {
  readonly driver: CardDriver;
  readonly audit: Audit;
  readonly now: () => Date;
  /** Milliseconds after which an unanswered request counts as declined. */
  readonly patience: number;
  /** Told when a request begins to wait. */
  readonly onAsk?: (requester: string) => void;
}

const KEPT = 8;
/** More than this at once is no person's work. */
const MOST_WAITING = 200;

export function createDesk(options: DeskOptions): Desk {
  const { driver, audit, now } = options;
  const waiting = new Map<string, Waiting>();
  const recent: Settled[] = [];
  let revision = 0;
  /** One batch at a time holds the card. */
  let busy: Promise<unknown> = Promise.resolve();

  const settle = async (item: Waiting, outcome: Outcome, event: AuditEntry['event']) => {
    revision += 1;
    recent.unshift({ id: item.id, requester: item.requester, text: textOf(outcome, event) });
    recent.splice(KEPT);
    try {
      await audit.record({ event, ...summary(item), ...codes(outcome) });
      item.settle(outcome);
    } catch {
      // Nothing leaves this service that the log does not tell.
      item.settle({ failure: new ProtocolFailure(RET.failed) });
    }
  };
  const take = (batch: Batch): Waiting[] => batch.items.filter(({ id }) => waiting.delete(id));
  const dismiss = async (item: Waiting, event: 'withdrawn' | 'expired' | 'declined') => {
    await settle(item, { failure: new ProtocolFailure(RET.cancelled) }, event);
  };

  const ask = async (requester: string, job: Job, gone: AbortSignal): Promise<Answer> => {
    if (waiting.size >= MOST_WAITING) throw new ProtocolFailure(RET.failed);
    const target = await findCard(driver, job).catch((error: unknown) => Promise.reject(failureOf(error)));
    checkJob(job, target, now());
    const id = randomUUID();
    const outcome = await new Promise<Outcome>((resolve, reject) => {
      const settle = (result: Outcome) => {
        clearTimeout(timer);
        resolve(result);
      };
      const item: Waiting = { id, requester, job, target, view: viewDocument(job), settle };
      const drop = (event: 'withdrawn' | 'expired') => {
        if (waiting.delete(id)) void dismiss(item, event);
      };
      const timer = setTimeout(() => drop('expired'), options.patience);
      const put = () => {
        if (gone.aborted) return settle({ failure: new ProtocolFailure(RET.cancelled) });
        waiting.set(id, item);
        revision += 1;
        gone.addEventListener('abort', () => drop('withdrawn'));
        options.onAsk?.(requester);
      };
      timer.unref();
      audit
        .record({ event: 'asked', ...summary(item) })
        .then(put, () => reject(new ProtocolFailure(RET.failed)));
    });
    if ('failure' in outcome) throw outcome.failure;
    return outcome.answer;
  };

  const approve = async (batch: Batch, consent: Consent): Promise<void> => {
    const items = take(batch);
    const ids = items.map(({ id }) => id);
    revision += 1;
    const work = async () => {
      for (const item of items) {
        const pin = item.job.pin === undefined ? 'person' : 'page';
        await audit.record({ event: 'approved', ...summary(item), batch: ids, pin });
      }
      const done = (item: Waiting, outcome: Outcome) =>
        settle(item, outcome, 'answer' in outcome ? 'done' : 'failed');
      await runBatch(items, consent, { driver, now, done });
    };
    const run = busy.then(work).catch(() => {
      for (const item of items) item.settle({ failure: new ProtocolFailure(RET.failed) });
    });
    busy = run;
    await run;
  };

  return {
    get revision() {
      return revision;
    },
    recent,
    batches: () => batchesOf(waiting.values()),
    ask,
    approve,
    decline: async (batch) => {
      for (const item of take(batch)) await dismiss(item, 'declined');
    },
  };
}

function summary({ id, requester, job, view, target }: Waiting) {
  return {
    requester,
    id,
    func: job.kind,
    type: job.kind === 'sign' ? `${job.type} ${job.hash}` : job.type,
    size: view.size,
    sha256: view.sha256,
    reader: target.name,
    card: target.card.number,
  };
}

function codes(outcome: Outcome) {
  if ('answer' in outcome) return { retCode: hex(RET.ok), lastError: hex(0) };
  return { retCode: hex(outcome.failure.retCode), lastError: hex(outcome.failure.lastError) };
}

const EVENTS: Partial<Record<AuditEntry['event'], string>> = {
  done: '已完成',
  declined: '已拒絕',
  withdrawn: '網頁已取消',
  expired: '逾時未同意',
};
const TRIES: Readonly<Record<number, string>> = {
  2147483650: '，剩餘 2 次',
  2147483649: '，剩餘 1 次',
  164: '，已鎖卡',
};

function textOf(outcome: Outcome, event: AuditEntry['event']): string {
  const plain = EVENTS[event];
  if (plain !== undefined || 'answer' in outcome) return plain ?? '已完成';
  const { retCode, lastError } = outcome.failure;
  return `${labelOf(retCode)}（${hex(retCode)}）${TRIES[lastError] ?? ''}`;
}
