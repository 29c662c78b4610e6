/**
 * Speed of the checks, beside the peers, in one process. `npm run bench -- validators` bundles and
 * runs it; a loader that rewrites functions (tsx keeps their names) would measure itself.
 *
 * Each line is the median of seven rounds after one to warm up, in operations a second of CPU time, so that a busy
 * machine counts less.
 */
import {
  checkAddress,
  checkNationalId,
  checkUniformNumber,
  isNationalId,
  isUniformNumber,
  valueKinds,
} from '../src/index.ts';
import { loadPeers } from './peers.ts';

const { stdnum, taiwanIdValidator } = loadPeers(process.env.KCC_PEERS ?? '');
const { isBan, isIdCardNumber, validateBan, validateIdCardNumber } = taiwanIdValidator;

interface Measured {
  readonly name: string;
  readonly perSecond: number;
}

const COUNT = 100_000;
const ROUNDS = 7;

function measure(name: string, inputs: readonly string[], run: (input: string) => unknown): Measured {
  const rates: number[] = [];
  let seen = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const start = process.cpuUsage();
    for (const input of inputs) if (run(input)) seen++;
    const { user, system } = process.cpuUsage(start);
    if (round > 0) rates.push(inputs.length / ((user + system) / 1e6));
  }
  if (seen === 0) throw new Error(`${name}: every input is bad, nothing was measured`);
  return { name, perSecond: Math.round(rates.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0) };
}

/** Repeatable pseudo-random digits: no measurement depends on luck. */
function digits(seed: number, length: number): string {
  let state = seed + 1;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    text += String(state >>> 16).padStart(5, '0');
  }
  return text.slice(0, length);
}

const numbers = Array.from({ length: COUNT }, (_, at) => digits(at, 8));
const ids = Array.from({ length: COUNT }, (_, at) => {
  return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(at % 26) + (1 + (at % 2)) + digits(at, 8);
});
const places = [
  '高雄市鳳山區',
  '台北市中正區',
  '新北市板橋區',
  '屏東縣崁頂鄉',
  '新竹市東區',
  '嘉義縣阿里山鄉',
  '東區',
  '臺北縣板橋市',
];
const addresses = Array.from({ length: COUNT }, (_, at) => {
  return `${at % 3 ? '' : '830 '}${places[at % places.length]}國泰路${1 + (at % 9)}段${at}號${at % 12}樓`;
});

const results: Measured[] = [
  measure('統一編號  isUniformNumber', numbers, (number) => isUniformNumber(number)),
  measure('統一編號  taiwan-id-validator isBan', numbers, (number) => isBan(number)),
  measure(
    '統一編號  checkUniformNumber (issues with messages)',
    numbers,
    (number) => checkUniformNumber(number).ok,
  ),
  measure(
    '統一編號  taiwan-id-validator validateBan (reason code)',
    numbers,
    (number) => validateBan(number).valid,
  ),
  measure(
    '統一編號  stdnum 1.12.0 ubn.validate',
    numbers,
    (number) => stdnum.stdnum.TW?.ubn?.validate(number).isValid,
  ),
  measure('身分證    isNationalId', ids, (id) => isNationalId(id)),
  measure('身分證    taiwan-id-validator isIdCardNumber', ids, (id) => isIdCardNumber(id)),
  measure('身分證    checkNationalId (issues with messages)', ids, (id) => checkNationalId(id).ok),
  measure('身分證    taiwan-id-validator validateIdCardNumber', ids, (id) => validateIdCardNumber(id).valid),
  measure('地址      checkAddress', addresses, (address) => checkAddress(address).ok),
  ...Object.entries(valueKinds).map(([name, { check, example }]) => {
    const inputs = Array.from({ length: COUNT / 10 }, () => example);
    return measure(`example   ${name}`, inputs, (text) => check(text).level);
  }),
];

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);
} else {
  for (const { name, perSecond } of results) {
    process.stdout.write(`${String(perSecond.toLocaleString('en')).padStart(12)}/s  ${name}\n`);
  }
}
