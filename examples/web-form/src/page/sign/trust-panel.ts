import type { Card } from '@kcc/xca-card';
import { readPem } from '@kcc/xca-card/certificate';
import { el } from '../dom.ts';
import { PaperFailure } from '../papers/server-pdf.ts';
import { type ChosenTrust, fingerprint, nameOf, parseCertificate } from './trust.ts';

/** Whom to trust: certificates and lists from files, and the root on the card when the person says so. */
export interface TrustPanel {
  readonly element: HTMLElement;
  trust(): Promise<ChosenTrust>;
  /** Offers the root certificate of a card. */
  offer(card: Card): Promise<void>;
}

export function trustPanel(): TrustPanel {
  let card: Card | undefined;
  const roots = el('input', {
    type: 'file',
    id: 'trust-roots',
    multiple: true,
    accept: '.cer,.crt,.pem,.der',
  });
  const crls = el('input', { type: 'file', id: 'trust-crls', multiple: true, accept: '.crl,.pem' });
  const offered = el('div', { class: 'choice', hidden: true });
  const box = el('input', { type: 'checkbox', id: 'trust-card', 'aria-describedby': 'trust-print' });
  const label = el('label', { for: 'trust-card' });
  const print = el('p', { class: 'hint fingerprint', id: 'trust-print', hidden: true });
  offered.append(box, label);
  const onCard = (use: 'ca' | 'root'): Uint8Array[] =>
    card?.certificates.filter((certificate) => certificate.use === use).map(({ der }) => der) ?? [];
  return {
    element: el(
      'section',
      { class: 'card', 'aria-labelledby': 'trust-title' },
      el('h2', { id: 'trust-title' }, '信任的根憑證'),
      el('p', { class: 'hint' }, '驗證等級取決於您信任誰。沒有指定信任的根憑證時，簽章一律判為無效。'),
      el('div', { class: 'field' }, el('label', { for: 'trust-roots' }, '根憑證檔（可多選）'), roots),
      el(
        'div',
        { class: 'field' },
        el('label', { for: 'trust-crls' }, '廢止清冊檔 CRL（可多選，選填）'),
        crls,
      ),
      offered,
      print,
    ),
    async trust() {
      const files = await Promise.all([...(roots.files ?? [])].map(certificatesIn));
      const lists = await Promise.all([...(crls.files ?? [])].map(bytesOf));
      return {
        anchors: [...files.flat(), ...(box.checked ? onCard('root') : [])],
        crls: lists,
        intermediates: onCard('ca'),
      };
    },
    async offer(next) {
      card = next;
      const [root] = onCard('root');
      offered.hidden = root === undefined;
      print.hidden = root === undefined;
      if (root === undefined) return;
      label.textContent = `信任卡片上的根憑證「${nameOf(parseCertificate(root))}」（核對指紋無誤後才勾選）`;
      print.textContent = `SHA-256 指紋：${await fingerprint(root)}`;
    },
  };
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** Certificates of a file: one in DER, or any number in PEM. @throws PaperFailure when it holds none */
async function certificatesIn(file: File): Promise<readonly Uint8Array[]> {
  const bytes = await bytesOf(file);
  try {
    const text = new TextDecoder().decode(bytes);
    const found = text.includes('-----BEGIN') ? readPem(text).map(({ der }) => der) : [bytes];
    return found.map((der) => parseCertificate(der).der);
  } catch {
    throw new PaperFailure(`「${file.name}」讀不成憑證。`);
  }
}
