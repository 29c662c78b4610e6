import { join } from 'node:path';
import {
  type CertificateChecker,
  createEngine,
  type DispatchDetail,
  type ExchangeEngine,
  fileSource,
  readAll,
  type Store,
} from '@kcc/exchange-client';
import { type ExchangeCentre, openCentre, serveCentre } from '@kcc/exchange-client/centre';
import { createHttpTransport } from '@kcc/exchange-client/http';
import { openSqliteStore } from '@kcc/exchange-client/sqlite';
import type { CardSession } from '@kcc/xca-card';
import { validatePath } from '@kcc/xca-card/certificate';
import { CliError } from '../../frame/failure.ts';
import type { DemoCards } from './apply-stage.ts';
import type { Composed } from './compose-stage.ts';
import type { Journey } from './journey.ts';
import { CITY, COUNCIL, OFFICE } from './office.ts';

const ROLES = { letter: 'print', roster: 'description', attachment: 'other' } as const;
/** A turn of sender and receivers each; more than enough for one letter on loopback. */
const MOST_ROUNDS = 60;

/** One office with its engine over its own store. */
export interface DemoOffice {
  readonly engine: ExchangeEngine;
  readonly store: Store;
}

/** The exchange while it runs. */
export interface DemoExchange {
  readonly id: string;
  readonly office: DemoOffice;
  readonly receivers: readonly DemoOffice[];
  readonly dispatch: DispatchDetail;
  close(): Promise<void>;
}

interface Sessions {
  readonly office: CardSession;
  readonly council: CardSession;
  readonly city: CardSession;
}

/** Chain checks of the exchange, up to the second test root. */
async function chainChecker({ store }: DemoCards): Promise<CertificateChecker> {
  const { authorities } = await store.gpki();
  const anchors = [authorities['root-g2'].certificate];
  const intermediates = [authorities.xca.certificate, authorities.gca.certificate];
  return async (der, at) => {
    const { valid, issues } = await validatePath(der, { anchors, intermediates, at });
    return { ok: valid, issues };
  };
}

/** 收發文: centre on loopback, three offices, one letter to two recipients, until both have confirmed. */
export async function exchangeLetter(
  journey: Journey,
  {
    cards,
    composed,
    sessions,
  }: { readonly cards: DemoCards; readonly composed: Composed; readonly sessions: Sessions },
): Promise<DemoExchange> {
  const checker = await chainChecker(cards);
  const id = `demo-${composed.letter.documentNumbers[0]?.serial ?? '1'}`;
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.reverse()) await closer();
  };
  try {
    const { centre, url } = await journey.step('啟動參考交換中心（本機 HTTP）', () =>
      startCentre(journey, checker, closers),
    );
    const open = (name: string, organisation: { name: string; code: string }, session: CardSession) =>
      openOffice({ journey, name, organisation, session, url, checker, centre, closers });
    const [office, council, city] = await journey.step(
      '三個單位以憑證卡註冊',
      async () =>
        [
          await open('office', OFFICE, sessions.office),
          await open('council', COUNCIL, sessions.council),
          await open('city', CITY, sessions.city),
        ] as const,
    );
    await journey.step('封裝、加密、寫入發文匣（fsync 之後才返回）', () =>
      send(journey, office, composed, id),
    );
    const dispatch = await journey.step('送出、收文、登錄、送回簽章回執', () =>
      settle(office, [council, city], id),
    );
    return { id, office, receivers: [council, city], dispatch, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startCentre(journey: Journey, checker: CertificateChecker, closers: (() => Promise<void>)[]) {
  const folder = join(journey.state, 'centre');
  const centre = await openCentre({ folder, checker });
  closers.push(() => centre.close());
  const served = await serveCentre({ centre, uploads: join(folder, 'uploads') });
  closers.push(() => served.close());
  return { centre, url: served.url };
}

interface OfficeParts {
  readonly journey: Journey;
  readonly name: string;
  readonly organisation: { readonly name: string; readonly code: string };
  readonly session: CardSession;
  readonly url: string;
  readonly checker: CertificateChecker;
  readonly centre: ExchangeCentre;
  readonly closers: (() => Promise<void>)[];
}

async function openOffice(parts: OfficeParts): Promise<DemoOffice> {
  const { journey, name, organisation, session, url, checker, centre, closers } = parts;
  const { signer, decrypter } = session;
  const office = { code: organisation.code, name: organisation.name };
  const transport = createHttpTransport({ url, office, signer });
  closers.push(async () => transport.close());
  const store = await openSqliteStore({ folder: join(journey.state, name) });
  closers.push(() => store.close());
  if ((await centre.findOffice(office.code)) === undefined) await transport.register(decrypter.certificate);
  return {
    store,
    engine: createEngine({ office, store, transport, directory: transport, signer, decrypter, checker }),
  };
}

async function send(journey: Journey, { engine }: DemoOffice, composed: Composed, id: string): Promise<void> {
  const { letter, files } = composed;
  await engine.send({
    id,
    recipients: [{ code: COUNCIL.code }, { code: CITY.code }],
    files: await Promise.all(
      files.map(async ({ name, path, role }) => ({
        name,
        role: ROLES[role],
        content: await fileSource(join(journey.folder, path)),
      })),
    ),
    envelope: { subject: letter.subject },
    operator: OFFICE.drafter,
  });
}

/** Turns of all three until every recipient has confirmed. */
async function settle(
  office: DemoOffice,
  receivers: readonly DemoOffice[],
  id: string,
): Promise<DispatchDetail> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const { engine } of [office, ...receivers, office]) {
      const { problems } = await engine.runOnce();
      const [problem] = problems;
      if (problem) throw new CliError('DEMO_EXCHANGE', 'remote', problem.message, { where: problem.where });
    }
    const dispatch = await office.engine.status(id);
    if (dispatch?.deliveries.every(({ state }) => state === 'CONFIRMED')) return dispatch;
    // A lease left by a killed run has to end before its work can be taken over.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new CliError('DEMO_EXCHANGE', 'remote', '受文者沒有全部回執，請再執行一次', { id });
}

/** Bytes of a sealed package, receipt or file of a store. */
export async function blobOf({ store }: DemoOffice, sha256: string): Promise<Uint8Array> {
  return readAll((await store.openBlob(sha256)).open());
}
