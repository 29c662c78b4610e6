import { randomBytes } from 'node:crypto';
import type { Decrypter, Signer } from '../certificate/signer.ts';
import { digestOf } from '../digest-of.ts';
import { ExchangeError } from '../exchange-error.ts';
import { type NoticeContent, signNotice } from '../notice/sign-notice.ts';
import { bytesSource, readAll } from '../seal/byte-source.ts';
import { sealPackage } from '../seal/seal-package.ts';
import type { SubmitOutcome, Transport, TransportItem } from '../transport/transport.ts';
import { check, same, type TestFrame } from './conformance.ts';

/** An office of the suite, registered wherever the transport needs it. */
export interface TransportOffice {
  readonly code: string;
  readonly name: string;
  readonly signer: Signer;
  readonly decrypter: Decrypter;
  readonly transport: Transport;
}

/** A pair of offices that reach each other through the transport under test. */
export interface TransportSubject {
  readonly sender: TransportOffice;
  readonly receiver: TransportOffice;
  /** Whether calls may fail by chance; then the suite repeats them as an engine would. */
  readonly lossy?: boolean;
  close(): Promise<void>;
}

const PATIENCE = 200;

/** Registers every case of the transport suite with a test runner. */
export function transportConformance(
  frame: TestFrame,
  name: string,
  open: () => Promise<TransportSubject>,
): void {
  const withSubject = (body: (subject: TransportSubject) => Promise<void>) => async () => {
    const subject = await open();
    try {
      await body(subject);
    } finally {
      await subject.close();
    }
  };
  frame.describe(`transport conformance: ${name}`, () => {
    frame.it(
      'brings a small package over whole',
      withSubject((subject) => bringsOver(subject, 1000)),
    );
    frame.it(
      'brings a large package over whole',
      withSubject((subject) => bringsOver(subject, 3_000_000)),
    );
    frame.it('takes the same package once, however often it is submitted', withSubject(submitsTwice));
    frame.it('keeps an item until it is acknowledged', withSubject(keepsUntilAcknowledged));
    frame.it('brings a notice back to the sender whole', withSubject(bringsNotice));
    frame.it('refuses an unknown recipient for good', withSubject(refusesUnknown));
    frame.it('answers each of several packages and notices on its own', withSubject(answersEach));
  });
}

interface Sample {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

async function samplePackage({ sender, receiver }: TransportSubject, size: number): Promise<Sample> {
  const id = `conformance-${randomBytes(8).toString('hex')}`;
  const content = bytesSource(new Uint8Array(randomBytes(size)));
  const { code, name, decrypter } = receiver;
  const bytes = await readAll(
    sealPackage({
      id,
      sender,
      recipients: [{ code, name, encryptionCertificate: decrypter.certificate }],
      files: [{ name: 'a.bin', role: 'other', content }],
      envelope: { subject: 'conformance' },
      signer: sender.signer,
    }),
  );
  return { id, bytes, sha256: digestOf(bytes) };
}

/** Repeats a call that failed by chance; anything else fails the case. */
async function patiently<T>({ lossy }: TransportSubject, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const chance = error instanceof ExchangeError && error.retryable && lossy === true;
      if (!chance || attempt >= PATIENCE) throw error;
    }
  }
}

async function submit(
  subject: TransportSubject,
  { id, bytes, sha256 }: Sample,
  code = subject.receiver.code,
): Promise<readonly SubmitOutcome[]> {
  return patiently(subject, () =>
    subject.sender.transport.submit({
      id,
      packageSha256: sha256,
      package: bytesSource(bytes),
      recipients: [{ recipient: code, code, unit: '' }],
    }),
  );
}

async function waiting(subject: TransportSubject, office: TransportOffice, kind: TransportItem['kind']) {
  for (let attempt = 1; attempt <= PATIENCE; attempt += 1) {
    const items = await patiently(subject, () => office.transport.poll({ limit: 100 }));
    const found = items.filter((item) => item.kind === kind);
    if (found.length > 0) return found;
  }
  return [];
}

async function fetchWhole(subject: TransportSubject, item: TransportItem): Promise<Uint8Array> {
  return patiently(subject, async () => {
    const [fresh] = (await subject.receiver.transport.poll({ limit: 100 })).filter(
      (other) => other.item === item.item,
    );
    const bytes = await readAll(subject.receiver.transport.open(fresh ?? item).open());
    if (digestOf(bytes) === item.sha256) return bytes;
    throw new ExchangeError('TRANSPORT_INDETERMINATE', { details: { place: item.item, reason: 'damaged' } });
  });
}

async function bringsOver(subject: TransportSubject, size: number): Promise<void> {
  const sample = await samplePackage(subject, size);
  const outcomes = await submit(subject, sample);
  check(
    outcomes.every(({ outcome }) => outcome !== 'refused'),
    'accepted',
  );
  const [item] = await waiting(subject, subject.receiver, 'package');
  check(item !== undefined, 'an item waits');
  same(
    [item.from, item.dispatchId, item.sha256, item.size],
    [subject.sender.code, sample.id, sample.sha256, sample.bytes.length],
    'item',
  );
  same(Buffer.compare(await fetchWhole(subject, item), sample.bytes), 0, 'bytes');
}

async function submitsTwice(subject: TransportSubject): Promise<void> {
  const sample = await samplePackage(subject, 100);
  await submit(subject, sample);
  await submit(subject, sample);
  same((await waiting(subject, subject.receiver, 'package')).length, 1, 'items');
}

async function keepsUntilAcknowledged(subject: TransportSubject): Promise<void> {
  await submit(subject, await samplePackage(subject, 100));
  const first = await waiting(subject, subject.receiver, 'package');
  const again = await waiting(subject, subject.receiver, 'package');
  same(
    again.map(({ item }) => item),
    first.map(({ item }) => item),
    'the same item',
  );
  await patiently(subject, () => subject.receiver.transport.acknowledge(again));
  const left = await patiently(subject, () => subject.receiver.transport.poll({ limit: 100 }));
  same(left.filter(({ kind }) => kind === 'package').length, 0, 'items after acknowledgement');
}

async function bringsNotice(subject: TransportSubject): Promise<void> {
  const { sender, receiver } = subject;
  const sample = await samplePackage(subject, 100);
  await submit(subject, sample);
  const party = ({ code, name }: TransportOffice) => ({ code, unit: '', name });
  const notice = await signNotice(
    {
      kind: 'registered',
      id: sample.id,
      sender: party(sender),
      receiver: party(receiver),
      packageSha256: sample.sha256,
      files: [],
      at: new Date(),
    },
    receiver.signer,
  );
  const send = () =>
    receiver.transport.sendNotice({ to: sender.code, dispatchId: sample.id, bytes: notice.bytes });
  await patiently(subject, send);
  await patiently(subject, send);
  const items = await waiting(subject, sender, 'notice');
  same(
    items.map(({ sha256, dispatchId }) => [sha256, dispatchId]),
    [[notice.sha256, sample.id]],
    'one notice',
  );
}

/** One that is refused fails no other; every call is repeated until each has an answer, as an engine would. */
async function answersEach(subject: TransportSubject): Promise<void> {
  const { sender, receiver } = subject;
  const samples = [
    await samplePackage(subject, 100),
    await samplePackage({ ...subject, receiver: { ...receiver, code: 'NOBODY' } }, 100),
    await samplePackage(subject, 400_000),
  ];
  const submissions = samples.map(({ id, bytes, sha256 }, index) => {
    const code = index === 1 ? 'NOBODY' : receiver.code;
    const recipients = [{ recipient: code, code, unit: '' }];
    return { id, packageSha256: sha256, package: bytesSource(bytes), recipients };
  });
  const answers = await patiently(subject, () =>
    allOf(submissions, (one) => sender.transport.submit(one), sender.transport.submitMany),
  );
  same(
    answers.map(([outcome]) => outcome?.outcome === 'refused'),
    [false, true, false],
    'refused',
  );
  const items = await waiting(subject, receiver, 'package');
  const arrived = [samples[0]?.sha256, samples[2]?.sha256];
  same(items.map(({ sha256 }) => sha256).sort(), arrived.sort(), 'items');
  // The first is as large as that of a letter with thousands of files.
  const notices = await Promise.all(
    items.map((item, index) => noticeFor(subject, item, index === 0 ? manyFiles(4000) : [])),
  );
  await patiently(subject, () =>
    allOf(notices, (one) => receiver.transport.sendNotice(one), receiver.transport.sendNotices),
  );
  same((await waiting(subject, sender, 'notice')).length, 2, 'notices');
}

/** One call for all where the transport has it; throws the first failure. */
async function allOf<T, R>(
  items: readonly T[],
  single: (item: T) => Promise<R>,
  many: ((items: readonly T[]) => Promise<readonly PromiseSettledResult<R>[]>) | undefined,
): Promise<readonly R[]> {
  const results = await (many === undefined ? Promise.allSettled(items.map(single)) : many(items));
  same(results.length, items.length, 'answers');
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

function manyFiles(count: number): NoticeContent['files'] {
  return Array.from({ length: count }, (_, index) => ({ name: `${index}.pdf`, sha256: '0'.repeat(64) }));
}

async function noticeFor(
  { sender, receiver }: TransportSubject,
  item: TransportItem,
  files: NoticeContent['files'],
) {
  const party = ({ code, name }: TransportOffice) => ({ code, unit: '', name });
  const { bytes } = await signNotice(
    {
      kind: 'registered',
      id: item.dispatchId,
      sender: party(sender),
      receiver: party(receiver),
      packageSha256: item.sha256,
      files,
      at: new Date(),
    },
    receiver.signer,
  );
  return { to: sender.code, dispatchId: item.dispatchId, bytes };
}

async function refusesUnknown(subject: TransportSubject): Promise<void> {
  const stranger = { ...subject.receiver, code: 'NOBODY' };
  const sample = await samplePackage({ ...subject, receiver: stranger }, 100);
  const [outcome] = await submit(subject, sample, 'NOBODY');
  same([outcome?.outcome, outcome?.retryable ?? false], ['refused', false], 'outcome');
}
