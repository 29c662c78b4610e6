import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specialIpv4Ranges } from '../src/data/ipv4-ranges.ts';
import { checkIpAddress, isIpAddress, parseIpAddress } from '../src/ip-address.ts';
import { testVectors } from './support/vector.ts';

describe('one external address', () => {
  testVectors(checkIpAddress, [
    ...['203.75.1.1', '163.29.1.1', '117.56.1.1', '8.8.8.8', '172.32.0.1'].map((ip) => [ip, 'ok'] as const),
    ...[
      '10.1.2.3',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.1.1',
      '127.0.0.1',
      '203.0.113.5',
      '255.255.255.255',
      '0.0.0.0',
      '224.0.0.1',
      '240.0.0.1',
      '198.18.0.1',
      '192.0.2.1',
      '198.51.100.1',
    ].map((ip) => [ip, 'error', ['IP_ADDRESS_SPECIAL']] as const),
    ['100.64.0.1', 'error', ['IP_ADDRESS_CGNAT']],
    ['100.127.255.255', 'error', ['IP_ADDRESS_CGNAT']],
    ['1.2.3', 'error', ['IP_ADDRESS_FORMAT']],
    ['1.2.3.4.5', 'error', ['IP_ADDRESS_FORMAT']],
    ['01.02.03.04', 'error', ['IP_ADDRESS_FORMAT']],
    ['999.1.1.1', 'error', ['IP_ADDRESS_FORMAT']],
    ['0x8.8.8.8', 'error', ['IP_ADDRESS_FORMAT']],
    ['203.75.1.1/24', 'error', ['IP_ADDRESS_FORMAT']],
    ['2001:db8::1', 'error', ['IP_ADDRESS_FORMAT']],
    ['203.75.1.1, 203.75.1.2', 'error', ['IP_ADDRESS_SEVERAL']],
    ['203.75.1.1、203.75.1.2', 'error', ['IP_ADDRESS_SEVERAL']],
    ['203．75．1．1', 'info', ['NORMALISED'], '203.75.1.1'],
    ['203。75。1。1', 'info', ['NORMALISED'], '203.75.1.1'],
  ]);
  it('names the range in the message', () => {
    expect(checkIpAddress('192.168.1.1').issues[0]?.message).toBe(
      '這是內部網路（192.168.0.0/16），不是外部 IP。',
    );
    expect(checkIpAddress('203.0.113.5').issues[0]?.message).toContain('文件範例（203.0.113.0/24）');
  });
  it('is read as four octets', () => {
    expect(parseIpAddress('203.75.1.1')).toEqual([203, 75, 1, 1]);
    expect(parseIpAddress('10.0.0.1')).toBeUndefined();
  });
});

describe('the special ranges', () => {
  const blocked = new BlockList();
  for (const [range] of specialIpv4Ranges) {
    const [base = '', bits] = range.split('/');
    blocked.addSubnet(base, Number(bits), 'ipv4');
  }
  it('refuse exactly what the block list of Node refuses', () => {
    const octet = fc.nat(255);
    const near = fc.constantFrom(
      ...specialIpv4Ranges.map(([range]) => range.split('/')[0]?.split('.').map(Number)),
    );
    fc.assert(
      fc.property(octet, octet, octet, octet, near, fc.nat(4), (a, b, c, d, base, kept) => {
        const ip = [a, b, c, d].map((value, at) => (at < kept ? (base?.[at] ?? value) : value)).join('.');
        return isIpAddress(ip) === !blocked.check(ip);
      }),
      { seed: 8, numRuns: 5000 },
    );
  });
});
