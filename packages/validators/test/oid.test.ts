import { describe, expect, it } from 'vitest';
import { checkOid, isOid, oidTail8, parseOid } from '../src/oid.ts';
import { testVectors } from './support/vector.ts';

describe('OIDs under 2.16.886', () => {
  testVectors(checkOid, [
    ['2.16.886.101.20003', 'ok'],
    ['2.16.886.101.20003.20022', 'ok'],
    ['2.16.886.101.20007.20001.20015', 'ok'],
    ['2.16.886.101.90010.20002', 'ok'],
    ['2.16.886.111.90010.90003.100001', 'ok'],
    ['2.16.886.111.100006.100029.92583', 'ok'],
    ['2.16.886.119.102568', 'ok'],
    ['2.16.886.5.1', 'warning', ['OID_UNKNOWN_ARC']],
    ['2.16.886.1011', 'warning', ['OID_UNKNOWN_ARC']],
    ['999', 'error', ['OID_PLACEHOLDER']],
    ['2.16.886', 'error', ['OID_FORMAT']],
    ['2.16.886.101.', 'error', ['OID_FORMAT']],
    ['2.16.886.0101.1', 'error', ['OID_FORMAT']],
    ['2.16.840.1', 'error', ['OID_FORMAT']],
    ['3.1', 'error', ['OID_FORMAT']],
    ['2.16.886.101.x', 'error', ['OID_FORMAT']],
    ['２．１６．８８６．１０１．１', 'info', ['NORMALISED'], '2.16.886.101.1'],
  ]);
  it('are read as arcs', () => {
    expect(parseOid('2.16.886.119.102568')).toEqual([2, 16, 886, 119, 102568]);
    expect(parseOid('999')).toBeUndefined();
    expect(isOid('2.16.886.101.20003')).toBe(true);
  });
});

describe('oidTail8', () => {
  it.each([
    ['2.16.886.119.102568', '19102568'],
    ['2.16.886.101.20003.20022', '00320022'],
  ])('of %s is %s', (oid, tail) => {
    expect(oidTail8(oid)).toBe(tail);
  });
});
