import { PassThrough, Readable } from 'node:stream';
import { runCli } from '../src/frame/run.ts';

/** What one command line printed and how it ended. */
export interface Captured {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as JSON. */
  json(): unknown;
}

/** Runs `kcc` in this process with its own streams. */
export async function kcc(words: readonly string[], stdin: string | Uint8Array = ''): Promise<Captured> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const collect = (chunks: Buffer[]) => {
    const stream = new PassThrough();
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return stream;
  };
  const streams = { stdin: Readable.from([stdin]), stdout: collect(out), stderr: collect(err) };
  const exitCode = await runCli(words, streams);
  const stdout = Buffer.concat(out).toString('utf8');
  return { exitCode, stdout, stderr: Buffer.concat(err).toString('utf8'), json: () => JSON.parse(stdout) };
}
