import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Issue } from '@kcc/validators';
import { TAIWAN_WORKING_DAYS } from '../calendar/working-day-table.ts';
import { createCalendar } from '../calendar/working-days.ts';
import { createBatchSigner } from '../certificate/batch-signer.ts';
import { parseCertificate } from '../certificate/certificate.ts';
import { createSharedWrapper, directWrapper } from '../seal/key-wrap.ts';
import { createOpenedKeys } from '../seal/opened-keys.ts';
import { referenceProfile } from '../seal/profile.ts';
import type { TransportItem } from '../transport/transport.ts';
import { createBreaker } from './breaker.ts';
import type { EngineContext, EngineOptions } from './context.ts';
import { createDesk } from './create-desk.ts';
import { cachedDirectory } from './directory-cache.ts';
import type { ExchangeEngine, RunOptions } from './engine.ts';
import { sealEvidence } from './evidence-turn.ts';
import { expiryWarnings } from './expiry-warnings.ts';
import { createLane } from './lane.ts';
import { noticeTurn } from './notice-turn.ts';
import { returnLetter } from './person-actions.ts';
import { acknowledgeTurn, receiveTurn } from './receive-turn.ts';
import { DEFAULT_RETRY } from './retry.ts';
import { sendDispatch } from './send.ts';
import { sendTurn } from './send-turn.ts';
import { emptyReport, isIdle, noteProblem, type TurnReport } from './turn-report.ts';

const DAY_MS = 86_400_000;

/**
 * Builds the engine of one office out of a store, a transport, a directory and a card.
 *
 * @example
 * const engine = createEngine({ office, store, transport, directory, signer, decrypter });
 * await engine.send({ id: 'letter-1', recipients: [{ code: '397000000A' }], files, envelope: { subject } });
 * await engine.runOnce();
 */
export function createEngine(options: EngineOptions): ExchangeEngine {
  const context = createContext(options);
  return {
    ...createDesk(context),
    send: (request) => sendDispatch(context, request),
    runOnce: ({ limit = 100, evidence = true } = {}) => turn(context, limit, evidence),
    run: (signal, runOptions = {}) => run(context, signal, runOptions),
    returnLetter: (name, reason, operator = '') => returnLetter(context, name, reason, operator),
    sealEvidence: () => sealEvidence(context),
    health: () => health(context),
  };
}

function createContext(options: EngineOptions): EngineContext {
  const { office, store, transport, directory, signer, decrypter } = options;
  const clock = options.clock ?? (() => new Date());
  const random = options.random ?? ((length: number) => new Uint8Array(randomBytes(length)));
  return {
    office: { code: office.code, unit: office.unit ?? '', name: office.name },
    store,
    transport,
    directory: cachedDirectory(directory, clock, options.directoryMs ?? 30_000),
    signer,
    statementSigner: options.signTogether === true ? createBatchSigner(signer) : signer,
    wrapper: options.wrapTogether === true ? createSharedWrapper({ clock, random }) : directWrapper,
    decrypter,
    openedKeys: createOpenedKeys({ clock }),
    checker: options.checker,
    centreCertificates: options.centreCertificates ?? [],
    profile: options.profile ?? referenceProfile,
    clock,
    random,
    retry: options.retry ?? DEFAULT_RETRY,
    breaker: createBreaker(options.breaker),
    calendar: options.calendar ?? createCalendar(TAIWAN_WORKING_DAYS),
    leaseMs: options.leaseMs ?? 30_000,
    lifetimeMs: options.lifetimeMs ?? 5 * DAY_MS,
    concurrency: options.concurrency ?? 16,
    allowClassified: options.allowClassified ?? false,
    timestamp: options.timestamp,
    turns: new Map(),
    receiving: createLane(),
    observe: options.observe ?? (() => undefined),
    owner: Buffer.from(random(8)).toString('hex'),
  };
}

type Part = readonly [where: string, work: () => Promise<unknown>];

async function turn(context: EngineContext, limit: number, evidence: boolean): Promise<TurnReport> {
  const report = emptyReport();
  await runParts(report, [
    ['expire', () => expireTurn(context, report)],
    ['send', () => sendTurn(context, report, limit)],
    ['receive', () => context.receiving(() => takeWhatWaits(context, report, limit))],
  ]);
  if (evidence) await runParts(report, [['evidence', () => sealEvidence(context)]]);
  return report;
}

/** Fetches, answers and acknowledges; of several workers one at a time, or all would fetch the same. */
async function takeWhatWaits(context: EngineContext, report: TurnReport, limit: number): Promise<void> {
  let safe: readonly TransportItem[] = [];
  await runParts(report, [
    [
      'receive',
      async () => {
        safe = await receiveTurn(context, report, limit);
      },
    ],
    ['notice', () => noticeTurn(context, report, limit)],
    ['acknowledge', () => acknowledgeTurn(context, safe)],
  ]);
}

/** Each part runs whether or not the one before had trouble. */
async function runParts(report: TurnReport, parts: readonly Part[]): Promise<void> {
  for (const [where, part] of parts) {
    try {
      await part();
    } catch (error) {
      noteProblem(report, where, error);
    }
  }
}

async function expireTurn({ store, clock }: EngineContext, report: TurnReport): Promise<void> {
  report.expired = await store.expireDeliveries(clock(), 1000);
}

async function run(context: EngineContext, signal: AbortSignal, options: RunOptions): Promise<void> {
  const { idleMs = 1000, workers = 1, evidenceMs = 60_000, onTurn } = options;
  let evidenceDue = 0;
  const worker = async () => {
    while (!signal.aborted) {
      const now = context.clock().getTime();
      const evidence = now >= evidenceDue;
      if (evidence) evidenceDue = now + evidenceMs;
      const report = await turn(context, Math.max(100, context.concurrency * 4), evidence);
      onTurn?.(report);
      if (isIdle(report) || report.problems.length > 0) {
        await pause(idleMs, undefined, { signal }).catch(() => undefined);
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

async function health({ signer, decrypter, clock }: EngineContext): Promise<readonly Issue[]> {
  return [signer.certificate, decrypter.certificate].flatMap((der) =>
    expiryWarnings(parseCertificate(der), clock()),
  );
}
