import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultKind, FaultPlan, FaultTarget } from './fault-plan.ts';
import { flipped } from './faulty-service.ts';
import { seededRandom } from './seeded-random.ts';

const TARGETS: Readonly<Record<string, FaultTarget>> = {
  packages: 'submit',
  'packages-batch': 'submit',
  uploads: 'submit',
  notices: 'notice',
  'notices-batch': 'notice',
  mailbox: 'list',
  items: 'item',
  acknowledgements: 'acknowledge',
};

/**
 * Breaks requests to a served centre on the level of the connection; hand it to `serveCentre` as `intercept`.
 * `duplicate` and `reorder` belong to the service, see {@link createFaultyService}.
 */
export function createFaults(
  plan: FaultPlan,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const random = seededRandom(plan.seed ?? 1);
  return async (request, response) => {
    const target = TARGETS[new URL(request.url ?? '/', 'http://centre').pathname.split('/')[3] ?? ''];
    if (target === undefined) return false;
    const rules = plan.rules.filter(
      (rule) => (rule.on ?? [target]).includes(target) && random() < rule.probability,
    );
    for (const { fault, ms = 100 } of rules) {
      if (await breakRequest(fault, ms, request, response, random)) return true;
    }
    return false;
  };
}

async function breakRequest(
  fault: FaultKind,
  ms: number,
  request: IncomingMessage,
  response: ServerResponse,
  random: () => number,
): Promise<boolean> {
  switch (fault) {
    case 'drop':
      request.destroy();
      return true;
    case '5xx':
      request.resume();
      response.writeHead(503).end();
      return true;
    case 'delay':
      await pause(ms);
      return false;
    case 'half-close':
      loseAnswer(response);
      return false;
    case 'corrupt':
      corruptBody(request, random);
      return false;
    case 'slow':
      slowDown(response, ms);
      return false;
    default:
      return false;
  }
}

/** The request is handled, but its answer never leaves. */
function loseAnswer(response: ServerResponse): void {
  response.end = () => response.destroy();
  response.write = () => {
    response.destroy();
    return false;
  };
}

function corruptBody(request: IncomingMessage, random: () => number): void {
  const read = request.read.bind(request);
  request.read = (size?: number) => {
    const chunk: unknown = read(size);
    return chunk instanceof Uint8Array ? Buffer.from(flipped(chunk, random)) : chunk;
  };
}

/** The answer's body leaves after a pause. */
function slowDown(response: ServerResponse, ms: number): void {
  const end = response.end.bind(response);
  response.end = (chunk?: unknown) => {
    pause(ms).then(() => end(chunk));
    return response;
  };
}
