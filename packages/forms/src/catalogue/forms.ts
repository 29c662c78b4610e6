import type { Form } from '../define/form.ts';
import { FormError } from '../form-error.ts';
import { exchangeConsent } from './exchange-consent/form.ts';
import { exchangeForwardingLetter } from './exchange-forwarding-letter/form.ts';
import { g2b2c01 } from './g2b2c-01/form.ts';
import { g2b2cChange } from './g2b2c-change/form.ts';
import { g2b2cRestore } from './g2b2c-restore/form.ts';
import { xcaApplicationPrimary, xcaApplicationSecondary } from './xca-application/form.ts';
import { xcaCardOpening } from './xca-card-opening/form.ts';
import { xcaCoverLetter } from './xca-cover-letter/form.ts';
import { xcaOrganisationSearch } from './xca-organisation-search/form.ts';
import { xcaPayment } from './xca-payment/form.ts';
import { xcaRevocation } from './xca-revocation/form.ts';
import { xcaUserCodeLetter } from './xca-user-code-letter/form.ts';

/** Every form of the catalogue, in the order of the way. */
export const forms: readonly Form[] = [
  xcaOrganisationSearch,
  xcaApplicationPrimary,
  xcaApplicationSecondary,
  xcaUserCodeLetter,
  xcaPayment,
  xcaCoverLetter,
  xcaCardOpening,
  exchangeConsent,
  g2b2c01,
  exchangeForwardingLetter,
  g2b2cChange,
  g2b2cRestore,
  xcaRevocation,
];

/**
 * The form with an id.
 *
 * @param id such as `xca-application-primary`
 * @param among the forms to look in; the catalogue by default
 * @throws FormError `FORM_NOT_FOUND`
 */
export function findForm(id: string, among: readonly Form[] = forms): Form {
  const form = among.find((each) => each.id === id);
  if (form === undefined) throw new FormError('FORM_NOT_FOUND', { id, known: among.map((each) => each.id) });
  return form;
}
