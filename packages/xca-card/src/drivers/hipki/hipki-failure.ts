import { CardError } from '../../errors/card-error.ts';
import { describeHipkiCode, hexOf } from './codes/code-catalogue.ts';
import type { HipkiReply } from './reply.ts';

const LOGIN_FAILED = 0x76100006;

/** `last_error` of a failed login → tries left (card.md: vendor CKR of HiCOS). */
const TRIES_LEFT: Readonly<Record<number, number>> = { 2147483650: 2, 2147483649: 1 };
const CKR = { pinIncorrect: 0xa0, pinLength: 0xa2, pinLocked: 0xa4 };

const WRONG_CARDS: Readonly<Record<number, string>> = {
  2197815553: '自然人憑證（MOICA）',
  2197815554: '工商憑證（MOEACA）',
  2197815555: '政府憑證（GCA）',
  2197815556: '組織及團體憑證（XCA）',
};

/** Where a failure happened, for its details. */
export interface FailureContext {
  /** Base address of the service. */
  readonly url: string;
  /** True once a card was opened: a missing card has been removed then. */
  readonly opened: boolean;
}

/** The reply itself when it is a success. @throws CardError otherwise */
export function expectSuccess(reply: HipkiReply, context: FailureContext): HipkiReply {
  if (reply.retCode === 0) return reply;
  throw failureOf(reply, context);
}

/** A reply with an error code as a coded error; the numbers stay in its details. */
export function failureOf({ retCode, lastError }: HipkiReply, { url, opened }: FailureContext): CardError {
  const numbers = { retCode: hexOf(retCode), lastError: hexOf(lastError) };
  if (retCode === LOGIN_FAILED) return loginFailure(lastError, numbers);
  const known = describeHipkiCode(retCode);
  const label = known?.zh ?? '未列於代碼表';
  const details = { ...numbers, label, ...(known === undefined ? {} : { next: known.next.zh }) };
  if (known?.error === undefined) return new CardError('SERVICE_FAILED', { details });
  switch (known.error) {
    case 'CARD_NOT_FOUND':
      return new CardError(opened ? 'CARD_REMOVED' : 'CARD_NOT_FOUND', { details });
    case 'USER_CODE_INCORRECT':
      return new CardError('USER_CODE_INCORRECT', {
        details: { ...details, triesLeft: retCode === 0x81000201 ? 2 : 1 },
      });
    case 'DOMAIN_NOT_TRUSTED':
      return new CardError('DOMAIN_NOT_TRUSTED', { details: { ...details, link: `${url}/addDomain` } });
    case 'WRONG_CARD':
      return new CardError('WRONG_CARD', { details: { ...details, found: WRONG_CARDS[retCode] ?? label } });
    case 'MODULE_FAILED':
      return new CardError('MODULE_FAILED', { details: { ...details, reason: label } });
    case 'PIN_LENGTH':
      return new CardError('PIN_LENGTH', { details: { ...details, min: 6, max: 8 } });
    case 'FUNCTION_FAILED':
      return new CardError('FUNCTION_FAILED', {
        details: { ...details, function: 'HiPKI', ckr: numbers.retCode },
      });
    case 'MECHANISM_UNSUPPORTED':
      return new CardError('MECHANISM_UNSUPPORTED', { details: { ...details, mechanism: label } });
    default:
      return new CardError(known.error, { details });
  }
}

/** A failed login is a wrong PIN only when the card says so: CKR_FUNCTION_FAILED is not. */
function loginFailure(lastError: number, numbers: Readonly<Record<string, string>>): CardError {
  const retriesLeft = TRIES_LEFT[lastError];
  if (retriesLeft !== undefined)
    return new CardError('PIN_INCORRECT', { details: { ...numbers, retriesLeft } });
  if (lastError === CKR.pinIncorrect) return new CardError('PIN_INCORRECT', { details: numbers });
  if (lastError === CKR.pinLocked) return new CardError('PIN_LOCKED', { details: numbers });
  if (lastError === CKR.pinLength)
    return new CardError('PIN_LENGTH', { details: { ...numbers, min: 6, max: 8 } });
  return new CardError('FUNCTION_FAILED', {
    details: { ...numbers, function: 'HiPKI login', ckr: hexOf(lastError) },
  });
}
