import { exchangeConsent, g2b2c01 } from '@kcc/forms';
import type { PdfEngine } from '@kcc/gongwen/pdf';
import type { Journey } from './journey.ts';
import { connectionData, consentData } from './office.ts';
import { formPaper } from './papers.ts';
import type { Paper } from './record.ts';

/** The two papers of the exchange connection. */
export async function fillConnection(
  journey: Journey,
  engine: PdfEngine,
  cardNumber: string,
): Promise<readonly Paper[]> {
  const consent = await journey.step('填寫高雄市交換中心連線規範同意書', () =>
    formPaper(journey, engine, { form: exchangeConsent, data: consentData, base: 'forms/exchange-consent' }),
  );
  const application = await journey.step('填寫電子交換連線申請表 G2B2C-01', () =>
    formPaper(journey, engine, {
      form: g2b2c01,
      data: connectionData(journey.day, cardNumber),
      base: 'forms/g2b2c-01',
    }),
  );
  return [consent, application];
}
