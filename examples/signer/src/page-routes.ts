import type { IncomingMessage, ServerResponse } from 'node:http';
import { decide } from './consent/decide.ts';
import type { Desk } from './consent/desk.ts';
import { CONSENT_SCRIPT, POPUP_SCRIPT, STYLE } from './pages/assets.ts';
import { consentPage } from './pages/consent-page.ts';
import { addDomainPage, popupPage, selfTestPage } from './pages/other-pages.ts';
import { VERSION } from './protocol/answer.ts';
import type { Gate } from './requester.ts';
import { readBody, send, sendHtml, sendJson } from './respond.ts';

export interface PageWorld {
  readonly desk: Desk;
  readonly gate: Gate;
  readonly token: string;
  readonly allowFile?: string;
}

const POPUPS: Readonly<Record<string, 'getTbs' | 'CMCAtn'>> = {
  '/popupForm': 'getTbs',
  '/ChtPopupForm': 'getTbs',
  '/CardManagement/CMCPopForm': 'CMCAtn',
};
const FILES: Readonly<Record<string, readonly [string, string | Buffer]>> = {
  '/signer.css': ['text/css; charset=utf-8', STYLE],
  '/consent.js': ['text/javascript; charset=utf-8', CONSENT_SCRIPT],
  '/popup.js': ['text/javascript; charset=utf-8', POPUP_SCRIPT],
  '/waiting.gif': ['image/gif', Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64')],
};

/** Answers requests for the pages of this service. False when it has no such page. */
export async function answerPages(
  world: PageWorld,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname: path } = url;
  if (request.method === 'POST' && path === '/consent') {
    await takeConsent(world, request, response);
    return true;
  }
  if (request.method !== 'GET') return false;
  const popup = POPUPS[path];
  const file = FILES[path];
  if (popup !== undefined) sendHtml(response, popupPage(popup));
  else if (file !== undefined) send(response, 200, ...file);
  else if (path === '/' || path === '/consent') sendConsentPage(world, response);
  else if (path === '/consent/state') sendJson(response, { revision: world.desk.revision });
  else if (path === '/selfTest.htm') sendHtml(response, selfTestPage(VERSION.serverVersion));
  else if (path === '/addDomain') {
    sendHtml(response, addDomainPage(url.searchParams.get('domain') ?? '', world.allowFile));
  } else return false;
  return true;
}

async function takeConsent(world: PageWorld, request: IncomingMessage, response: ServerResponse) {
  const { desk, gate, token } = world;
  if (!gate.isOwn(request.headers)) {
    sendHtml(response, 'forbidden', 403);
    return;
  }
  const decision = await decide(desk, new URLSearchParams(await readBody(request)), token);
  if ('problem' in decision) sendConsentPage(world, response, decision.problem);
  else response.writeHead(303, { location: '/consent', 'cache-control': 'no-store' }).end();
}

function sendConsentPage({ desk, token }: PageWorld, response: ServerResponse, problem?: string): void {
  const { recent, revision } = desk;
  const input = { batches: desk.batches(), recent, revision, token };
  sendHtml(response, consentPage(problem === undefined ? input : { ...input, problem }), problem ? 400 : 200);
}
