import { explicit, octetString, oid } from '../../src/der/write.ts';
import { emailAltName } from '../../src/drivers/soft/gpki/extension-specs.ts';
import {
  altNames,
  chain,
  constraints,
  directory,
  dns,
  email,
  ip,
  longChain,
  refuses,
  uri,
} from '../support/path-cases.ts';

refuses('§4.2.1.10: name constraints', [
  {
    name: 'a subject outside the permitted directory',
    code: 'PATH_NAME_CONSTRAINT',
    make: () => chain({ ca: { more: [constraints([directory([['C', 'JP']])], [])] } }),
  },
  {
    name: 'a subject inside an excluded directory',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: {
          more: [
            constraints(
              [],
              [
                directory([
                  ['C', 'TW'],
                  ['L', '高雄市'],
                ]),
              ],
            ),
          ],
        },
      }),
  },
  {
    name: 'an excluded directory written in another case and spacing',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        leaf: {
          subject: [
            ['C', 'TW'],
            ['O', 'Test  Office'],
          ],
        },
        ca: {
          more: [
            constraints(
              [],
              [
                directory([
                  ['C', 'TW'],
                  ['O', 'test office'],
                ]),
              ],
            ),
          ],
        },
      }),
  },
  {
    name: 'a directory alternative name outside the permitted one',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([directory([['C', 'TW']])], [])] },
        leaf: { more: [altNames(directory([['C', 'JP']]))] },
      }),
  },
  {
    name: 'a host outside the permitted domain',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([dns('gov.tw')], [])] },
        leaf: { more: [altNames(dns('example.com'))] },
      }),
  },
  {
    name: 'a host that only ends like the permitted domain',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([dns('gov.tw')], [])] },
        leaf: { more: [altNames(dns('evilgov.tw'))] },
      }),
  },
  {
    name: 'one host of two outside the permitted domain',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([dns('gov.tw')], [])] },
        leaf: { more: [altNames(dns('a.gov.tw'), dns('a.com'))] },
      }),
  },
  {
    name: 'a host inside an excluded domain',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([], [dns('gov.tw')])] },
        leaf: { more: [altNames(dns('WWW.GOV.TW'))] },
      }),
  },
  {
    name: 'a wildcard that reaches into an excluded domain',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([], [dns('secret.gov.tw')])] },
        leaf: { more: [altNames(dns('*.gov.tw'))] },
      }),
  },
  {
    name: 'an e-mail address outside the permitted host',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([email('gov.tw')], [])] },
        leaf: { more: [emailAltName('a@mail.gov.tw')] },
      }),
  },
  {
    name: 'an e-mail address at an excluded host',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([], [email('.gov.tw')])] },
        leaf: { more: [emailAltName('a@mail.gov.tw')] },
      }),
  },
  {
    name: 'another mailbox than the permitted one',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([email('a@gov.tw')], [])] },
        leaf: { more: [emailAltName('b@gov.tw')] },
      }),
  },
  {
    name: 'an address without host under an e-mail constraint',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({ ca: { more: [constraints([email('gov.tw')], [])] }, leaf: { more: [emailAltName('nobody')] } }),
  },
  {
    name: 'a URI at another host',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([uri('gov.tw')], [])] },
        leaf: { more: [altNames(uri('https://gov.tw.example.com/'))] },
      }),
  },
  {
    name: 'a URI whose user part looks like the permitted host',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([uri('gov.tw')], [])] },
        leaf: { more: [altNames(uri('https://gov.tw@example.com/'))] },
      }),
  },
  {
    name: 'a URI without host under a URI constraint',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([], [uri('gov.tw')])] },
        leaf: { more: [altNames(uri('urn:tw:gov'))] },
      }),
  },
  {
    name: 'an address outside the permitted network',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([ip('0a000000ff000000')], [])] },
        leaf: { more: [altNames(ip('0b000001'))] },
      }),
  },
  {
    name: 'an address inside an excluded network',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([], [ip('0a000000ff000000')])] },
        leaf: { more: [altNames(ip('0a000001'))] },
      }),
  },
  {
    name: 'an IPv6 address where only an IPv4 network is permitted',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([ip('0a000000ff000000')], [])] },
        leaf: { more: [altNames(ip(`${'00'.repeat(15)}01`))] },
      }),
  },
  {
    name: 'an excluded network with holes in its mask',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: { more: [constraints([], [ip('0a000000ff00ff00')])] },
        leaf: { more: [altNames(ip('0b000001'))] },
      }),
  },
  {
    name: 'a name of a kind that the constraint cannot be read for',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        ca: {
          more: [constraints([], [explicit(0, oid('1.2.3'), explicit(0, octetString(Uint8Array.of(1))))])],
        },
        leaf: { more: [altNames(explicit(0, oid('1.2.3'), explicit(0, octetString(Uint8Array.of(2)))))] },
      }),
  },
  {
    name: 'a name permitted by one authority and not by the next',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      longChain({
        ca: { more: [constraints([dns('gov.tw')], [])] },
        ca2: { more: [constraints([dns('kh.gov.tw')], [])] },
        leaf: { more: [altNames(dns('tp.gov.tw'))] },
      }),
  },
  {
    name: 'an authority whose own name is not permitted',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      longChain({
        ca: {
          more: [
            constraints(
              [
                directory([
                  ['C', 'TW'],
                  ['L', '高雄市'],
                ]),
              ],
              [],
            ),
          ],
        },
      }),
  },
  {
    name: 'a name that the anchor itself does not permit',
    code: 'PATH_NAME_CONSTRAINT',
    make: () =>
      chain({
        root: { more: [constraints([dns('gov.tw')], [])] },
        leaf: { more: [altNames(dns('example.com'))] },
      }),
  },
  {
    name: 'more constraints than anybody needs',
    code: 'PATH_TOO_COMPLEX',
    make: () =>
      chain({
        ca: {
          more: [
            constraints(
              [],
              Array.from({ length: 600 }, (_, index) => dns(`x${index}.tw`)),
            ),
          ],
        },
        leaf: { more: [altNames(...Array.from({ length: 600 }, (_, index) => dns(`y${index}.tw`)))] },
      }),
  },
]);
