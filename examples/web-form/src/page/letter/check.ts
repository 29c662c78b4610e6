import type { Letter } from '@kcc/gongwen';
import {
  companyProfile,
  councilOfficeProfile,
  exchangeProfile,
  type LintIssue,
  type LintProfile,
  lintLetter,
  strictProfile,
} from '@kcc/gongwen/lint';
import type { Issue } from '@kcc/validators';

/** What is checked, as the list on the page offers it. */
export const PROFILES: readonly {
  readonly id: string;
  readonly label: string;
  readonly profile: LintProfile;
}[] = [
  { id: 'council', label: '議員服務處', profile: councilOfficeProfile },
  { id: 'company', label: '公司行號', profile: companyProfile },
  { id: 'strict', label: '政府機關（全部規則）', profile: strictProfile },
  { id: 'exchange', label: '只看會影響電子交換的', profile: exchangeProfile },
];

export interface CheckSettings {
  readonly profile: string;
  /** On its way out: date, number and addressee must be there. */
  readonly finished: boolean;
}

/** One finding as the list shows it. */
export type Shown = Issue & Pick<LintIssue, 'edits' | 'range'>;

/** What was found in a draft: first what could not be read, then what the rules say. */
export function check(
  reading: readonly Issue[],
  letter: Letter | undefined,
  settings: CheckSettings,
): Shown[] {
  const { profile } = PROFILES.find(({ id }) => id === settings.profile) ?? { profile: strictProfile };
  const rules = letter === undefined ? [] : lintLetter(letter, lintOptions(profile, settings));
  const all: Shown[] = [...reading, ...rules];
  const order = { error: 0, warning: 1, info: 2 } as const;
  return all.sort((a, b) => order[a.severity] - order[b.severity]);
}

export const lintOptions = (profile: LintProfile, { finished }: CheckSettings) => ({
  profile,
  finished,
  asOf: new Date(),
});

export const profileOf = (id: string): LintProfile =>
  PROFILES.find((each) => each.id === id)?.profile ?? strictProfile;

const FIELD_OF: Readonly<Record<string, string>> = {
  issuers: '發文機關',
  address: '地址',
  contactLines: '聯絡方式',
  contacts: '聯絡人及電話',
  addressee: '受文者',
  issueDate: '發文日期',
  issueDateText: '發文日期',
  documentNumbers: '發文字號',
  urgency: '速別',
  classification: '密等',
  handling: '擬辦方式',
  attachmentText: '附件',
  attachments: '附件檔案',
  chairs: '主持人',
  attendees: '出席者',
  observers: '列席者',
  recipients: '正本',
  copies: '副本',
  submitTo: '敬陳',
  signatures: '署名',
  signedDate: '年月日',
  remarks: '備註',
};

/** The label of the field that a path of the letter belongs to, such as 說明 for `/sections/0/items/1`. */
export function fieldAt(letter: Letter | undefined, path: string): string | undefined {
  const [, first = '', second = ''] = path.split('/');
  const notice = letter?.kind === 'meeting' ? '開會' : letter?.kind === 'inspection' ? '會勘' : undefined;
  if (first === 'subject') return notice === undefined ? '主旨' : `${notice}事由`;
  if (first === 'times') return `${notice ?? ''}時間`;
  if (first === 'place') return `${notice ?? ''}地點`;
  if (first === 'sections' && letter !== undefined && 'sections' in letter) {
    return letter.sections[Number(second)]?.name;
  }
  return FIELD_OF[first];
}

/** The words that a finding is about, for marking them in the editor. */
export function wordsAt(letter: Letter | undefined, { path, range }: Shown): string | undefined {
  let value: unknown = letter;
  for (const step of path.split('/').slice(1)) value = Object(value)[step];
  if (typeof value !== 'string') return undefined;
  return range === undefined ? undefined : value.slice(range[0], range[1]);
}
