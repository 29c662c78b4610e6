import type { Issue } from '@kcc/validators';
import { attributeOf, childElements } from '../xml/element.ts';
import type { XmlElement } from '../xml/tree.ts';
import { byId, type Placed, placedElements } from './identified.ts';
import { signOffFromTree } from './read-sign-off.ts';
import { signOffIssue } from './report.ts';

/** Attributes that count the children of one name. */
const COUNTS = {
  來文清單: ['來文數', '來文'],
  簽核文稿清單: ['文稿數', '文稿'],
  附件清單: ['附件數', '附件'],
  檔案清單: ['檔案數', '電子檔案資訊'],
  文稿頁面清單: ['頁面數', '頁面'],
  補簽追認: ['補簽人員數', '補簽人員'],
} as const;

const isCounted = (name: string): name is keyof typeof COUNTS => Object.hasOwn(COUNTS, name);

/**
 * Checks what a sign-off file says about itself: references, counts, file serials, the order of the times.
 *
 * Its grammar is checked by `readSignOff`, its signatures by `verifySignOff`.
 */
export function checkSignOff(tree: XmlElement): readonly Issue[] {
  const ids = byId(tree);
  const issues: Issue[] = [];
  for (const placed of placedElements(tree)) {
    const { element } = placed;
    if (isCounted(element.name)) issues.push(...checkCount(placed, element.name));
    if (element.name === '簽核點定義') issues.push(...checkPoint(placed, ids));
    if (element.name === '簽核資訊') issues.push(...checkSerials(placed));
    if (element.name === 'Signature' && attributeOf(element, 'xmlns') !== undefined) {
      issues.push(signOffIssue('SIGN_OFF_NAMESPACE', pathOf(placed), element));
    }
  }
  return [...issues, ...checkTimes(tree)];
}

const pathOf = ({ element, ancestors }: Placed) =>
  [...ancestors, element].map(({ name }) => `/${name}`).join('');

function checkCount(placed: Placed, name: keyof typeof COUNTS): Issue[] {
  const [attribute, child] = COUNTS[name];
  const written = attributeOf(placed.element, attribute) ?? '';
  const actual = childElements(placed.element, child).length;
  if (written === '' || Number(written) === actual) return [];
  return [
    signOffIssue('SIGN_OFF_COUNT', pathOf(placed), placed.element, { name: attribute, written, actual }),
  ];
}

function checkPoint(placed: Placed, ids: ReadonlyMap<string, Placed>): Issue[] {
  const { element } = placed;
  const uri = attributeOf(element, 'URI') ?? '';
  const target = ids.get(uri.replace(/^#/, ''));
  if (!target) return [signOffIssue('SIGN_OFF_REFERENCE_UNKNOWN', pathOf(placed), element, { uri })];
  const [object] = childElements(element, 'Object');
  if (target.element.name !== 'Object' || target.element === object) return [];
  const id = (object && attributeOf(object, 'Id')) ?? '';
  return [signOffIssue('SIGN_OFF_OBJECT_OTHER', pathOf(placed), element, { uri, id })];
}

/** Drafts and pages name their files by serials of the same folder. */
function checkSerials(placed: Placed): Issue[] {
  const inside = [...placedElements(placed.element)];
  const files = inside.filter(({ element }) => element.name === '電子檔案資訊');
  if (files.length === 0) return [];
  const known = new Set<string>();
  const issues: Issue[] = [];
  for (const { element } of files) {
    const serial = attributeOf(element, '原始檔序號') ?? '';
    if (known.has(serial))
      issues.push(signOffIssue('SIGN_OFF_SERIAL_REPEATED', pathOf(placed), element, { serial }));
    known.add(serial);
  }
  for (const { element } of inside) {
    const serial = attributeOf(element, '原始檔序號');
    if (!serial || element.name === '電子檔案資訊' || known.has(serial)) continue;
    issues.push(signOffIssue('SIGN_OFF_SERIAL_UNKNOWN', pathOf(placed), element, { serial }));
  }
  return issues;
}

/** Times that a computer can compare must not run backwards. */
function checkTimes(tree: XmlElement): Issue[] {
  const points = signOffFromTree({ tree }).signOff?.points ?? [];
  const issues: Issue[] = [];
  let before = '';
  for (const [index, { signedAt: time }] of points.entries()) {
    const comparable = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/.test(time);
    if (comparable && before !== '' && time < before) {
      const path = `/線上簽核/線上簽核資訊/簽核點定義[${index + 1}]`;
      issues.push(signOffIssue('SIGN_OFF_TIME_ORDER', path, undefined, { time, before }));
    }
    if (comparable) before = time;
  }
  return issues;
}
