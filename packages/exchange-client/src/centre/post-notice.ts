import { digestOf } from '../digest-of.ts';
import { ExchangeError } from '../exchange-error.ts';
import { parseNotice } from '../notice/verify-notice.ts';
import { type OutgoingNotice, recipientKey } from '../transport/transport.ts';
import { mailboxOf, requireActive } from './accept-parcel.ts';
import type { CentreContext } from './context.ts';
import { putItem } from './items.ts';

/** Puts a notice into the mailbox of the letter's sender, who verifies it; the centre only routes. */
export async function postNotice(
  context: CentreContext,
  from: string,
  notice: OutgoingNotice,
): Promise<void> {
  const office = await requireActive(context, from);
  const { statement } = parseNotice(notice.bytes);
  if (statement.id !== notice.dispatchId || statement.sender.code !== notice.to) {
    throw new ExchangeError('RECEIPT_INVALID', { details: { reason: '路由與內容不同' } });
  }
  const { bytes } = notice;
  const blob = { sha256: digestOf(bytes), size: bytes.length, bytes };
  await context.database.write(async (connection) => {
    const target = await context.routes.find(connection, notice.to, '');
    if (target === undefined)
      throw new ExchangeError('RECIPIENT_UNKNOWN', { details: { recipients: notice.to } });
    await putItem(
      connection,
      {
        mailbox: mailboxOf(target),
        target: target.code,
        kind: 'notice',
        sender: from,
        senderName: office.name,
        dispatchId: notice.dispatchId,
        recipient: recipientKey(statement.receiver.code, statement.receiver.unit),
        blob,
      },
      context.clock(),
    );
  });
  context.recent.add(blob);
}
