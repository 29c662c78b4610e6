import { paragraph, title } from '../sheet/build.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { Form, Mark } from './form.ts';

const KINDS: Readonly<Record<Mark['kind'], string>> = {
  repaired: '修補',
  unverified: '未經證實',
  outdated: '可能已變更',
};

/**
 * The note that goes with a filled form to the person who sends it, never to the authority: what of the form was repaired
 * from a damaged copy, was never seen in the original or may have changed, and what to compare before sending.
 */
export function coverNote(form: Form): Sheet {
  const name = `填表備註：${form.title}`;
  return {
    title: name,
    blocks: [
      title(name, 16),
      paragraph('本頁供填表人參考，請勿隨表寄出。', { after: 6 }),
      paragraph(`版次：${form.edition}；依據：${form.source}；核對日期：${form.verifiedOn}`, {
        size: 11,
        after: 8,
      }),
      ...(form.marks.length === 0 ? [paragraph('沒有需要特別核對的地方。')] : []),
      ...form.marks.map(({ id, kind, note }, place) =>
        paragraph(`${place + 1}. 〔${KINDS[kind]}〕${id}：${note}`, { hanging: 6, size: 11, after: 3 }),
      ),
    ],
  };
}
