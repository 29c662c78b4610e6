import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Streams } from './streams.ts';

/** Asks one question on the terminal. */
export async function askQuestion({ stdin, stderr }: Streams, question: string): Promise<string> {
  const reader = createInterface({ input: stdin, output: stderr, terminal: true });
  try {
    return await reader.question(`${question} `);
  } finally {
    reader.close();
  }
}

/** Asks for a secret; what is typed is not shown. */
export async function askSecret({ stdin, stderr }: Streams, label: string): Promise<string> {
  stderr.write(label);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: stdin, output: silent, terminal: true, historySize: 0 });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    stderr.write('\n');
  }
}
