import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CardDriver } from '@kcc/xca-card';
import { type Audit, hex } from './audit.ts';
import type { Desk } from './consent/desk.ts';
import { type Answer, refusal } from './protocol/answer.ts';
import { parseBody } from './protocol/body.ts';
import { failureOf, ProtocolFailure, RET } from './protocol/codes.ts';
import { encodeImage } from './protocol/image.ts';
import { info } from './protocol/info.ts';
import { decryptJob, signJob } from './protocol/job.ts';
import type { Gate } from './requester.ts';
import { readBody, send, sendJson } from './respond.ts';

export interface ProtocolWorld {
  readonly driver: CardDriver;
  readonly gate: Gate;
  readonly desk: Desk;
  readonly audit: Audit;
}

const POSTS: Readonly<Record<string, string>> = { '/sign': 'sign', '/decrypt': 'decrypt' };

/** Answers what the published protocol names, and every other POST with 0x7600000E. False when it is neither. */
export async function answerProtocol(
  world: ProtocolWorld,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname: path } = url;
  if (request.method === 'GET' && path === '/p11Image.bmp') {
    await sendImage(world, request, response);
    return true;
  }
  if (request.method === 'GET' && path === '/pkcs11info') {
    const withCertificates = url.searchParams.get('withcert') === 'true';
    const work = () => info(world.driver, withCertificates);
    sendJson(response, await admitted(world, request, 'pkcs11info', work));
    return true;
  }
  if (request.method !== 'POST') return false;
  const func = POSTS[path] ?? '';
  const work = () => perform(world, func, request, response);
  sendJson(response, await admitted(world, request, func, work));
  return true;
}

/** Does the work for who may ask; everything that goes wrong becomes an answer. */
async function admitted(
  { gate, audit }: ProtocolWorld,
  { headers }: IncomingMessage,
  func: string,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    gate.admit(headers);
  } catch (error) {
    const failure = failureOf(error);
    await audit.record({
      event: 'refused',
      requester: gate.name(headers),
      func,
      retCode: hex(failure.retCode),
    });
    return refusal(func, failure);
  }
  try {
    return await work();
  } catch (error) {
    const failure = failureOf(error);
    return refusal(func, failure);
  }
}

async function perform(
  { gate, desk }: ProtocolWorld,
  func: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer> {
  const requester = gate.admit(request.headers);
  const fields = parseBody(await readBody(request));
  if (func === '') return refusal(fields.func ?? '', new ProtocolFailure(RET.unsupported));
  const job = func === 'sign' ? signJob(fields) : decryptJob(fields);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  return await desk.ask(requester, job, gone.signal);
}

/** Every page may read the image; one that may not ask finds only the refusal in it. */
async function sendImage(world: ProtocolWorld, request: IncomingMessage, response: ServerResponse) {
  const answer = await admitted(world, request, 'pkcs11info', () => info(world.driver, false));
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  send(response, 200, 'image/bmp', imageOf(answer));
}

function imageOf(answer: Answer): Buffer {
  try {
    return encodeImage(answer);
  } catch (error) {
    return encodeImage(refusal('pkcs11info', failureOf(error)));
  }
}
