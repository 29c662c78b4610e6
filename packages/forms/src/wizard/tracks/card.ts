import { cardYears, deadlineDays } from '../../facts/deadlines.ts';
import { say } from '../message.ts';
import { defineTrack } from '../track.ts';

const ENDS = ['EXPIRED', 'REVOKED', 'REPLACED'] as const;

/** The life of one card. */
export const cardTrack = defineTrack({
  id: 'card',
  title: say('憑證IC卡', 'Life of the card'),
  initial: 'waiting',
  states: {
    waiting: {
      label: say('等待寄達', 'Not received yet'),
      turn: 'certificate-authority',
      next: say('以掛號寄送卡片。', 'The card comes by registered post.'),
      sources: ['B6'],
    },
    'not-activated': {
      label: say('未開卡', 'Not activated'),
      turn: 'applicant',
      next: say(
        '在發卡中心網站開卡：讀卡、用戶代碼、新 PIN 碼。',
        'Open the card on the site: reader, user code, new PIN.',
      ),
      papers: ['xca-card-opening'],
      sources: ['B6', 'T7', 'I7'],
    },
    'code-blocked-unopened': {
      label: say('用戶代碼鎖住（未開卡）', 'User code blocked before opening'),
      turn: 'applicant',
      next: say('辦理用戶代碼重設，再開卡。', 'Reset the user code, then open the card.'),
      sources: ['R28', 'R29'],
    },
    'suspended-unopened': {
      label: say('逾期未開卡，已停用', 'Suspended, not opened in time'),
      turn: 'applicant',
      next: say('洽憑證中心復用後再開卡。', 'Ask the CA to resume the certificate, then open.'),
      sources: ['R26', 'B6'],
    },
    active: {
      label: say('使用中', 'Active'),
      turn: 'nobody',
      next: say('正常使用；屆期前 60 天起可換發。', 'In use; renewal opens 60 days before expiry.'),
      sources: ['B6', 'T7'],
    },
    suspended: {
      label: say('停用', 'Suspended'),
      turn: 'applicant',
      next: say('以用戶代碼線上復用，或辦理廢止。', 'Resume online with the user code, or revoke.'),
      sources: ['B6', 'D22'],
    },
    locked: {
      label: say('鎖卡（PIN 碼錯誤）', 'Locked (wrong PINs)'),
      turn: 'applicant',
      next: say('使用鎖卡解碼/重設PIN碼功能。', 'Use the unlock / PIN reset function.'),
      sources: ['R30', 'B6'],
    },
    'code-blocked': {
      label: say('用戶代碼鎖住', 'User code blocked'),
      turn: 'applicant',
      next: say('辦理用戶代碼重設。', 'Reset the user code.'),
      sources: ['R29', 'B6'],
    },
    'revocation-due': {
      label: say('名稱已變更，須廢止', 'Renamed, revocation due'),
      turn: 'applicant',
      next: say(
        '2 週內以公文與憑證廢止申請書申請廢止，再重新繳費申請。',
        'Ask for revocation within two weeks, then pay and apply again.',
      ),
      papers: ['xca-revocation'],
      sources: ['R5', 'M8'],
    },
    'revocation-asked': {
      label: say('廢止申請中', 'Revocation asked for'),
      turn: 'council',
      next: say(
        '初審窗口核轉；核准後 1 個工作天內廢止。',
        'Forwarded; revoked within one working day of approval.',
      ),
      sources: ['M8', 'D22'],
    },
    revoked: {
      label: say('已廢止', 'Revoked'),
      turn: 'applicant',
      next: say('需要時重新繳費申請。', 'Pay and apply again when needed.'),
      final: true,
      sources: ['B6', 'R5'],
    },
    expired: {
      label: say('已屆期', 'Expired'),
      turn: 'applicant',
      next: say(
        '重新申請；交換連線立即停止，3 個月內可恢復。',
        'Apply again; the connection stops, it can be restored within 3 months.',
      ),
      final: true,
      sources: ['B6', '2.4'],
    },
    replaced: {
      label: say('已換發新卡', 'Replaced by a new card'),
      turn: 'nobody',
      next: say('改用新卡；新卡也要在 90 天內開卡。', 'Use the new card; open it within 90 days.'),
      final: true,
      sources: ['B6', 'D22'],
    },
  },
  events: {
    ISSUED: {
      label: say('發卡', 'Issued'),
      by: 'certificate-authority',
      asks: { name: 'expiresOn', label: say('卡片效期', 'Expiry date on the card'), kind: 'date' },
      sources: ['B6', 'M2'],
    },
    ACTIVATED: { label: say('開卡', 'Opened'), by: 'applicant', sources: ['T7'] },
    SUSPENDED_UNOPENED: {
      label: say('逾 90 天自動停用', 'Suspended after 90 days'),
      by: 'certificate-authority',
      sources: ['R26'],
    },
    SUSPENDED: { label: say('停用', 'Suspended'), by: 'applicant', sources: ['B6'] },
    RESUMED: { label: say('復用', 'Resumed'), by: 'applicant', sources: ['B6'] },
    PIN_LOCKED: { label: say('PIN 碼鎖住', 'PIN locked'), by: 'applicant', sources: ['R30'] },
    UNLOCKED: { label: say('解鎖', 'Unlocked'), by: 'applicant', sources: ['R30'] },
    CODE_BLOCKED: {
      label: say('用戶代碼錯 3 次以上', 'User code wrong three times'),
      by: 'applicant',
      sources: ['R29'],
    },
    CODE_RESET: { label: say('用戶代碼重設', 'User code reset'), by: 'applicant', sources: ['R28'] },
    RENAMED: { label: say('合併或更名', 'Renamed or merged'), by: 'applicant', sources: ['R5', 'M8'] },
    REVOCATION_ASKED: {
      label: say('申請廢止', 'Asked for revocation'),
      by: 'applicant',
      evidence: say('發文字號', 'Letter number'),
      sources: ['D22', 'M8'],
    },
    REVOKED: { label: say('廢止', 'Revoked'), by: 'certificate-authority', sources: ['B6'] },
    EXPIRED: { label: say('屆期', 'Expired'), by: 'nobody', sources: ['M2'] },
    REPLACED: { label: say('屆期換發', 'Renewed'), by: 'applicant', sources: ['D22', 'M8'] },
  },
  moves: {
    waiting: { ISSUED: 'not-activated' },
    'not-activated': {
      ACTIVATED: 'active',
      CODE_BLOCKED: 'code-blocked-unopened',
      SUSPENDED_UNOPENED: 'suspended-unopened',
      REVOCATION_ASKED: 'revocation-asked',
    },
    'code-blocked-unopened': { CODE_RESET: 'not-activated', SUSPENDED_UNOPENED: 'suspended-unopened' },
    'suspended-unopened': {
      RESUMED: 'not-activated',
      REVOCATION_ASKED: 'revocation-asked',
      EXPIRED: 'expired',
    },
    active: {
      SUSPENDED: 'suspended',
      PIN_LOCKED: 'locked',
      CODE_BLOCKED: 'code-blocked',
      RENAMED: 'revocation-due',
      REVOCATION_ASKED: 'revocation-asked',
      EXPIRED: 'expired',
      REPLACED: 'replaced',
    },
    suspended: { RESUMED: 'active', REVOCATION_ASKED: 'revocation-asked', EXPIRED: 'expired' },
    locked: { UNLOCKED: 'active', REVOCATION_ASKED: 'revocation-asked', EXPIRED: 'expired' },
    'code-blocked': { CODE_RESET: 'active', REVOCATION_ASKED: 'revocation-asked', EXPIRED: 'expired' },
    'revocation-due': { REVOCATION_ASKED: 'revocation-asked', REVOKED: 'revoked', EXPIRED: 'expired' },
    'revocation-asked': { REVOKED: 'revoked' },
  },
  deadlines: [
    {
      id: 'activation',
      label: say('開卡期限', 'Open the card by'),
      starts: 'ISSUED',
      ends: ['ACTIVATED', 'SUSPENDED_UNOPENED', ...ENDS],
      due: { days: deadlineDays.activation },
      note: say(
        '逾期憑證中心將逕行停用；起算日以憑證中心認定為準。',
        'The CA suspends the certificate after this day; how it counts is for the CA to say.',
      ),
      sources: ['M1', 'R26'],
    },
    {
      id: 'expiry',
      label: say('卡片屆期', 'Card expires'),
      starts: 'ISSUED',
      ends: ENDS,
      due: { years: cardYears, orFact: 'expiresOn' },
      note: say('以憑證上的效期為準。', 'The date in the certificate counts.'),
      sources: ['M2', 'R10'],
    },
    {
      id: 'renewal-window',
      label: say('可開始換發', 'Renewal opens'),
      starts: 'ISSUED',
      ends: ENDS,
      due: { fact: 'expiresOn', days: -deadlineDays.renewalWindow },
      note: say(
        '屆期前 60 天起；此規則見於政府機關憑證，XCA 請再確認。',
        'From 60 days before expiry; known of the sister CA, confirm for XCA.',
      ),
      sources: ['M8'],
    },
    {
      id: 'revocation-after-rename',
      label: say('更名後申請廢止期限', 'Ask for revocation by'),
      starts: 'RENAMED',
      ends: ['REVOCATION_ASKED', ...ENDS],
      due: { days: deadlineDays.renameRevocation },
      note: say('逾 2 週憑證中心可逕行廢止。', 'After two weeks the CA may revoke by itself.'),
      sources: ['M8', 'R5'],
    },
  ],
});
