import type { Issue } from '@kcc/validators';
import { endOfDay, taipeiDate } from '../calendar/working-days.ts';
import { parseCertificate, requireUsable } from '../certificate/certificate.ts';
import type { EnvelopeNote } from '../codec/envelope.ts';
import { digestOf } from '../digest-of.ts';
import { ExchangeError } from '../exchange-error.ts';
import { exchangeIssue } from '../messages/zh-tw.ts';
import type { ByteSource } from '../seal/byte-source.ts';
import { requireDistinctNames } from '../seal/file-name.ts';
import type { FileRole } from '../seal/format.ts';
import { isDispatchId } from '../seal/parse-json.ts';
import type { EnvelopeText, SealSummary } from '../seal/seal-request.ts';
import type { DispatchDetail, FileRecord, NewDispatch, StagedBlob } from '../store/records.ts';
import { recipientKey } from '../transport/transport.ts';
import { refuseClassified } from './classification.ts';
import type { EngineContext } from './context.ts';
import type { DirectoryEntry } from './directory.ts';
import { expiryWarnings } from './expiry-warnings.ts';

/** A file to send. */
export interface SendFile {
  readonly name: string;
  /** `print` is the letter (DI), `description` its roster (SW), everything else `other`. */
  readonly role: FileRole;
  /** Must stay as it is until the dispatch is queued. */
  readonly content: ByteSource;
  readonly note?: EnvelopeNote;
}

export interface SendRequest {
  /** The caller's own key: the same id with the same bytes gives the same dispatch. Default: a random one. */
  readonly id?: string;
  readonly recipients: readonly { readonly code: string; readonly unit?: string; readonly name?: string }[];
  readonly files: readonly SendFile[];
  readonly envelope: EnvelopeText;
  /** Who pressed the button (§7(2)); goes into the evidence. */
  readonly operator?: string;
}

export interface SendResult {
  /** False when the id was sent before. */
  readonly created: boolean;
  readonly dispatch: DispatchDetail;
  readonly issues: readonly Issue[];
}

interface StagedFile extends FileRecord {
  readonly blob: StagedBlob;
  readonly content: ByteSource;
  readonly note?: EnvelopeNote;
}

interface Prepared {
  readonly id: string;
  readonly now: Date;
  readonly expires: Date;
  readonly recipients: readonly DirectoryEntry[];
  readonly files: readonly StagedFile[];
  readonly fingerprint: string;
}

/** Seals and queues a dispatch; everything is durable when this returns. */
export async function sendDispatch(context: EngineContext, request: SendRequest): Promise<SendResult> {
  const { store } = context;
  const id = request.id ?? `kcc-${Buffer.from(context.random(16)).toString('hex')}`;
  requireRequest(id, request);
  const now = context.clock();
  const files = await stageFiles(context, request.files);
  context.observe('send:staged');
  const fingerprint = fingerprintOf(request, files);
  const existing = await store.findDispatch(id);
  if (existing !== undefined) return sameOrRefused(existing, fingerprint);
  if (!context.allowClassified) await refuseClassified(files);
  const recipients = await findRecipients(context, request.recipients);
  const issues = [
    ...(await requireCertificates(context, recipients, now)),
    ...timeIssues(context, request, now),
  ];
  const expires = request.envelope.expires ?? new Date(now.getTime() + context.lifetimeMs);
  const prepared: Prepared = { id, now, expires, recipients, files, fingerprint };
  const { blob, summary } = await seal(context, request, prepared);
  context.observe('send:sealed');
  const { created, dispatch } = await store.createDispatch(
    newDispatch(context, request, prepared, blob, summary),
  );
  context.observe('send:queued');
  return created ? { created, dispatch, issues } : sameOrRefused(dispatch, fingerprint);
}

function requireRequest(id: string, request: SendRequest): void {
  if (!isDispatchId(id)) throw new TypeError('id must be 1 to 128 letters, digits, ".", "_", "-"');
  if (request.recipients.length === 0) throw new TypeError('recipients must not be empty');
  if (request.files.length === 0) throw new TypeError('files must not be empty');
  requireDistinctNames(request.files.map((file) => file.name));
}

function sameOrRefused(dispatch: DispatchDetail, fingerprint: string): SendResult {
  if (dispatch.fingerprint !== fingerprint)
    throw new ExchangeError('ID_REUSED', { details: { id: dispatch.id } });
  return { created: false, dispatch, issues: [] };
}

async function stageFiles(
  { store }: EngineContext,
  files: readonly SendFile[],
): Promise<readonly StagedFile[]> {
  const staged: StagedFile[] = [];
  for (const { role, name, content, note } of files) {
    const blob = await store.stage(content.open());
    if (blob.size !== content.size) throw new ExchangeError('FILE_CHANGED', { details: { name } });
    staged.push({
      role,
      name,
      sha256: blob.sha256,
      size: blob.size,
      blob,
      content: store.openStaged(blob),
      ...(note === undefined ? {} : { note }),
    });
  }
  return staged;
}

/** One value for one meaning: the same request gives it again, any other byte gives another. */
function fingerprintOf(request: SendRequest, files: readonly FileRecord[]): string {
  const { subject, serviceId, applicationId, expires, contact } = request.envelope;
  const meaning = [
    request.recipients.map(({ code, unit }) => recipientKey(code, unit)).sort(),
    [subject, serviceId ?? '', applicationId ?? '', expires?.toISOString() ?? '', contact ?? ''],
    files.map(({ role, name, sha256, size }) => [role, name, sha256, size]),
  ];
  return digestOf(JSON.stringify(meaning));
}

async function findRecipients(
  { directory }: EngineContext,
  recipients: SendRequest['recipients'],
): Promise<readonly DirectoryEntry[]> {
  const found: DirectoryEntry[] = [];
  const unknown: string[] = [];
  const seen = new Set<string>();
  for (const { code, unit = '', name } of recipients) {
    const key = recipientKey(code, unit);
    if (seen.has(key)) continue;
    seen.add(key);
    const entry = await directory.find(code, unit);
    if (entry === undefined || entry.encryptionCertificates.length === 0) unknown.push(name ?? key);
    else found.push({ ...entry, code, unit, name: name ?? entry.name });
  }
  if (unknown.length > 0) throw new ExchangeError('RECIPIENT_UNKNOWN', { details: { recipients: unknown } });
  return found;
}

/** Our signing certificate and every recipient's encryption certificate must be usable now. */
async function requireCertificates(
  context: EngineContext,
  recipients: readonly DirectoryEntry[],
  now: Date,
): Promise<readonly Issue[]> {
  const own = parseCertificate(context.signer.certificate);
  const issues = [...(await requireUsable(own, now, context.checker)), ...expiryWarnings(own, now)];
  for (const der of recipients.flatMap((recipient) => recipient.encryptionCertificates)) {
    const certificate = parseCertificate(der);
    issues.push(
      ...(await requireUsable(certificate, now, context.checker)),
      ...expiryWarnings(certificate, now),
    );
  }
  return issues;
}

/** What was assumed about time because nobody said it. */
function timeIssues(context: EngineContext, request: SendRequest, now: Date): readonly Issue[] {
  const issues: Issue[] = [];
  const { date, known } = context.calendar.nextWorkingDay(now);
  if (!known) {
    issues.push(exchangeIssue('CALENDAR_YEAR_UNKNOWN', 'warning', '', { year: date.slice(0, 4) }));
  }
  if (request.envelope.expires === undefined) {
    const expires = new Date(now.getTime() + context.lifetimeMs);
    issues.push(exchangeIssue('EXPIRY_DEFAULTED', 'info', '', { date: taipeiDate(expires) }));
  }
  return issues;
}

async function seal(
  context: EngineContext,
  request: SendRequest,
  { id, now, expires, recipients, files }: Prepared,
): Promise<{ readonly blob: StagedBlob; readonly summary: SealSummary }> {
  const sealed = context.profile.seal({
    id,
    sender: context.office,
    recipients: recipients.map(({ code, unit, name, encryptionCertificates }) => ({
      code,
      unit,
      name,
      encryptionCertificate: encryptionCertificates,
    })),
    files: files.map(({ role, name, content, note }) => ({
      role,
      name,
      content,
      ...(note === undefined ? {} : { note }),
    })),
    envelope: { ...request.envelope, expires },
    signer: context.statementSigner,
    wrapper: context.wrapper,
    now: () => now,
    random: context.random,
  });
  const blob = await context.store.stage(sealed);
  return { blob, summary: sealed.summary() };
}

function newDispatch(
  context: EngineContext,
  request: SendRequest,
  { id, now, expires, recipients, files, fingerprint }: Prepared,
  blob: StagedBlob,
  summary: SealSummary,
): NewDispatch {
  const dueAt = endOfDay(context.calendar.nextWorkingDay(now).date);
  const { statement, salt } = summary;
  const parties = recipients.map(({ code, unit, name }) => ({ code, unit, name }));
  return {
    record: {
      id,
      fingerprint,
      subject: request.envelope.subject,
      packageSha256: blob.sha256,
      packageSize: blob.size,
      createdAt: now,
      expiresAt: expires,
    },
    package: blob,
    files,
    deliveries: parties.map((party) => ({
      ...party,
      recipient: recipientKey(party.code, party.unit),
      destination: context.transport.destinationOf(party.code),
      dueAt,
    })),
    events: [
      {
        type: 'sealed',
        body: {
          profile: context.profile.name,
          packageSha256: blob.sha256,
          envelopeSha256: statement.envelopeSha256,
          salt,
          sender: context.office,
          recipients: parties,
          files: files.map(({ role, name, sha256, size }) => ({ role, name, sha256, size })),
        },
      },
      { type: 'queued', body: { operator: request.operator ?? '', expiresAt: expires.toISOString() } },
    ],
  };
}
