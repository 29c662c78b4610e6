// From packages/validators/README.md; written by docs/build/write-docs.ts.
import { type CheckOptions, type Rule, runCheck } from '@kcc/validators';

const seatRules = [
  ['SEAT_FORMAT', '席次應為 1 至 65。', (text: string) => !/^[1-9]\d?$/.test(text) || Number(text) > 65],
  ['SEAT_VACANT', '第 {text} 席目前出缺，請核對。', (text: string) => text === '13' && { text }, 'warning'],
] as const satisfies readonly Rule<string, CheckOptions>[];
const checkSeat = (value: string, options: CheckOptions = {}) => runCheck(seatRules, value, options);

checkSeat('１３').issues.map(({ code }) => code); // ['NORMALISED', 'SEAT_VACANT']

export { seatRules, checkSeat };
