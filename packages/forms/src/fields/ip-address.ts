import { checkIpAddress } from '@kcc/validators';
import { z } from 'zod';
import { textCheck } from '../define/value-check.ts';

/** External IPv4 of the exchange host: one fixed public address. */
export const ipAddress = z.string().regex(/^\d{1,3}(\.\d{1,3}){3}$/);
export const ipAddressCheck = textCheck('ip-address', '單一、固定的外部 IPv4 位址', checkIpAddress);
