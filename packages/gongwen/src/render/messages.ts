import type { Issue, Severity } from '@kcc/validators';
import { fillTemplate, type IssueParams } from '@kcc/validators';

/** What the outputs notice: severity and zh-TW template by code. */
export const renderMessages = {
  RENDER_GLYPH_MISSING: [
    'error',
    '字型中沒有「{character}」（{code}），第 {page} 頁以「〓」代替；請加掛含此字的楷體（如全字庫正楷體）',
  ],
  RENDER_GLYPH_FALLBACK: ['info', '「{character}」（{code}）不在「{expected}」內，改用「{family}」'],
  RENDER_ADDRESSEE_ROSTER: ['warning', '分繕的紙本應印出受文者全銜，不可印「{text}」；請指定 addressedTo'],
} as const satisfies Record<string, readonly [Severity, string]>;

export type RenderIssueCode = keyof typeof renderMessages;

/** An issue of an output with its message filled in. */
export function renderIssue(
  code: RenderIssueCode,
  path: string,
  params: IssueParams,
): Issue<RenderIssueCode> {
  const [severity, template] = renderMessages[code];
  return { code, severity, path, message: fillTemplate(template, params), params };
}
