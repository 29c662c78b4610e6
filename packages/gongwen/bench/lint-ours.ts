// Run by lint.ts, compiled: letters that rules look at in one second on one core, kinds mixed.
import { plainAnnouncement, plainLetter, plainMemo, plainNotice } from '../src/lint/examples.ts';
import { type LintProfile, lintLetter, strictProfile } from '../src/lint/index.ts';

const letters = [plainLetter, plainNotice, plainAnnouncement, plainMemo];
const count = Number(process.argv[2] ?? 40_000);
const textProfile: LintProfile = { ...strictProfile, name: 'text', tiers: ['D', 'K'] };

function measure(name: string, profile: LintProfile): string {
  const run = (times: number) => {
    for (let index = 0; index < times; index += 1) {
      const letter = letters[index % letters.length];
      if (letter) lintLetter(letter, { profile });
    }
  };
  run(5000);
  const before = process.cpuUsage();
  run(count);
  const { user, system } = process.cpuUsage(before);
  return `lint, ${name}: ${Math.round(count / ((user + system) / 1e6))} letters a second of processor time (${count} letters)`;
}

console.log(measure('tiers D and K', textProfile));
console.log(measure('strict profile', strictProfile));
