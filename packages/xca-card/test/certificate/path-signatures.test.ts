import { OID } from '../../src/certificate/oids.ts';
import { fromHex } from '../../src/der/bytes.ts';
import {
  algorithmIdentifier,
  explicit,
  implicitPrimitive,
  sequence,
  smallInteger,
} from '../../src/der/write.ts';
import { authorityKeyIdentifier } from '../../src/drivers/soft/gpki/extension-specs.ts';
import { authority, ecKey, leaf, root, rsaKey } from '../support/forge.ts';
import { CA, CA2, chain, directory, flip, OFFICE, ROOT, refuses } from '../support/path-cases.ts';

refuses('§6.1.3 (a)(1): signatures', [
  {
    name: 'an end entity with a changed signed byte',
    code: 'PATH_SIGNATURE_INVALID',
    make: () => chain({ leaf: { spoil: flip(1) } }),
  },
  {
    name: 'an authority with a changed signed byte',
    code: 'PATH_SIGNATURE_INVALID',
    make: () => chain({ ca: { spoil: flip(1) } }),
  },
  {
    name: 'an empty signature',
    code: 'PATH_SIGNATURE_INVALID',
    make: () => chain({ leaf: { signature: new Uint8Array() } }),
  },
  {
    name: 'a signature of zeros',
    code: 'PATH_SIGNATURE_INVALID',
    make: () => chain({ leaf: { signature: sequence(smallInteger(0), smallInteger(0)) } }),
  },
  {
    name: 'an end entity signed by its own key',
    code: 'PATH_SIGNATURE_INVALID',
    make: async () => {
      const top = await root(ROOT);
      const impostor = { ...(await root(ROOT)), certificate: top.certificate };
      const end = await leaf(impostor, OFFICE, {
        more: [{ oid: OID.authorityKeyIdentifier, value: undefined }],
      });
      return { leaf: end.certificate, anchors: [top.certificate] };
    },
  },
  {
    name: 'an unknown signature algorithm',
    code: 'PATH_ALGORITHM_UNSUPPORTED',
    make: async () => {
      const key = await ecKey();
      return chain({
        ca: { key: { ...key, algorithm: algorithmIdentifier('1.2.840.113549.1.1.4', Uint8Array.of(5, 0)) } },
      });
    },
  },
  {
    name: 'an RSA algorithm on an EC key',
    code: 'PATH_ALGORITHM_UNSUPPORTED',
    make: async () => {
      const key = await ecKey();
      return chain({
        ca: { key: { ...key, algorithm: algorithmIdentifier(OID.sha256WithRSA, Uint8Array.of(5, 0)) } },
      });
    },
  },
  {
    name: 'a certificate signed with SHA-1',
    code: 'PATH_WEAK_HASH',
    make: async () => chain({ ca: { key: await rsaKey(2048, 'SHA-1') } }),
  },
  {
    name: 'an RSA key of 1024 bits',
    code: 'PATH_WEAK_KEY',
    make: async () => chain({ leaf: { key: await rsaKey(1024, 'SHA-256') } }),
  },
]);

refuses('§6.1.3 (a)(4), §4.2.1.1: names and key identifiers', [
  {
    name: 'an issuer name that nobody has',
    code: 'PATH_ISSUER_UNKNOWN',
    make: () => chain({ leaf: { issuer: CA2 } }),
  },
  {
    name: 'an unknown root',
    code: 'PATH_ISSUER_UNKNOWN',
    make: async () => ({ ...(await chain({})), anchors: [(await root(CA2)).certificate] }),
  },
  {
    name: 'a root that only the message brings along',
    code: 'PATH_ISSUER_UNKNOWN',
    make: async () => {
      const made = await chain({});
      return {
        ...made,
        anchors: [(await root(CA2)).certificate],
        intermediates: [...made.intermediates, ...made.anchors],
      };
    },
  },
  {
    name: 'no anchors at all',
    code: 'PATH_ISSUER_UNKNOWN',
    make: async () => ({ ...(await chain({})), anchors: [] }),
  },
  {
    name: 'another root of the same name',
    code: 'PATH_SIGNATURE_INVALID',
    make: async () => ({ ...(await chain({})), anchors: [(await root(ROOT)).certificate] }),
  },
  {
    name: 'a wrong authority key identifier under the right key',
    code: 'PATH_KEY_IDENTIFIER',
    make: () => chain({ leaf: { more: [authorityKeyIdentifier(fromHex('00'.repeat(20)))] } }),
  },
  {
    name: 'a wrong issuer serial in the authority key identifier',
    code: 'PATH_KEY_IDENTIFIER',
    make: () =>
      chain({
        leaf: {
          more: [
            {
              oid: OID.authorityKeyIdentifier,
              value: sequence(
                implicitPrimitive(0, fromHex('00'.repeat(20))),
                explicit(1, directory(ROOT)),
                implicitPrimitive(2, Uint8Array.of(7)),
              ),
            },
          ],
        },
      }),
  },
  {
    name: 'the key identifier of another root of the same name',
    code: 'PATH_KEY_IDENTIFIER',
    make: async () => {
      const [first, second] = [await root(ROOT), await root(ROOT)];
      const end = await leaf({ ...first, key: { ...first.key, spki: second.key.spki } }, OFFICE);
      return { leaf: end.certificate, anchors: [first.certificate] };
    },
  },
  {
    name: 'two authorities that certify each other',
    code: 'PATH_ISSUER_UNKNOWN',
    make: async () => {
      const [first, second] = [await root(CA), await root(CA2)];
      const cross = [
        await authority(second, CA, { key: first.key }),
        await authority(first, CA2, { key: second.key }),
      ];
      const end = await leaf(first, OFFICE);
      return {
        leaf: end.certificate,
        anchors: [(await root(ROOT)).certificate],
        intermediates: cross.map(({ certificate }) => certificate),
      };
    },
  },
]);
