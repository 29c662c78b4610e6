export {
  checkDraft,
  type DraftFormat,
  type DraftOptions,
  type DraftReading,
  formatDraft,
  parseDraft,
} from './draft.ts';
export { type DraftCode, draftMessages } from './messages.ts';
export { type NewDraft, newDraft } from './new-draft.ts';
