import type { Address } from './address.ts';

/** An address as forms print it: `83074 高雄市鳳山區…`. */
export function formatAddress(address: Partial<Address> | undefined): string {
  if (address === undefined) return '';
  const { postalCode = '', county = '', district = '', street = '' } = address;
  return `${postalCode} ${county}${district}${street}`.trim();
}

/** An address as letters print it, without a blank: `830高雄市…`. */
export function formatLetterAddress(address: Address): string {
  return `${address.postalCode}${address.county}${address.district}${address.street}`;
}
