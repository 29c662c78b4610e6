import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { PKCS11 } from 'pkcs11js';
import { CKF, CKR, ckrOf, ckrText } from './cryptoki.ts';
import { changeCardPin, closeCard, type HostCard, loginCard } from './host-card.ts';
import { decryptOnCard } from './host-decrypt.ts';
import { failureOf, HostFailure } from './host-failure.ts';
import type { HostCallName, HostCalls, HostReply, HostRequest, HostStart } from './host-protocol.ts';
import { signOnCard } from './host-sign.ts';
import { listPresence, listSlots, moduleInfo, readCertificates, slotById } from './host-tokens.ts';

type Handlers = { [Name in HostCallName]: (args: HostCalls[Name]['args']) => unknown };

/** Answers requests of the parent one after another: a module need not be thread safe. */
export function serve(channel: NodeJS.Process): void {
  followParent();
  channel.on('disconnect', () => channel.exit(0));
  const handlers = createHandlers();
  let turn = Promise.resolve();
  channel.on('message', (request: HostRequest) => {
    turn = turn.then(async () => {
      channel.send?.(await answer(handlers, request));
    });
  });
}

async function answer(handlers: Handlers, request: HostRequest): Promise<HostReply> {
  try {
    // The handler and its arguments belong to the same name; the compiler cannot follow the lookup.
    const handler = handlers[request.call] as (args: unknown) => unknown;
    return { id: request.id, ok: true, value: await handler(request.args) };
  } catch (error) {
    return { id: request.id, ok: false, failure: failureOf(error, request.call).data };
  }
}

function createHandlers(): Handlers {
  let loaded: PKCS11 | undefined;
  let nextSession = 1;
  const cards = new Map<number, HostCard>();
  const lib = (): PKCS11 => {
    if (loaded === undefined) throw new HostFailure('MODULE_FAILED', { reason: 'initialise' });
    return loaded;
  };
  const cardOf = (session: number): HostCard => {
    const card = cards.get(session);
    if (card === undefined) throw new HostFailure('SESSION_CLOSED');
    return card;
  };
  return {
    start: async (args) => {
      loaded = await loadModule(args);
      return moduleInfo(loaded);
    },
    info: () => moduleInfo(lib()),
    presence: () => listPresence(lib()),
    slots: () => listSlots(lib()),
    certificates: ({ slotId }) => readCertificates(lib(), slotId),
    mechanisms: ({ slotId }) => lib().C_GetMechanismList(slotById(lib(), slotId)),
    login: (args) => {
      const card = loginCard(lib(), args, [...cards.values()]);
      const session = nextSession;
      nextSession += 1;
      cards.set(session, card);
      return { session };
    },
    sign: ({ session, ...input }) => signOnCard(lib(), cardOf(session), input),
    decrypt: ({ session, data, padding }) => decryptOnCard(lib(), cardOf(session), data, padding),
    changePin: ({ session, current, next }) => {
      changeCardPin(lib(), cardOf(session), current, next);
      return null;
    },
    close: ({ session }) => {
      const card = cards.get(session);
      cards.delete(session);
      if (card !== undefined) closeCard(lib(), card, [...cards.values()]);
      return null;
    },
  };
}

async function loadModule({ module, binding }: HostStart): Promise<PKCS11> {
  if (!existsSync(module)) throw new HostFailure('MODULE_NOT_FOUND', { module });
  const { PKCS11: Binding } = await importBinding(binding);
  const lib = new Binding();
  try {
    lib.load(module);
  } catch (error) {
    throw new HostFailure('MODULE_FAILED', {
      reason: 'load',
      module,
      message: String(error).split('\n')[0] ?? '',
    });
  }
  try {
    initialize(lib);
  } catch (error) {
    throw new HostFailure('MODULE_FAILED', { reason: 'initialise', module, ckr: ckrText(ckrOf(error) ?? 0) });
  }
  return lib;
}

/** Always with OS locking, because modules start threads of their own; without arguments for modules that refuse it. */
function initialize(lib: PKCS11): void {
  try {
    lib.C_Initialize({ flags: CKF.OS_LOCKING_OK });
  } catch (error) {
    const ckr = ckrOf(error);
    if (ckr === CKR.CRYPTOKI_ALREADY_INITIALIZED) return;
    if (ckr !== CKR.CANT_LOCK && ckr !== CKR.NEED_TO_CREATE_THREADS && ckr !== CKR.ARGUMENTS_BAD) throw error;
    lib.C_Initialize();
  }
}

async function importBinding(binding: string | undefined): Promise<typeof import('pkcs11js')> {
  const failures: unknown[] = [];
  const places = binding === undefined ? [() => 'pkcs11js', findBesidePackage] : [() => binding];
  for (const find of places) {
    try {
      const loaded: { default: typeof import('pkcs11js') } = await import(find());
      return loaded.default;
    } catch (error) {
      failures.push(error);
    }
  }
  throw new HostFailure('NATIVE_MISSING', { message: String(failures[0]).split('\n')[0] ?? '' });
}

/** In a program's own bundle the dependency is not beside the code but beside this package. */
function findBesidePackage(): string {
  const here = createRequire(import.meta.url);
  return createRequire(here.resolve('@kcc/xca-card/package.json')).resolve('pkcs11js');
}

/**
 * Ends this process when its parent is gone, also while the main thread is stuck inside the module: a thread of its own
 * looks once a second.
 */
function followParent(): void {
  const code = `
    const parent = process.ppid;
    setInterval(() => {
      let alive = process.ppid === parent;
      try { process.kill(parent, 0); } catch (error) { alive = alive && error.code === 'EPERM'; }
      if (!alive) process.kill(process.pid, 'SIGKILL');
    }, 1000);
  `;
  new Worker(code, { eval: true, stdout: false, stderr: false }).unref();
}
