import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { specialIpv4Ranges } from './data/ipv4-ranges.ts';
import { tidyText } from './half-width.ts';

export const ipAddressRules = [
  ['IP_ADDRESS_SEVERAL', '一欄只能填一個 IP；一對多須另申請核定。', (ip) => /\d[\s,;、~-]+\d/.test(ip)],
  [
    'IP_ADDRESS_FORMAT',
    '外部 IP 應如 203.75.1.1，不是網段或 IPv6，各段不補 0。',
    (ip) => {
      // What is no number from 0 to 255 without leading zeros changes on the way.
      const octets = ip.split('.').map((octet) => +octet & 255);
      return octets.length !== 4 || octets.join('.') !== ip;
    },
  ],
  [
    'IP_ADDRESS_CGNAT',
    '這是電信業者共用位址（CGNAT），不是外部 IP，請申請固定 IP。',
    (ip) => contains('100.64.0.0/10', ip),
  ],
  [
    'IP_ADDRESS_SPECIAL',
    '這是{name}（{range}），不是外部 IP。',
    (ip) => {
      const [range, name] = specialIpv4Ranges.find(([range]) => contains(range, ip)) ?? [];
      return range && name && { range, name };
    },
  ],
] as const satisfies readonly Rule<string, CheckOptions>[];

export type IpAddressCode = CodeOf<typeof ipAddressRules>;

const tidyIp = (text: string): string => tidyText(text).replace(/。/g, '.');

/** Checks the fixed external IPv4 address (外部 IP) of an exchange host: one public unicast address. */
export function checkIpAddress(value: string, options: CheckOptions = {}): CheckResult<IpAddressCode> {
  return runCheck(ipAddressRules, value, options, tidyIp);
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

function contains(range: string, ip: string): boolean {
  const [base = '', bits = 0] = range.split('/');
  const block = (address: string): number =>
    Math.floor(address.split('.').reduce((sum, octet) => sum * 256 + +octet, 0) / 2 ** (32 - +bits));
  return block(base) === block(ip);
}
