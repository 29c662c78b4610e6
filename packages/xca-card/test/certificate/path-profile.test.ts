import { OID } from '../../src/certificate/oids.ts';
import { fromHex } from '../../src/der/bytes.ts';
import { TAG } from '../../src/der/tags.ts';
import { implicitPrimitive, sequence, tlv } from '../../src/der/write.ts';
import {
  emailAltName,
  extendedKeyUsage,
  keyUsage,
  subjectKeyIdentifier,
} from '../../src/drivers/soft/gpki/extension-specs.ts';
import { authority, leaf, root } from '../support/forge.ts';
import {
  chain,
  constraints,
  directory,
  OFFICE,
  policyConstraints,
  ROOT,
  refuses,
} from '../support/path-cases.ts';

refuses('use of the end entity', [
  {
    name: 'an encryption certificate where signatures are wanted',
    code: 'PATH_KEY_USAGE',
    make: () =>
      chain(
        { leaf: { more: [keyUsage('keyEncipherment', 'dataEncipherment')] } },
        { usage: ['digitalSignature'] },
      ),
  },
  {
    name: 'another purpose than the one wanted',
    code: 'PATH_PURPOSE',
    make: () =>
      chain({ leaf: { more: [extendedKeyUsage(false, OID.serverAuth)] } }, { purposes: [OID.timeStamping] }),
  },
]);

refuses('§4.1, §4.2: the profile', [
  {
    name: 'a serial number of zero',
    code: 'PATH_PROFILE',
    make: () => chain({ leaf: { serial: Uint8Array.of(0) } }),
  },
  {
    name: 'a serial number of 21 octets',
    code: 'PATH_PROFILE',
    make: () => chain({ leaf: { serial: new Uint8Array(21).fill(1) } }),
  },
  {
    name: 'an authority without a name',
    code: 'PATH_PROFILE',
    make: async () => {
      const top = await root(ROOT);
      const nameless = await authority(top, []);
      const end = await leaf(nameless, OFFICE);
      return { leaf: end.certificate, anchors: [top.certificate], intermediates: [nameless.certificate] };
    },
  },
  {
    name: 'a holder without name and without critical alternative name',
    code: 'PATH_PROFILE',
    make: () => chain({ leaf: { subject: [], more: [emailAltName('a@gov.tw')] } }),
  },
  {
    name: 'an authority without key identifier',
    code: 'PATH_PROFILE',
    make: () => chain({ ca: { more: [{ oid: OID.subjectKeyIdentifier, value: undefined }] } }),
  },
  {
    name: 'an end entity without authority key identifier',
    code: 'PATH_PROFILE',
    make: () => chain({ leaf: { more: [{ oid: OID.authorityKeyIdentifier, value: undefined }] } }),
  },
  {
    name: 'a critical authority key identifier',
    code: 'PATH_PROFILE',
    make: () =>
      chain({
        leaf: {
          more: [
            {
              oid: OID.authorityKeyIdentifier,
              critical: true,
              value: sequence(implicitPrimitive(0, fromHex('00'.repeat(20)))),
            },
          ],
        },
      }),
  },
  {
    name: 'a critical subject key identifier',
    code: 'PATH_PROFILE',
    make: () => chain({ leaf: { more: [{ ...subjectKeyIdentifier(fromHex('01')), critical: true }] } }),
  },
  {
    name: 'name constraints that are not critical',
    code: 'PATH_PROFILE',
    make: () =>
      chain({ ca: { more: [{ ...constraints([directory([['C', 'TW']])], []), critical: false }] } }),
  },
  {
    name: 'name constraints of an end entity',
    code: 'PATH_PROFILE',
    make: () => chain({ leaf: { more: [constraints([directory([['C', 'TW']])], [])] } }),
  },
  {
    name: 'policy constraints that are not critical',
    code: 'PATH_PROFILE',
    make: () => chain({ ca: { more: [{ ...policyConstraints(5), critical: false }] } }),
  },
  {
    name: 'keyCertSign of an end entity',
    code: 'PATH_PROFILE',
    make: () => chain({ leaf: { more: [keyUsage('digitalSignature', 'keyCertSign')] } }),
  },
  {
    name: 'a path length of an end entity',
    code: 'PATH_PROFILE',
    make: () =>
      chain({
        leaf: {
          more: [
            {
              oid: OID.basicConstraints,
              critical: true,
              value: sequence(tlv(TAG.integer, Uint8Array.of(0))),
            },
          ],
        },
      }),
  },
  {
    name: 'an empty key usage',
    code: 'PATH_PROFILE',
    make: () =>
      chain({
        leaf: { more: [{ oid: OID.keyUsage, critical: true, value: tlv(TAG.bitString, Uint8Array.of(0)) }] },
      }),
  },
]);
