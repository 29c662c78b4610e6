import { formatDraft, newDraft, parseDraft } from '@kcc/gongwen';
import { describe, expect, it } from 'vitest';
import { check, fieldAt } from '../../../src/page/letter/check.ts';
import { createDraft } from '../../../src/page/letter/draft.ts';
import { joinDraft, splitDraft } from '../../../src/page/letter/draft-fields.ts';
import { starting, TEMPLATES } from '../../../src/page/letter/draft-tools.ts';
import { KIND_WORDS, kindOf } from '../../../src/page/letter/field-table.ts';
import { savableText } from '../../../src/page/letter/saved-draft.ts';

const template = (word: string): string => newDraft(word)?.text ?? '';
const letterOf = (text: string) => parseDraft(text, { format: 'text' }).letter;
const plain = (text: string): string => {
  const letter = letterOf(text);
  return letter === undefined ? '' : formatDraft(letter, 'text');
};

describe('the fields of the editor', () => {
  it.each(KIND_WORDS)('take a draft of %s apart and put it together without losing anything', (word) => {
    const text = plain(template(word));
    const fields = splitDraft(text);
    expect(fields?.word).toBe(word);
    expect(letterOf(fields ? joinDraft(fields) : '')).toEqual(letterOf(text));
    // Every label that the kind has a field for stands in its field.
    const labels = new Set(kindOf(word)?.fields.map(({ label }) => label));
    for (const label of fields?.values.keys() ?? []) expect(labels).toContain(label);
  });

  it('keep what they have no field for: front matter, sections of other names, several numbers and lines', () => {
    const text = plain(`---
relation: level
---
甲市政府、乙市政府　函
發文字號：甲字第1150000001號
發文字號：乙字第1150000002號
限辦日期：2026-12-31
電話：07-1
電子信箱：a@b.tw
主旨：檢送資料，請查照。
說明：一段文字。
一、第一點。
建議：
一、第二點。
正本：丙市政府、丁市政府【紙本】
副本：戊（含附件）
署名：市長　甲
署名：市長　乙
`);
    const fields = splitDraft(text);
    expect(letterOf(fields ? joinDraft(fields) : '')).toEqual(letterOf(text));
  });

  it('know no draft of another kind', () => {
    expect(splitDraft('kind: review')).toBeUndefined();
  });
});

describe('the templates', () => {
  it.each(TEMPLATES)('begin a letter that can be read: %s', (word) => {
    expect(letterOf(starting(word))?.kind).toBeDefined();
  });
});

describe('a draft', () => {
  it('goes back and forth, and takes what is typed in one place within two seconds as one step', () => {
    let now = 0;
    const draft = createDraft('函\n主旨：甲', () => now);
    draft.edit('函\n主旨：甲乙', 'editor', '主旨');
    now = 1_000;
    draft.edit('函\n主旨：甲乙丙', 'editor', '主旨');
    now = 5_000;
    draft.edit('函\n主旨：甲乙丙丁', 'editor', '主旨');
    draft.undo();
    expect(draft.text).toBe('函\n主旨：甲乙丙');
    draft.undo();
    expect(draft.text).toBe('函\n主旨：甲');
    expect(draft.canUndo).toBe(false);
    draft.redo();
    expect(draft.text).toBe('函\n主旨：甲乙丙');
    draft.edit('函', 'editor');
    expect(draft.canRedo).toBe(false);
  });

  it('keeps the last letter that could be read for the picture', () => {
    const draft = createDraft(template('函'));
    draft.edit('', 'editor');
    expect(draft.reading.letter).toBeUndefined();
    expect(draft.letter?.kind).toBe('letter');
  });
});

describe('what is kept of a draft', () => {
  const text = plain(template('函'));

  it('has no contact data unless asked', () => {
    expect(text).toContain('電子信箱：');
    const kept = savableText(text, letterOf(text), false);
    expect(kept).not.toMatch(/承辦人|電話|電子信箱/);
    expect(kept).toContain('主旨：');
    expect(savableText(text, letterOf(text), true)).toBe(text);
    const notice = plain(template('開會通知單'));
    expect(savableText(notice, letterOf(notice), false)).not.toContain('聯絡人及電話');
  });

  it('is nothing while the draft cannot be read, where contact data might hide anywhere', () => {
    expect(savableText('電話：07', undefined, false)).toBeUndefined();
  });
});

describe('a finding', () => {
  it('names the field it belongs to', () => {
    const letter = letterOf(template('函'));
    expect(fieldAt(letter, '/sections/0/items/1')).toBe('說明');
    expect(fieldAt(letter, '/subject')).toBe('主旨');
    expect(fieldAt(letterOf(template('會勘通知單')), '/subject')).toBe('會勘事由');
  });

  it('comes worst first, from reading before rules', () => {
    const { issues, letter } = parseDraft(template('函'), { format: 'text' });
    const found = check(issues, letter, { profile: 'strict', finished: true });
    const order = found.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
    expect(order).toEqual([...order].sort());
    expect(found.length).toBeGreaterThan(0);
  });
});
