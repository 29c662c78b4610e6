/**
 * IPv4 ranges that are no public unicast addresses, narrow ones first, with their zh-TW name.
 *
 * Source: IANA IPv4 Special-Purpose Address Registry and multicast/reserved blocks (RFC 6890, 5771, 1112); verified on
 * 2026-11-23.
 */
export const specialIpv4Ranges: readonly (readonly [range: string, name: string])[] = [
  ['255.255.255.255/32', '廣播位址'],
  ['192.0.0.0/24', '特殊用途'],
  ['192.0.2.0/24', '文件範例'],
  ['192.88.99.0/24', '特殊用途'],
  ['198.51.100.0/24', '文件範例'],
  ['203.0.113.0/24', '文件範例'],
  ['169.254.0.0/16', '自動設定位址'],
  ['192.168.0.0/16', '內部網路'],
  ['198.18.0.0/15', '測試網路'],
  ['172.16.0.0/12', '內部網路'],
  ['100.64.0.0/10', '電信業者共用位址'],
  ['0.0.0.0/8', '特殊用途'],
  ['10.0.0.0/8', '內部網路'],
  ['127.0.0.0/8', '本機'],
  ['224.0.0.0/4', '群播'],
  ['240.0.0.0/4', '保留位址'],
];
