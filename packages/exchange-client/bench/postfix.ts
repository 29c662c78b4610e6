import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface PostfixOptions {
  readonly count?: number;
  readonly ms?: number;
  readonly bytes: number;
  /** Sessions at once. Default 32. */
  readonly sessions?: number;
}

export interface PostfixResult {
  readonly version: string;
  readonly count: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Processor time of Postfix for one letter, milliseconds, without smtp-source and smtp-sink. */
  readonly cpuPerLetter: number;
}

const PROGRAMS = ['postfix', 'postconf', 'smtp-source', 'smtp-sink'];

/** What is not here; undefined when Postfix can be measured. Nothing is installed by itself. */
export function missingForPostfix(): string | undefined {
  if (userInfo().uid !== 0) return 'Postfix starts as root only';
  const missing = PROGRAMS.filter((name) => !existsSync(`/usr/sbin/${name}`));
  return missing.length === 0
    ? undefined
    : `missing ${missing.join(', ')}: install the Debian package postfix`;
}

/**
 * Letters through a Postfix of its own: smtp-source → smtpd, queue file, fsync → queue manager → smtp → smtp-sink,
 * which throws them away. From the first connection until the queue is empty.
 */
export async function measurePostfix(options: PostfixOptions): Promise<PostfixResult> {
  const { count = Number.MAX_SAFE_INTEGER, ms = 86_400_000, bytes, sessions = 32 } = options;
  const folder = mkdtempSync(join(tmpdir(), 'kcc-postfix-'));
  chmodSync(folder, 0o755);
  const [port, sinkPort] = [await freePort(), await freePort()];
  const config = join(folder, 'config');
  const queue = join(folder, 'queue');
  configure(folder, config, queue, port, sinkPort);
  const sink = spawn('/usr/sbin/smtp-sink', ['-u', 'postfix', `127.0.0.1:${sinkPort}`, '1000'], {
    stdio: 'ignore',
  });
  try {
    execFileSync('/usr/sbin/postfix', ['-c', config, 'start'], { stdio: 'pipe' });
    await untilListening(port);
    const begin = performance.now();
    let sent = 0;
    while (sent < count && performance.now() - begin < ms) {
      const some = Math.min(2000, count - sent);
      await inject(port, some, sessions, bytes);
      sent += some;
    }
    while (waiting(queue) > 0) await pause(20);
    const seconds = (performance.now() - begin) / 1000;
    const version = execFileSync('/usr/sbin/postconf', ['-c', config, '-h', 'mail_version'])
      .toString()
      .trim();
    const cpuPerLetter = cpuOfFamily(masterPid(queue)) / sent;
    return { version, count: sent, seconds, perSecond: sent / seconds, cpuPerLetter };
  } finally {
    execFileSync('/usr/sbin/postfix', ['-c', config, 'stop'], { stdio: 'pipe' });
    sink.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A Postfix that touches nothing of the system's own: queue, data and log in the folder, one port on loopback. */
function configure(folder: string, config: string, queue: string, port: number, sinkPort: number): void {
  const data = join(folder, 'data');
  for (const path of [config, queue, data]) mkdirSync(path);
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postfix']).toString()));
  chownSync(data, uid ?? 0, gid ?? 0);
  const settings = {
    compatibility_level: '3.6',
    queue_directory: queue,
    data_directory: data,
    maillog_file: join(folder, 'log'),
    maillog_file_prefixes: folder,
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    mynetworks: '127.0.0.0/8',
    myhostname: 'bench.invalid',
    mydestination: '',
    relayhost: `[127.0.0.1]:${sinkPort}`,
    disable_dns_lookups: 'yes',
    smtp_host_lookup: 'native',
    alias_maps: '',
    alias_database: '',
    smtpd_client_connection_count_limit: '0',
    smtpd_recipient_restrictions: 'permit_mynetworks, reject',
    default_destination_concurrency_limit: '50',
    initial_destination_concurrency: '50',
    smtpd_peername_lookup: 'no',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(join(config, 'main.cf'), lines.join(''));
  const services = [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'smtp unix - - n - - smtp',
    'relay unix - - n - - smtp',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'showq unix n - n - - showq',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'verify unix - - n - 1 verify',
    'postlog unix-dgram n - n - 1 postlogd',
  ];
  writeFileSync(join(config, 'master.cf'), `${services.join('\n')}\n`);
}

function inject(port: number, count: number, sessions: number, bytes: number): Promise<void> {
  const list = ['-m', String(count), '-s', String(sessions), '-l', String(bytes)];
  const parties = ['-f', 'sender@bench.invalid', '-t', 'receiver@example.invalid'];
  const source = spawn('/usr/sbin/smtp-source', [...list, ...parties, `127.0.0.1:${port}`], {
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => {
    source.once('error', reject);
    source.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`smtp-source ended with ${code}`)),
    );
  });
}

/** Letters in any of Postfix's queues. */
function waiting(queue: string): number {
  const kinds = ['maildrop', 'incoming', 'active', 'deferred'];
  const below = (path: string): number =>
    readdirSync(path, { withFileTypes: true }).reduce(
      (sum, entry) => sum + (entry.isDirectory() ? below(join(path, entry.name)) : 1),
      0,
    );
  return kinds.reduce((sum, kind) => sum + (existsSync(join(queue, kind)) ? below(join(queue, kind)) : 0), 0);
}

function masterPid(queue: string): number {
  return Number(readFileSync(join(queue, 'pid', 'master.pid'), 'utf8'));
}

const TICK_MS = 10;

/** Processor time of a process, of its ended children and of those that live, milliseconds. */
function cpuOfFamily(pid: number): number {
  const own = statOf(pid);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter(({ parent }) => parent === pid);
  return children.reduce((sum, child) => sum + child.selfMs, own.selfMs + own.endedMs);
}

/** Fields of `/proc/<pid>/stat` behind the name in brackets: state, parent, …, utime, stime, cutime, cstime. */
function statOf(pid: number) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
    return { parent: fields[1], selfMs: (utime + stime) * TICK_MS, endedMs: (cutime + cstime) * TICK_MS };
  } catch {
    return { parent: undefined, selfMs: 0, endedMs: 0 };
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function untilListening(port: number): Promise<void> {
  const { connect } = await import('node:net');
  for (let attempt = 0; attempt < 250; attempt += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('close', () => socket.destroy());
      setTimeout(() => socket.destroy(), 100);
    });
    if (open) return;
    await pause(40);
  }
  throw new Error('Postfix does not listen');
}
