import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { envelopCms } from '../../src/cms/envelop.ts';
import { openCms } from '../../src/cms/open.ts';
import { type SignOptions, signCms } from '../../src/cms/sign.ts';
import { signCmsAttachedStream } from '../../src/cms/sign-stream.ts';
import { verifyCms } from '../../src/cms/verify.ts';
import { concatBytes } from '../../src/der/bytes.ts';
import { writePem } from '../../src/der/pem.ts';
import { type OpenSsl, openSsl } from '../support/openssl.ts';
import { createRandom } from '../support/random.ts';
import { leftOut, need, OPENSSL } from '../support/requirement.ts';
import { softwareKeys } from '../support/software-signer.ts';
import { NOW, testGpki, testOrganisation } from '../support/world.ts';

const gpki = await testGpki();
const holders = await Promise.all([testOrganisation(), testOrganisation({ name: '測試鎮公所' })]);
const [holder, second] = holders;
const keys = holder && softwareKeys(holder, [gpki.authorities.xca.certificate]);
const trust = { anchors: gpki.anchors, intermediates: gpki.intermediates };
const at = NOW;
const seconds = String(NOW.getTime() / 1000);

/** Variants each way. */
const COUNT = process.env.KCC_PROOF === '1' ? 100 : 6;
const SHARE =
  COUNT === 100 ? '100 variants each way' : `${COUNT} of 100 variants each way, all under KCC_PROOF=1`;
const seeds = Array.from({ length: COUNT }, (_, index) => index + 1);
const reason = leftOut(OPENSSL);

/** Choices that follow from a seed alone. */
function dice(seed: number) {
  const random = createRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const bytes = (limit: number) => {
    const length = Math.floor(random() ** 3 * limit);
    return Uint8Array.from({ length }, () => Math.floor(random() * 256));
  };
  return { pick, bytes, yes: (share = 0.5) => random() < share };
}

describe.skipIf(reason !== undefined)(
  `CMS between openssl and us, ${SHARE}${reason ? ` (${reason})` : ''}`,
  () => {
    let openssl: OpenSsl;

    beforeAll(() => {
      need(OPENSSL);
      openssl = openSsl();
      openssl.writeCertificates('anchors.pem', [...gpki.anchors, ...gpki.intermediates]);
      openssl.writeCertificates('issuers.pem', gpki.intermediates);
      holders.forEach(({ sign, exchange }, index) => {
        openssl.writeKey(`sign${index}`, sign);
        openssl.writeKey(`exchange${index}`, exchange);
      });
    });

    afterAll(() => openssl.close());

    it.each(seeds)('openssl verifies what we sign, seed %i', async (seed) => {
      if (!keys) throw new Error('no keys');
      const { pick, bytes, yes } = dice(seed);
      const content = bytes(200_000);
      const options: SignOptions = {
        detached: yes(),
        chain: pick([true, false, [gpki.authorities.xca.certificate]]),
        hash: pick(['SHA-256', 'SHA-384', 'SHA-512']),
        signingTime: NOW,
      };
      const streamed = !options.detached && yes();
      const message = streamed
        ? await collect(
            signCmsAttachedStream(pieces(content), keys.signer, { ...options, createHash: nodeHash }),
          )
        : await signCms(content, keys.signer, options);
      const pem = yes(0.3);
      openssl.write('message', pem ? writePem('CMS', message) : message);
      openssl.write('content', content);
      const out = openssl.run(
        ...['cms', '-verify', '-binary', '-cades', '-inform', pem ? 'PEM' : 'DER', '-in', 'message'],
        ...['-CAfile', 'anchors.pem', '-attime', seconds],
        ...(options.detached ? ['-content', 'content'] : []),
      );
      expect(out).toEqual(content);
    });

    it.each(seeds)('openssl decrypts what we encrypt, seed %i', async (seed) => {
      const { pick, bytes, yes } = dice(seed + 1000);
      const content = bytes(200_000);
      const recipients = pick([[holder], [holder, second], [second, holder]]);
      const certificates = recipients.flatMap((item) => (item ? [item.exchange.certificate] : []));
      const cipher = pick(['aes-256-gcm', 'aes-256-cbc'] as const);
      const padding = pick(['oaep-sha256', 'oaep-sha1'] as const);
      const message = await envelopCms(content, certificates, { at, cipher, padding });
      const pem = yes(0.3);
      openssl.write('message', pem ? writePem('CMS', message) : message);
      const out = openssl.run(
        ...['cms', '-decrypt', '-binary', '-inform', pem ? 'PEM' : 'DER', '-in', 'message'],
        ...['-inkey', 'exchange0.key', '-recip', 'exchange0.crt'],
      );
      expect(out).toEqual(content);
    });

    it.each(seeds)('we verify what openssl signs, seed %i', async (seed) => {
      const { pick, bytes, yes } = dice(seed + 2000);
      const content = bytes(100_000);
      const detached = yes();
      const attributes = yes(0.75);
      const hash = pick(['sha1', 'sha256', 'sha384', 'sha512']);
      const form = pick(['DER', 'PEM']);
      const cades = attributes && yes();
      const keyid = yes(0.3);
      const signers = yes(0.2) ? 2 : 1;
      openssl.write('content', content);
      openssl.run(
        ...['cms', '-sign', '-binary', '-in', 'content', '-outform', form, '-out', 'message', '-md', hash],
        ...Array.from({ length: signers }, (_, index) => [
          '-signer',
          `sign${index}.crt`,
          '-inkey',
          `sign${index}.key`,
        ]).flat(),
        ...(detached ? [] : ['-nodetach']),
        ...(attributes ? [] : ['-noattr']),
        ...(cades ? ['-cades'] : []),
        ...(keyid ? ['-keyid'] : []),
        // openssl itself fails to stream nothing without attributes.
        ...(yes(0.3) && (attributes || content.length > 0) ? ['-stream'] : []),
        ...(yes(0.3) ? ['-certfile', 'issuers.pem'] : []),
      );
      const { valid, grade, issues } = await verifyCms(openssl.read('message'), {
        trust,
        at: new Date(Date.now() + 1000),
        ...(detached && { content }),
      });
      // openssl puts the time of its own clock into the message, which is later than the test's.
      const errors = issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      expect(errors).toEqual([]);
      expect(valid).toBe(true);
      expect(grade).toBe(hash === 'sha1' || !attributes ? 'weak' : 'limited');
      if (content.length > 0) {
        const other = content.slice();
        other[0] = (other[0] ?? 0) ^ 1;
        if (detached)
          expect((await verifyCms(openssl.read('message'), { trust, content: other })).valid).toBe(false);
      }
    });

    it.each(seeds)('we open what openssl encrypts, seed %i', async (seed) => {
      if (!keys) throw new Error('no keys');
      const { pick, bytes, yes } = dice(seed + 3000);
      const content = bytes(100_000);
      const cipher = pick([
        'aes-128-cbc',
        'aes-192-cbc',
        'aes-256-cbc',
        'aes-128-gcm',
        'aes-192-gcm',
        'aes-256-gcm',
      ]);
      const padding = pick([[], ['oaep'], ['oaep', 'sha1'], ['oaep', 'sha256']]);
      const form = pick(['DER', 'PEM']);
      openssl.write('content', content);
      openssl.run(
        ...[
          'cms',
          '-encrypt',
          '-binary',
          '-in',
          'content',
          '-outform',
          form,
          '-out',
          'message',
          `-${cipher}`,
        ],
        ...(yes(0.3) ? ['-keyid'] : []),
        ...(yes(0.3) ? ['-stream'] : []),
        ...['-recip', 'exchange0.crt'],
        ...(padding[0] ? ['-keyopt', `rsa_padding_mode:${padding[0]}`] : []),
        ...(padding[1] ? ['-keyopt', `rsa_oaep_md:${padding[1]}`] : []),
      );
      expect(await openCms(openssl.read('message'), keys.decrypter)).toEqual(content);
    });
  },
);

const nodeHash = (name: string) => createHash(name.replace('-', ''));

async function* pieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < content.length; offset += 4096) yield content.subarray(offset, offset + 4096);
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part.slice());
  return concatBytes(parts);
}
