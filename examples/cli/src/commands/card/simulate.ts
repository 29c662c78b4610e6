import { join } from 'node:path';
import type { CardRecord, SoftStore } from '@kcc/xca-card/soft';
import type { Command, CommandResult, Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { DRIVER_OPTIONS, PIN_OPTIONS, pinFile, softStoreFolder } from './driver.ts';
import { listOf, resolved, textOf } from './texts.ts';

type Soft = typeof import('@kcc/xca-card/soft');

/** What an action works on. */
interface Scene {
  readonly soft: Soft;
  readonly store: SoftStore;
  readonly context: Context;
  readonly options: OptionValues;
}

/** Actions on one card; each gives the card as it is afterwards. */
const ACTIONS: Readonly<Record<string, (scene: Scene, number: string) => Promise<CardRecord>>> = {
  activate: async ({ soft, store, context, options }, number) => {
    const code = await userCode(context, options);
    return soft.activate(store, number, code, await context.secret('pin', pinFile(context, options)));
  },
  reset: async ({ soft, store, context, options }, number) => {
    const code = await userCode(context, options);
    return soft.resetPin(store, number, code, await context.secret('pin', pinFile(context, options)));
  },
  insert: async ({ soft, store, options }, number) => {
    await soft.insertCard(store, number, textOf(options, 'reader'));
    return store.card(number);
  },
  remove: async ({ soft, store }, number) => {
    await soft.removeCard(store, number);
    return store.card(number);
  },
  lock: ({ soft, store }, number) => soft.lockPin(store, number),
  suspend: ({ soft, store }, number) => soft.suspend(store, number),
  resume: ({ soft, store }, number) => soft.resume(store, number),
  revoke: ({ soft, store }, number) => soft.revoke(store, number),
  renew: async ({ soft, store, context, options }, number) =>
    soft.renew(store, number, await userCode(context, options)),
  show: ({ store }, number) => store.card(number),
};

const NAMES = ['create', ...Object.keys(ACTIONS), 'publish'];

/** `card simulate`: the life of a card that does not exist. */
export const simulateCommand: Command = {
  path: ['card', 'simulate'],
  summary: { zh: '模擬卡：建立、開卡、插拔、鎖卡、重設、停用、展期', en: 'the life of a simulated card' },
  usage: `${NAMES.join('|')} [--card NUMBER] [--name 機關名稱] [--place 地名…] [--organisation-oid OID] [--uniform-number N] [--rank primary|secondary] [--authority xca|gca|xca-g3|moica] [--user-code-file FILE] [--pin-file FILE] [--store DIR] [--reader NAME]`,
  options: {
    store: DRIVER_OPTIONS.store,
    reader: DRIVER_OPTIONS.reader,
    'pin-file': PIN_OPTIONS['pin-file'],
    'user-code-file': { type: 'string' },
    card: { type: 'string' },
    name: { type: 'string' },
    place: { type: 'string', multiple: true },
    'organisation-oid': { type: 'string' },
    'uniform-number': { type: 'string' },
    rank: { type: 'string' },
    authority: { type: 'string' },
  },
  args: [1, 1],
  run: async (context, [action = ''], options) => {
    const soft = await import('@kcc/xca-card/soft');
    const store = soft.openSoftStore(softStoreFolder(context, options), { now: context.now });
    const scene: Scene = { soft, store, context, options };
    if (action === 'create') return create(scene);
    if (action === 'publish') return publish(scene);
    const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!act)
      throw new CliError('USAGE', 'usage', `沒有「${action}」這個動作；可用：${NAMES.join('、')}`, {
        action,
      });
    const record = await act(scene, await chooseCard(scene));
    await soft.publishCrls(store);
    return answer(scene, record, action);
  },
};

async function create(scene: Scene): Promise<CommandResult> {
  const { soft, store, context, options } = scene;
  const code = await userCode(context, options);
  const authority = oneOf(options, 'authority', ['xca', 'gca', 'xca-g3', 'moica']) ?? 'xca';
  const rank = oneOf(options, 'rank', ['primary', 'secondary']) ?? 'primary';
  const organisationOid = textOf(options, 'organisation-oid');
  const uniformNumber = textOf(options, 'uniform-number');
  const number = textOf(options, 'card');
  const organisation = {
    name: textOf(options, 'name') ?? '測試市議員王小明服務處',
    places: listOf(options, 'place'),
    ...(organisationOid !== undefined && { organisationOid }),
    ...(uniformNumber !== undefined && { uniformNumber }),
  };
  const issue = { organisation, userCode: code, authority, rank, ...(number !== undefined && { number }) };
  const record = await soft.issueSoftCard(store, issue);
  await soft.insertCard(store, record.number, textOf(options, 'reader'));
  await soft.publishTrust(store);
  await soft.publishCrls(store);
  return answer(scene, record, 'create');
}

async function publish({ soft, store }: Scene): Promise<CommandResult> {
  await soft.publishTrust(store);
  const lists = await soft.publishCrls(store);
  const names = lists.map(({ name }) => name);
  const { location } = store.storage;
  const text = `✔ 已發布：根憑證與中繼憑證在「${join(location, 'trust')}」，${names.length} 份 CRL 在「${join(location, 'crl')}」`;
  return { json: { store: location, crls: names }, text };
}

async function answer({ soft, store }: Scene, record: CardRecord, action: string): Promise<CommandResult> {
  const reader = (await store.readers()).find(({ card }) => card === record.number)?.name ?? null;
  const json = {
    action,
    number: record.number,
    state: soft.stateOf(record, store.now()),
    reader,
    retriesLeft: record.pin?.triesLeft ?? null,
    userCodeTriesLeft: record.userCode.triesLeft,
    issuedAt: record.issuedAt,
    notAfter: record.notAfter,
    renewedBy: record.renewedBy ?? null,
    certificates: await exportCertificates(store, record),
    store: store.storage.location,
  };
  return {
    json,
    text: `✔ ${action}：卡片 ${record.number}，狀態 ${json.state}${reader === null ? '' : `，在「${reader}」`}`,
  };
}

/** The card's two certificates as files, for others to encrypt to and to verify with. */
async function exportCertificates(store: SoftStore, record: CardRecord): Promise<readonly string[]> {
  const { writePem } = await import('@kcc/xca-card/certificate');
  const names: string[] = [];
  for (const { label, der, use } of record.certificates) {
    if (use !== 'sign' && use !== 'exchange') continue;
    const name = `certificates/${record.number}-${label}.crt`;
    const pem = writePem('CERTIFICATE', new Uint8Array(Buffer.from(der, 'base64')));
    await store.storage.write(name, new TextEncoder().encode(pem));
    names.push(name);
  }
  return names;
}

/** `--card`, else the only card of the store, else the only one that is inserted. */
async function chooseCard({ store, options }: Scene): Promise<string> {
  const given = textOf(options, 'card');
  if (given !== undefined) return given;
  const numbers = await store.cardNumbers();
  const inserted = (await store.readers()).flatMap(({ card }) => (card === undefined ? [] : [card]));
  const [only, other] = numbers.length === 1 ? numbers : inserted;
  if (only !== undefined && other === undefined) return only;
  if (numbers.length === 0) {
    const { CardError } = await import('@kcc/xca-card');
    throw new CardError('STORE_NOT_FOUND', { details: { folder: store.storage.location } });
  }
  throw new CliError('USAGE', 'usage', `有多張模擬卡，請用 --card 指定：${numbers.join('、')}`, {
    cards: numbers,
  });
}

function userCode(context: Context, options: OptionValues): Promise<string> {
  const file = textOf(options, 'user-code-file');
  return context.secret('user-code', file === undefined ? {} : { file: resolved(context, file) });
}

function oneOf<const T extends string>(
  options: OptionValues,
  name: string,
  values: readonly T[],
): T | undefined {
  const value = textOf(options, name);
  if (value === undefined) return undefined;
  const found = values.find((each) => each === value);
  if (found === undefined)
    throw new CliError('USAGE', 'usage', `--${name} 應為 ${values.join('、')} 之一：${value}`);
  return found;
}
