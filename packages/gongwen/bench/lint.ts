import { plainAnnouncement, plainLetter, plainMemo, plainNotice } from '../src/lint/examples.ts';
import { lintLetter } from '../src/lint/index.ts';

/** Letters that rules look at in one second on one core, strict profile, kinds mixed. */
const letters = [plainLetter, plainNotice, plainAnnouncement, plainMemo];
const count = Number(process.argv[2] ?? 40_000);
const run = (times: number) => {
  for (let index = 0; index < times; index += 1) {
    const letter = letters[index % letters.length];
    if (letter) lintLetter(letter);
  }
};
run(5000);
const before = process.cpuUsage();
run(count);
const { user, system } = process.cpuUsage(before);
console.log(
  `lint: ${Math.round(count / ((user + system) / 1e6))} letters a second of processor time (${count} letters)`,
);
