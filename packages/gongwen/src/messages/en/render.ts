import type { MessageCatalogue } from '@kcc/validators';
import type { RenderIssueCode } from '../../render/messages.ts';

/** Messages about the outputs on paper, English. */
export const renderMessagesEn = {
  RENDER_GLYPH_MISSING:
    'No font has "{character}" ({code}); page {page} shows "〓" in its place. Hand in a Kai face that has it, such as TW-Kai',
  RENDER_GLYPH_FALLBACK: '"{character}" ({code}) is not in "{expected}"; "{family}" was used',
  RENDER_ADDRESSEE_ROSTER:
    'A paper copy for one recipient must name it, not print "{text}"; hand in addressedTo',
} as const satisfies MessageCatalogue<RenderIssueCode>;
