import { say } from '../message.ts';
import { defineTrack } from '../track.ts';

/** The review of a sent application: T3 to T6. */
export const reviewTrack = defineTrack({
  id: 'review',
  title: say('憑證審核', 'Review of the application'),
  initial: 'in-transit',
  states: {
    'in-transit': {
      label: say('送件中', 'On its way'),
      turn: 'council',
      next: say('初審窗口收件。', 'The first-review office receives the papers.'),
      sources: ['T3', 'R8'],
    },
    'at-first-review': {
      label: say('初審中', 'First review'),
      turn: 'council',
      next: say('核對資料與圖記，函轉複審。', 'Compare data and seal, forward to the second review.'),
      sources: ['T3', 'T4', 'A7'],
    },
    returned: {
      label: say('退件補正', 'Returned for correction'),
      turn: 'applicant',
      next: say(
        '依退件原因補正（常見：漏蓋印鑑），再送件。',
        'Correct what was named (often a missing seal) and send again.',
      ),
      papers: ['xca-application-primary', 'xca-cover-letter'],
      sources: ['T4'],
    },
    'at-second-review': {
      label: say('複審中', 'Second review'),
      turn: 'certificate-authority',
      next: say('建檔、複審。', 'Registration and second review.'),
      sources: ['T5', 'A14'],
    },
    'card-in-making': {
      label: say('製卡中', 'Card being made'),
      turn: 'certificate-authority',
      next: say('製卡並掛號寄送，電子郵件通知進度。', 'The card is made and sent by registered post.'),
      sources: ['T6', 'D13'],
    },
    mailed: {
      label: say('已寄卡', 'Card mailed'),
      turn: 'applicant',
      next: say('收卡後 90 天內開卡。', 'Open the card within 90 days of issue.'),
      final: true,
      sources: ['T6', 'T7'],
    },
    rejected: {
      label: say('不予核發', 'Rejected'),
      turn: 'applicant',
      next: say('依原因處理後重新申請。', 'Apply again after dealing with the reason.'),
      final: true,
      sources: ['T5'],
    },
  },
  events: {
    RECEIVED: { label: say('初審窗口收件', 'Received'), by: 'council', sources: ['T3'] },
    RETURNED: {
      label: say('退件', 'Returned'),
      by: 'council',
      asks: { name: 'reason', label: say('退件原因', 'Reason'), kind: 'text' },
      sources: ['T4'],
    },
    RESENT: {
      label: say('補正後再送', 'Sent again'),
      by: 'applicant',
      evidence: say('發文字號或掛號收據', 'Letter number or posting slip'),
      sources: ['T3'],
    },
    FORWARDED: { label: say('初審通過、函轉複審', 'Forwarded'), by: 'council', sources: ['T4', 'D12'] },
    APPROVED: { label: say('複審通過', 'Approved'), by: 'certificate-authority', sources: ['T5'] },
    REJECTED: {
      label: say('不予核發', 'Rejected'),
      by: 'certificate-authority',
      asks: { name: 'reason', label: say('原因', 'Reason'), kind: 'text' },
      sources: ['T5'],
    },
    MAILED: { label: say('掛號寄卡', 'Card mailed'), by: 'certificate-authority', sources: ['T6', 'D13'] },
  },
  moves: {
    'in-transit': { RECEIVED: 'at-first-review' },
    'at-first-review': { FORWARDED: 'at-second-review', RETURNED: 'returned', REJECTED: 'rejected' },
    returned: { RESENT: 'in-transit' },
    'at-second-review': { APPROVED: 'card-in-making', RETURNED: 'returned', REJECTED: 'rejected' },
    'card-in-making': { MAILED: 'mailed' },
  },
  deadlines: [],
});
