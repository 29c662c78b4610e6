// From docs/guides/checking-rules.md; written by docs/build/write-docs.ts.
import { councilOfficeProfile, defineProfile, exchangeProfile, strictProfile } from '@kcc/gongwen/lint';

// 只看會讓交換失敗的：exchangeProfile；全部：strictProfile（預設）；議員服務處：councilOfficeProfile
const ours = defineProfile(councilOfficeProfile, {
  name: '本處',
  rules: { 'GW-H005': 'off', 'GW-S009': 'error' }, // 關掉一條、把一條升為錯誤
});
console.log([exchangeProfile, strictProfile, ours].map(({ name }) => name));

export { ours };
