import { type ChildProcess, fork } from 'node:child_process';
import { CardError } from '../../errors/card-error.ts';
import { type HostEntry, hostEntry } from './host-entry.ts';
import type { HostCallName, HostCalls, HostReply, HostStart } from './host-protocol.ts';

export interface HostProcessOptions extends HostStart {
  /** What is forked. Default: the entry beside this code. */
  readonly entry?: HostEntry;
  /** Added to the environment of the module. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds for one request before the process is ended. */
  readonly timeout: number;
  /** Asked while a request is slow: has a card left one of these readers? */
  readonly hasLeft: (readers: readonly string[]) => Promise<boolean>;
  /** Milliseconds after which a request counts as slow. */
  readonly slow: number;
}

interface Pending {
  readonly id: number;
  /** Milliseconds that it may take. */
  readonly limit: number;
  /** Readers of the cards that the module may be talking to, to tell a removal from a slow card. */
  readonly readers: readonly string[];
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: CardError) => void;
}

interface Running {
  readonly child: ChildProcess;
  /** In the order in which the process answers them. */
  readonly queue: Pending[];
  timer: NodeJS.Timeout | undefined;
  since: number;
  nextId: number;
}

/** Starting a process and loading a module takes long on a busy machine. */
const START_MS = 15_000;

/** Environment variables that no foreign module needs to see. */
const SECRET_VARIABLES = ['KCC_PIN', 'KCC_USER_CODE'];

/**
 * The process that holds the PKCS#11 module. It is started by the first request, watched while it works, ended when it
 * hangs, and started again by the next request. `generation` counts the starts: what belongs to an earlier one is gone.
 */
export class HostProcess {
  generation = 0;
  readonly #options: HostProcessOptions;
  #running: Running | undefined;
  #starting: Promise<unknown> | undefined;
  #closed = false;

  constructor(options: HostProcessOptions) {
    this.#options = options;
  }

  /** One request to the module, in order; `readers` are those whose cards it may talk to. */
  async call<Name extends HostCallName>(
    call: Name,
    args: HostCalls[Name]['args'],
    ...readers: readonly string[]
  ): Promise<HostCalls[Name]['result']> {
    if (this.#closed) throw new CardError('SESSION_CLOSED');
    if (this.#running === undefined) this.#starting = this.#start();
    await this.#starting;
    return await this.#send(call, args, readers);
  }

  /** The process id while the module is loaded. */
  get pid(): number | undefined {
    return this.#running?.child.pid;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const running = this.#running;
    if (running === undefined) return;
    const gone = new Promise<void>((resolve) => running.child.once('exit', () => resolve()));
    // An idle process is not waited for otherwise.
    running.child.ref();
    this.#end(running, new CardError('SESSION_CLOSED'));
    await gone;
  }

  async #start(): Promise<void> {
    const { module, binding, env, entry = hostEntry() } = this.#options;
    const environment: NodeJS.ProcessEnv = { ...process.env, ...env };
    for (const name of SECRET_VARIABLES) delete environment[name];
    const child = fork(entry.path, [], {
      execArgv: [...entry.execArgv],
      env: environment,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const running: Running = { child, queue: [], timer: undefined, since: 0, nextId: 1 };
    this.#running = running;
    this.generation += 1;
    child.on('message', (reply: HostReply) => this.#settle(running, reply));
    child.on('error', () => {
      if (child.pid === undefined)
        this.#end(running, new CardError('MODULE_FAILED', { details: { reason: 'start' } }));
      // A request did not reach it, mostly because it has just died: its exit tells how.
      else child.kill('SIGKILL');
    });
    child.once('exit', (exitCode, signal) => {
      const details = { reason: 'crash', ...(signal === null ? { exitCode } : { signal }) };
      this.#end(running, new CardError('MODULE_FAILED', { details }));
    });
    try {
      await this.#send('start', binding === undefined ? { module } : { module, binding }, []);
    } catch (error) {
      this.#end(
        running,
        error instanceof CardError ? error : new CardError('MODULE_FAILED', { cause: error }),
      );
      throw error;
    }
  }

  #send<Name extends HostCallName>(
    call: Name,
    args: HostCalls[Name]['args'],
    readers: readonly string[],
  ): Promise<HostCalls[Name]['result']> {
    const running = this.#running;
    if (running === undefined) throw new CardError('MODULE_FAILED', { details: { reason: 'crash' } });
    return new Promise((resolve, reject) => {
      const id = running.nextId;
      running.nextId += 1;
      // The reply with this id has the result type of this call.
      const limit = call === 'start' ? Math.max(START_MS, this.#options.timeout) : this.#options.timeout;
      running.queue.push({ id, limit, readers, resolve: resolve as (value: unknown) => void, reject });
      if (running.queue.length === 1) this.#watch(running);
      running.child.send({ id, call, args });
    });
  }

  #settle(running: Running, reply: HostReply): void {
    const pending = running.queue[0];
    if (pending === undefined || pending.id !== reply.id) return;
    running.queue.shift();
    running.since = performance.now();
    if (reply.ok) pending.resolve(reply.value);
    else pending.reject(new CardError(reply.failure.code, { details: reply.failure.details }));
  }

  /**
   * Watches the request that the process works on. The timer goes on for a moment after the last reply, because arming
   * it for each of many quick requests costs more than they do.
   */
  #watch(running: Running): void {
    running.since = performance.now();
    if (running.timer !== undefined) return;
    running.child.ref();
    running.child.channel?.ref();
    this.#arm(running, this.#options.slow);
  }

  #arm(running: Running, wait: number): void {
    running.timer = setTimeout(() => void this.#look(running), wait);
  }

  async #look(running: Running): Promise<void> {
    const { child, queue } = running;
    const [head] = queue;
    if (head === undefined) {
      // An idle process does not keep this one alive.
      running.timer = undefined;
      child.unref();
      child.channel?.unref();
      return;
    }
    const { slow } = this.#options;
    const elapsed = performance.now() - running.since;
    if (elapsed < slow) return this.#arm(running, slow - elapsed);
    if (elapsed >= head.limit) {
      return this.#end(running, new CardError('MODULE_FAILED', { details: { reason: 'timeout' } }));
    }
    const left = head.readers.length > 0 && (await this.#options.hasLeft(head.readers));
    if (left && queue[0] === head) this.#end(running, new CardError('CARD_REMOVED'));
    else if (running === this.#running) this.#arm(running, Math.min(100, slow));
  }

  /** Ends the process, also when it is stuck in the module, and fails what it had not answered. */
  #end(running: Running, error: CardError): void {
    if (this.#running === running) this.#running = undefined;
    clearTimeout(running.timer);
    const { child, queue } = running;
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    for (const pending of queue.splice(0)) pending.reject(error);
  }
}
