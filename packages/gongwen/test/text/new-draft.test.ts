import { describe, expect, it } from 'vitest';
import { writeDispatch } from '../../src/dispatch/write-dispatch.ts';
import { documentTypes } from '../../src/model/document-types.ts';
import { parseDraft } from '../../src/text/draft.ts';
import { newDraft } from '../../src/text/new-draft.ts';

describe('a new draft can be written as it stands', () => {
  for (const { kind, label } of documentTypes) {
    it(`${kind} ${label}`, () => {
      const draft = newDraft(kind);
      expect(newDraft(label)).toEqual(draft);
      const { letter, issues } = parseDraft(draft?.text ?? '', { format: draft?.format ?? 'text' });
      expect(issues).toEqual([]);
      expect(letter?.kind).toBe(kind);
      if (!letter) return;
      const written = writeDispatch(letter, { baseName: 'new' });
      expect(written.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(written.files[0]?.path).toBe('new.di');
    });
  }

  it('a 函類別 is a name too, an unknown one is not', () => {
    expect(parseDraft(newDraft('移文單')?.text ?? '').letter).toMatchObject({
      kind: 'letter',
      subtype: '移文單',
    });
    expect(newDraft('電報')).toBeUndefined();
  });
});
