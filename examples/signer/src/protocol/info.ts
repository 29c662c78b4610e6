import { createHash, X509Certificate } from 'node:crypto';
import type { CardCertificate, CardDriver, Reader } from '@kcc/xca-card';
import {
  type Certificate,
  type DistinguishedName,
  nameValues,
  parseCertificate,
} from '@kcc/xca-card/certificate';
import { type Answer, success } from './answer.ts';

/** `pkcs11info`: readers, tokens and, when asked for, what is on the cards. No PIN is needed. */
export async function info(driver: CardDriver, withCertificates: boolean): Promise<Answer> {
  const readers = await driver.readers();
  return success('pkcs11info', {
    cryptokiVersion: '2.04',
    libraryDescription: `kcc ${driver.name} (stand-in)`,
    libraryVersion: '0.0',
    manufacturerID: 'kcc development stand-in',
    flags: 0,
    slots: readers.map((reader, index) => slot(reader, index, withCertificates)),
  });
}

function slot({ name, card }: Reader, index: number, withCertificates: boolean): Answer {
  return {
    slotID: index,
    slotDescription: name,
    manufacturerID: '',
    hardwareVersion: '0.0',
    firmwareVersion: '0.0',
    flags: card === undefined ? 6 : 7,
    token:
      card === undefined
        ? null
        : {
            label: card.label,
            manufacturerID: '',
            model: '',
            serialNumber: card.number,
            ulMinPinLen: 6,
            ulMaxPinLen: 8,
            ...(withCertificates
              ? { certs: card.certificates.map(describe), keys: card.certificates.flatMap(publicKey) }
              : {}),
          },
  };
}

function describe({ label, id, der }: CardCertificate): Answer {
  const certificate = parseCertificate(der);
  const { subject, issuer, identity, serial, notBefore, notAfter } = certificate;
  return {
    label,
    id: base64(id),
    usage: usage(certificate),
    subjectDN: nameText(subject),
    issuerDN: nameText(issuer),
    subjectCN: nameValues(subject, 'CN').join(' '),
    subjectID: identity.idTail ?? '',
    holderRank: identity.rank ?? '',
    email: '',
    sn: serial,
    thumbprint: createHash('sha1').update(der).digest('hex').toUpperCase(),
    notBefore: utcTime(notBefore),
    notBeforeT: seconds(notBefore),
    notAfter: utcTime(notAfter),
    notAfterT: seconds(notAfter),
    certb64: Buffer.from(der).toString('base64'),
  };
}

/** What `keyb64` holds in the official answer is not published; here it is the SubjectPublicKeyInfo. */
function publicKey({ use, id, der }: CardCertificate): Answer[] {
  if (use !== 'sign' && use !== 'exchange') return [];
  const spki = new X509Certificate(der).publicKey.export({ type: 'spki', format: 'der' });
  return [{ id: base64(id), keyb64: spki.toString('base64') }];
}

function usage({ keyUsage }: Certificate): string {
  return [...(keyUsage ?? [])].join('|');
}

function nameText({ rdns }: DistinguishedName): string {
  return rdns.map((rdn) => rdn.map(({ type, value }) => `${type}=${value}`).join('+')).join(',');
}

/** `yymmddHHMMSSZ` */
function utcTime(date: Date): string {
  return `${date.toISOString().slice(2, 19).replace(/[-T:]/g, '')}Z`;
}

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);

const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');
