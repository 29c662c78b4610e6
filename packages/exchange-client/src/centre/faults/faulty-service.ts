import { setTimeout as pause } from 'node:timers/promises';
import { ExchangeError } from '../../exchange-error.ts';
import type { ByteSource } from '../../seal/byte-source.ts';
import type { MailboxService } from '../../transport/mailbox-service.ts';
import type { TransportItem } from '../../transport/transport.ts';
import type { FaultPlan, FaultTarget } from './fault-plan.ts';
import { seededRandom } from './seeded-random.ts';

/** A mailbox service over a bad line: the same calls, but lost, doubled, shuffled, late or damaged. */
export function createFaultyService(service: MailboxService, plan: FaultPlan): MailboxService {
  const random = seededRandom(plan.seed ?? 1);
  const chosen = (target: FaultTarget) =>
    plan.rules.filter((rule) => (rule.on ?? [target]).includes(target) && random() < rule.probability);

  async function through<T>(target: FaultTarget, work: () => Promise<T>): Promise<T> {
    const rules = chosen(target);
    const has = (...kinds: readonly string[]) => rules.some(({ fault }) => kinds.includes(fault));
    for (const { fault, ms = 100 } of rules) if (fault === 'delay' || fault === 'slow') await pause(ms);
    if (has('drop')) throw lost('TRANSPORT_UNREACHABLE', target);
    if (has('5xx')) throw lost('TRANSPORT_INDETERMINATE', target);
    const result = await work();
    if (has('duplicate')) await work();
    if (has('half-close')) throw lost('TRANSPORT_INDETERMINATE', target);
    return result;
  }

  return {
    submit: (sender, submission) => through('submit', () => service.submit(sender, submission)),
    postNotice: (from, notice) => through('notice', () => service.postNotice(from, notice)),
    async list(owner, limit) {
      const items = await through('list', () => service.list(owner, limit));
      const kinds = chosen('list').map(({ fault }) => fault);
      const ordered = kinds.includes('reorder') ? shuffled(items, random) : items;
      return kinds.includes('corrupt') ? ordered.map((item) => damaged(item, random)) : ordered;
    },
    async openItem(owner, item) {
      const source = await through('item', () => service.openItem(owner, item));
      return chosen('item').some(({ fault }) => fault === 'corrupt') ? damagedSource(source, random) : source;
    },
    acknowledge: (owner, items) => through('acknowledge', () => service.acknowledge(owner, items)),
  };
}

function lost(code: 'TRANSPORT_UNREACHABLE' | 'TRANSPORT_INDETERMINATE', place: string): ExchangeError {
  return new ExchangeError(code, { details: { place, reason: 'injected fault' } });
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function damaged(item: TransportItem, random: () => number): TransportItem {
  return item.bytes === undefined ? item : { ...item, bytes: flipped(item.bytes, random) };
}

function damagedSource(source: ByteSource, random: () => number): ByteSource {
  return {
    size: source.size,
    async *open(from = 0) {
      for await (const chunk of source.open(from)) yield flipped(chunk, random);
    },
  };
}

/** The same bytes with one bit changed. */
export function flipped(bytes: Uint8Array, random: () => number): Uint8Array {
  const changed = bytes.slice();
  const place = Math.floor(random() * changed.length);
  changed[place] = (changed[place] ?? 0) ^ (1 << Math.floor(random() * 8));
  return changed;
}
