import {
  constants,
  createPrivateKey,
  privateDecrypt,
  privateEncrypt,
  sign,
  X509Certificate,
} from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encodeImageText } from './hipki-image.ts';
import { popupPage } from './hipki-popup-page.ts';
import type { TestCardFiles } from './test-keys.ts';

/** A card in the stand-in service. */
export interface ServiceCard {
  readonly number: string;
  readonly files: TestCardFiles;
  pin: string;
  triesLeft: number;
  /** 附卡授權證, for a secondary card. */
  readonly authorisation?: Uint8Array;
}

/** What the stand-in does wrong on purpose. */
export interface ServiceFaults {
  /** Answers every POST with this code. */
  retCode?: number;
  lastError?: number;
  /** Answers with this text instead of JSON. */
  text?: string;
  /** Takes requests and never answers. */
  silent?: boolean;
  /** Hosts in `Origin` that are refused. */
  untrusted?: string;
  version?: string;
  /** `[2 left, 1 left]` as negative 32-bit numbers. */
  negativeCodes?: boolean;
}

/** A request as it arrived, for assertions. */
export interface SeenRequest {
  readonly path: string;
  readonly fields: Record<string, string>;
}

/** The local service built from its published protocol, with software keys. */
export interface HipkiService {
  readonly url: string;
  readonly card: ServiceCard;
  readonly seen: SeenRequest[];
  readonly faults: ServiceFaults;
  inserted: boolean;
  close(): Promise<void>;
}

const READER = 'Test Reader 0';
const KEYX = 'S0VZWA==';
const LOGIN_FAILED = 0x76100006;
const NO_CARD = 0x76000006;

export async function startHipkiService(card: ServiceCard): Promise<HipkiService> {
  const server = createServer((request, response) => {
    void handle(service, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is always an AddressInfo.
  const { port } = server.address() as AddressInfo;
  const service: HipkiService = {
    url: `http://127.0.0.1:${port}`,
    card,
    seen: [],
    faults: {},
    inserted: true,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return service;
}

async function handle(
  service: HipkiService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', service.url);
  if (service.faults.silent === true && url.pathname !== '/p11Image.bmp') return;
  if (url.pathname === '/popupForm' || url.pathname === '/ChtPopupForm') {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(popupPage);
    return;
  }
  if (url.pathname === '/p11Image.bmp') {
    const body = encodeImageText(JSON.stringify(info(service, false)));
    response.setHeader('access-control-allow-origin', '*').setHeader('content-type', 'image/bmp').end(body);
    return;
  }
  if (url.pathname === '/pkcs11info') {
    response.end(JSON.stringify(info(service, url.searchParams.get('withcert') === 'true')));
    return;
  }
  if (request.method !== 'POST') {
    response.writeHead(404).end();
    return;
  }
  const fields = await readFields(request);
  service.seen.push({ path: url.pathname, fields });
  const answer = reply(service, url.pathname, fields, request.headers.origin);
  response.end(service.faults.text ?? JSON.stringify(answer));
}

async function readFields(request: IncomingMessage): Promise<Record<string, string>> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const fields: Record<string, string> = {};
  for (const part of body.split('&')) {
    const [name = '', ...value] = part.split('=');
    fields[name] = formDecoded(value.join('='));
  }
  return JSON.parse(fields.tbsPackage ?? '{}');
}

/** One field of a form; a `%` that begins no escape stands for itself, as in every browser. */
function formDecoded(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

function reply(
  service: HipkiService,
  path: string,
  fields: Record<string, string>,
  origin: string | undefined,
) {
  const { faults, card } = service;
  const func = { '/sign': 'sign', '/decrypt': 'decrypt' }[path] ?? fields.func;
  const fail = (retCode: number, lastError = 0) => ({
    func,
    ret_code: faults.negativeCodes === true ? retCode | 0 : retCode,
    last_error: faults.negativeCodes === true ? lastError | 0 : lastError,
    version: version(service),
  });
  if (faults.retCode !== undefined) return fail(faults.retCode, faults.lastError);
  if (faults.untrusted !== undefined && origin?.includes(faults.untrusted) === true) return fail(0x76000031);
  if (!service.inserted) return fail(NO_CARD, 0xe0);
  const refused = checkPin(card, fields.pin ?? fields.currentPIN ?? '');
  if (refused !== undefined) return fail(LOGIN_FAILED, refused);
  const ok = { func, ret_code: 0, last_error: 0, version: version(service) };
  if (path === '/sign') return { ...ok, ...makeSignature(card, fields) };
  if (path === '/decrypt') {
    const plain = openKey(card, Buffer.from(fields.cipher ?? '', 'base64'));
    return plain === undefined ? fail(0x76400003) : { ...ok, plain: plain.toString('base64') };
  }
  if (fields.func !== 'changeUserPINCode' || fields.cardid !== card.number) return fail(0x77301025);
  card.pin = fields.newpin ?? '';
  return { ...ok, ret: { data: '' } };
}

/** The CKR for `last_error`, undefined for the right PIN. */
function checkPin(card: ServiceCard, pin: string): number | undefined {
  if (card.triesLeft === 0) return 0xa4;
  if (pin === card.pin) {
    card.triesLeft = 3;
    return undefined;
  }
  card.triesLeft -= 1;
  return [0xa4, 0x80000001, 0x80000002][card.triesLeft];
}

function makeSignature(card: ServiceCard, fields: Record<string, string>): Record<string, string> {
  const identity = fields.keyidb64 === KEYX ? card.files.exchange : card.files.sign;
  const data = Buffer.from(fields.tbs ?? '', fields.tbsEncoding === 'base64' ? 'base64' : 'utf8');
  const signature =
    fields.signatureType === 'RAW'
      ? privateEncrypt(identity.keyPem, digestInfo(data))
      : sign(fields.hashAlgorithm ?? 'SHA256', data, identity.keyPem);
  return {
    signature: signature.toString('base64'),
    certb64: Buffer.from(identity.certificate).toString('base64'),
    cardSN: card.number,
    ...(fields.withSCAP === 'true' && card.authorisation !== undefined
      ? { SCAP: Buffer.from(card.authorisation).toString('base64') }
      : {}),
  };
}

/** RAW: the data is a hash, which its length names. */
function digestInfo(digest: Buffer): Buffer {
  const prefix = {
    20: '3021300906052b0e03021a05000414',
    32: '3031300d060960864801650304020105000420',
    48: '3041300d060960864801650304020205000430',
    64: '3051300d060960864801650304020305000440',
  }[digest.length];
  return Buffer.concat([Buffer.from(prefix ?? '', 'hex'), digest]);
}

function openKey(card: ServiceCard, wrapped: Buffer): Buffer | undefined {
  const block = privateDecrypt(
    { key: createPrivateKey(card.files.exchange.keyPem), padding: constants.RSA_NO_PADDING },
    wrapped,
  );
  const end = block.indexOf(0, 2);
  return block[0] === 0 && block[1] === 2 && end >= 10 ? block.subarray(end + 1) : undefined;
}

const version = ({ faults }: HipkiService): string => faults.version ?? '1.3.4.103328';

function info(service: HipkiService, withCertificates: boolean) {
  const { card, inserted } = service;
  const files = card.files;
  const certificate = (label: string, id: string, der: Uint8Array, usage: string) => ({
    label,
    id: Buffer.from(id).toString('base64'),
    usage,
    subjectDN: new X509Certificate(der).subject,
    certb64: Buffer.from(der).toString('base64'),
  });
  const certs = [
    // The authority first, with digitalSignature: a client that takes the first such certificate signs with nothing.
    certificate('CA Cert', 'CACert', files.authority.certificate, 'digitalSignature|keyCertSign|cRLSign'),
    certificate('ROOT CA Cert', 'ROOTCACert', files.root.certificate, 'keyCertSign|cRLSign'),
    certificate('cert2', 'KEYX', files.exchange.certificate, 'keyEncipherment|dataEncipherment'),
    certificate('cert1', 'SIGN', files.sign.certificate, 'digitalSignature'),
  ];
  const token = {
    label: 'HiCOS PKI Smart Card            ',
    manufacturerID: 'Chunghwa TeleCom Co., Ltd.      ',
    model: 'T7S\t',
    serialNumber: card.number,
    ulMinPinLen: 6,
    ulMaxPinLen: 8,
    ...(withCertificates ? { certs, keys: [] } : {}),
  };
  return {
    func: 'pkcs11info',
    ret_code: 0,
    last_error: 0,
    version: version(service),
    serverVersion: '1.3.8',
    libraryDescription: 'CHT PKCS#11',
    slots: [
      { slotID: 0, slotDescription: READER, flags: 7, token: inserted ? token : null },
      { slotID: 1, slotDescription: 'Windows Hello for Business 1', flags: 7, token: 'unknown token' },
    ],
  };
}
