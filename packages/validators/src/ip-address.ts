import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { specialIpv4Ranges } from './data/ipv4-ranges.ts';
import { tidyText } from './half-width.ts';

export type IpAddressCode = keyof typeof ipAddressMessages;

export const ipAddressMessages = {
  IP_ADDRESS_FORMAT: '外部 IP 應為 4 段 0 至 255 的數字，例如 203.75.1.1。',
  IP_ADDRESS_LEADING_ZERO: 'IP 各段開頭不可補 0。',
  IP_ADDRESS_CIDR: '請填單一 IP，不要填網段（/{bits}）。',
  IP_ADDRESS_SEVERAL: '只能填一個 IP；一對多須另行申請核定。',
  IP_ADDRESS_V6: '此欄只收 IPv4，不收 IPv6。',
  IP_ADDRESS_CGNAT: '{ip} 是電信業者共用位址（100.64.0.0/10，CGNAT），不是固定外部 IP；請向業者申請固定 IP。',
  IP_ADDRESS_SPECIAL: '{ip} 屬{name}（{range}），不是外部 IP。',
} as const;

const tidyIp = (text: string): string => tidyText(text).replace(/。/g, '.');

/** Checks the fixed external IPv4 address (外部 IP) of an exchange host: one public unicast address. */
export function checkIpAddress(value: string, options: CheckOptions = {}): CheckResult<IpAddressCode> {
  const report = openReport(ipAddressMessages, options, 'G2B2C-01; IANA special-purpose registry');
  const ip = report.read(value, tidyIp);
  if (ip === undefined) return report.done();
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(ip)?.slice(1);
  const [, bits] = /^[\d.]+\/(\d+)$/.exec(ip) ?? [];
  if (bits) report.add('error', 'IP_ADDRESS_CIDR', { bits });
  else if (/^[\d.]+[\s,;、~-]+[\d.]+/.test(ip)) report.add('error', 'IP_ADDRESS_SEVERAL');
  else if (/^[\da-f]*:[\da-f:.]*$/i.test(ip)) report.add('error', 'IP_ADDRESS_V6');
  else if (!octets?.every((octet) => Number(octet) < 256)) report.add('error', 'IP_ADDRESS_FORMAT');
  else if (octets.some((octet) => /^0\d/.test(octet))) report.add('error', 'IP_ADDRESS_LEADING_ZERO');
  else {
    const address = toNumber(octets);
    const hit = specialIpv4Ranges.find(([range]) => contains(range, address));
    if (hit?.[0] === '100.64.0.0/10') report.add('error', 'IP_ADDRESS_CGNAT', { ip });
    else if (hit) report.add('error', 'IP_ADDRESS_SPECIAL', { ip, range: hit[0], name: hit[1] });
  }
  return report.done(ip);
}

/** True when the text, as it stands, is one public IPv4 address. */
export function isIpAddress(value: string, options: CheckOptions = {}): boolean {
  return checkIpAddress(value, { mode: 'strict', ...options }).ok;
}

/** The four octets of an address, one a box of the form; undefined when {@link checkIpAddress} would refuse it. */
export function parseIpAddress(text: string): readonly number[] | undefined {
  const { ok, value } = checkIpAddress(text);
  return ok ? value.split('.').map(Number) : undefined;
}

function toNumber(octets: readonly string[]): number {
  return octets.reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function contains(range: string, address: number): boolean {
  const [base = '', bits] = range.split('/');
  const size = 2 ** (32 - Number(bits));
  return Math.floor(address / size) === Math.floor(toNumber(base.split('.')) / size);
}
