// From docs/guides/four-stages.md; written by docs/build/write-docs.ts.
import { advanceTrack, cardTrack, startTrack, trackStatus } from '@kcc/forms';

let card = startTrack(cardTrack);
card = advanceTrack(cardTrack, card, {
  type: 'ISSUED',
  on: '2026-12-10',
  facts: { expiresOn: '2032-12-09' },
});
const { turn, next, events, deadlines } = trackStatus(cardTrack, card, { asOf: '2026-12-20' });
console.log(turn, next.zh); // applicant 在發卡中心網站開卡：讀卡、用戶代碼、新 PIN 碼。
console.log(events.map(({ type }) => type)); // 接下來可能的事件：['ACTIVATED', …]
console.log(deadlines[0]?.id, deadlines[0]?.date); // activation 2027-03-10
const saved = JSON.stringify(card); // 存檔；resumeTrack 讀回

export { card, turn, next, events, deadlines, saved };
