import { OID } from '../../src/certificate/oids.ts';
import { basicConstraints, keyUsage } from '../../src/drivers/soft/gpki/extension-specs.ts';
import { AT, leaf, root } from '../support/forge.ts';
import {
  CA,
  chain,
  longChain,
  OFFICE,
  ROOT,
  refuses,
  tomorrow,
  unknown,
  yesterday,
} from '../support/path-cases.ts';

refuses('§6.1.4 (k), (n): who may issue', [
  {
    name: 'an issuer whose basicConstraints say no',
    code: 'PATH_NOT_CA',
    make: () => chain({ ca: { more: [basicConstraints(false), keyUsage('keyCertSign')] } }),
  },
  {
    name: 'an issuer without basicConstraints',
    code: 'PATH_NOT_CA',
    make: () => chain({ ca: { more: [{ oid: OID.basicConstraints, value: undefined }] } }),
  },
  {
    name: 'an end entity that issues',
    code: 'PATH_NOT_CA',
    make: async () => {
      const top = await root(ROOT);
      const holder = await leaf(top, CA);
      const end = await leaf(holder, OFFICE);
      return { leaf: end.certificate, anchors: [top.certificate], intermediates: [holder.certificate] };
    },
  },
  {
    name: 'an issuer of version 1',
    code: 'PATH_NOT_CA',
    make: () => chain({ ca: { version: 1, extensions: [] } }),
  },
  {
    name: 'an issuer without keyCertSign',
    code: 'PATH_NO_CERT_SIGN',
    make: () => chain({ ca: { more: [keyUsage('digitalSignature', 'cRLSign')] } }),
  },
  {
    name: 'an anchor without keyCertSign',
    code: 'PATH_NO_CERT_SIGN',
    make: () => chain({ root: { more: [keyUsage('cRLSign')] } }),
  },
  {
    name: 'an anchor that is no authority',
    code: 'PATH_NOT_CA',
    make: () => chain({ root: { more: [basicConstraints(false)] } }),
  },
]);

refuses('§6.1.3 (a)(2): validity', [
  {
    name: 'an expired end entity',
    code: 'PATH_EXPIRED',
    make: () => chain({ leaf: { notAfter: yesterday } }),
  },
  {
    name: 'an end entity from the future',
    code: 'PATH_NOT_YET_VALID',
    make: () => chain({ leaf: { notBefore: tomorrow } }),
  },
  {
    name: 'an end entity that expired a second ago',
    code: 'PATH_EXPIRED',
    make: () => chain({ leaf: { notAfter: new Date(AT.getTime() - 1000) } }),
  },
  {
    name: 'an end entity that begins in a second',
    code: 'PATH_NOT_YET_VALID',
    make: () => chain({ leaf: { notBefore: new Date(AT.getTime() + 1000) } }),
  },
  { name: 'an expired authority', code: 'PATH_EXPIRED', make: () => chain({ ca: { notAfter: yesterday } }) },
  {
    name: 'an authority from the future',
    code: 'PATH_NOT_YET_VALID',
    make: () => chain({ ca: { notBefore: tomorrow } }),
  },
  { name: 'an expired anchor', code: 'PATH_EXPIRED', make: () => chain({ root: { notAfter: yesterday } }) },
  {
    name: 'an anchor from the future',
    code: 'PATH_NOT_YET_VALID',
    make: () => chain({ root: { notBefore: tomorrow } }),
  },
]);

refuses('§4.2.1.9: path length', [
  {
    name: 'an authority below one of path length 0',
    code: 'PATH_TOO_LONG',
    make: () => longChain({ ca: { more: [basicConstraints(true, 0)] } }),
  },
  {
    name: 'two authorities below an anchor of path length 1',
    code: 'PATH_TOO_LONG',
    make: () => longChain({ root: { more: [basicConstraints(true, 1)] } }),
  },
  {
    name: 'an authority below an anchor of path length 0',
    code: 'PATH_TOO_LONG',
    make: () => chain({ root: { more: [basicConstraints(true, 0)] } }),
  },
]);

refuses('§4.2: critical extensions', [
  {
    name: 'an unknown critical extension in the end entity',
    code: 'PATH_CRITICAL_UNKNOWN',
    make: () => chain({ leaf: { more: [unknown] } }),
  },
  {
    name: 'an unknown critical extension in an authority',
    code: 'PATH_CRITICAL_UNKNOWN',
    make: () => chain({ ca: { more: [unknown] } }),
  },
]);
