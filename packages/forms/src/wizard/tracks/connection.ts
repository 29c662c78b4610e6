import { removalMonths } from '../../facts/deadlines.ts';
import { say } from '../message.ts';
import { defineTrack } from '../track.ts';

const PAPERS = ['exchange-consent', 'g2b2c-01'] as const;

/** The exchange connection of one office. */
export const connectionTrack = defineTrack({
  id: 'connection',
  title: say('電子交換連線', 'Exchange connection'),
  initial: 'drafted',
  states: {
    drafted: {
      label: say('填寫中', 'Being drafted'),
      turn: 'applicant',
      next: say(
        '填寫連線規範同意書與 G2B2C-01，列印並用印。',
        'Fill in, print and seal the consent form and G2B2C-01.',
      ),
      papers: PAPERS,
      sources: ['B7'],
    },
    sealed: {
      label: say('已用印', 'Sealed'),
      turn: 'applicant',
      next: say('以公文送市議會。', 'Send them with a letter to the council.'),
      papers: [...PAPERS, 'exchange-forwarding-letter'],
      sources: ['B7', 'K5', 'K16'],
    },
    'at-council': {
      label: say('市議會初審', 'At the council (first review)'),
      turn: 'council',
      next: say(
        '初審、用印後轉送高市府與檔管局。',
        'First review, then forwarded to the city and the service centre.',
      ),
      sources: ['B7', 'J17'],
    },
    returned: {
      label: say('退件補正', 'Returned for correction'),
      turn: 'applicant',
      next: say('依退件原因補正後重新用印。', 'Correct what was named and seal again.'),
      papers: PAPERS,
      sources: ['B7'],
    },
    forwarded: {
      label: say('複審與 G2B2C 建檔', 'City review and G2B2C registration'),
      turn: 'city',
      next: say(
        '高市府複審、G2B2C 資訊服務中心建檔，核發連線網址。',
        'City review and registration; the connection address is issued.',
      ),
      sources: ['B7', 'J18'],
    },
    approved: {
      label: say('已核准，取得連線網址', 'Approved, address issued'),
      turn: 'applicant',
      next: say(
        '以憑證登入連線網址，安裝 WebjAgent 並測試收發文。',
        'Log in with the certificate, install WebjAgent and try a letter.',
      ),
      sources: ['B7', 'R37'],
    },
    'in-use': {
      label: say('使用中', 'In use'),
      turn: 'nobody',
      next: say(
        '正常收發；資料異動時填連線異動申請表。',
        'In use; file a change form when anything changes.',
      ),
      sources: ['B7', 'R36'],
    },
    'change-filed': {
      label: say('異動申請中', 'Change filed'),
      turn: 'exchange-service',
      next: say('G2B2C 資訊服務中心辦理異動。', 'The service centre carries out the change.'),
      papers: ['g2b2c-change'],
      sources: ['B7', 'D17', 'R35'],
    },
    suspended: {
      label: say('暫停', 'Suspended'),
      turn: 'applicant',
      next: say('配合主管機關處理，改善後恢復。', 'Work with the authority; resumed after correction.'),
      sources: ['J8', 'J11'],
    },
    stopped: {
      label: say('憑證屆期，交換停止', 'Certificate expired, exchange stopped'),
      turn: 'applicant',
      next: say(
        '換發憑證後填恢復連線申請表；逾 3 個月須重新申請。',
        'Renew the card and file the restore form; after 3 months apply again.',
      ),
      papers: ['g2b2c-restore'],
      sources: ['2.4'],
    },
    'restore-filed': {
      label: say('恢復連線申請中', 'Restore filed'),
      turn: 'exchange-service',
      next: say('G2B2C 資訊服務中心恢復連線。', 'The service centre restores the connection.'),
      sources: ['2.4', 'B7'],
    },
    removed: {
      label: say('已清除', 'Removed'),
      turn: 'applicant',
      next: say('以 G2B2C-01 重新申請。', 'Apply again with G2B2C-01.'),
      sources: ['2.4'],
    },
    terminated: {
      label: say('終止', 'Terminated'),
      turn: 'nobody',
      next: say('連線已終止。', 'The connection has ended.'),
      final: true,
      sources: ['B7', 'J8'],
    },
    dissolved: {
      label: say('裁撤', 'Dissolved'),
      turn: 'nobody',
      next: say('機關裁撤，連線已結束。', 'The office is dissolved, the connection has ended.'),
      final: true,
      sources: ['B7', 'J4.5'],
    },
  },
  events: {
    SEALED: { label: say('用印', 'Sealed'), by: 'applicant', sources: ['B7'] },
    SENT: {
      label: say('送市議會', 'Sent to the council'),
      by: 'applicant',
      evidence: say('發文字號', 'Letter number'),
      sources: ['B7'],
    },
    RETURNED: {
      label: say('退件', 'Returned'),
      by: 'council',
      asks: { name: 'reason', label: say('退件原因', 'Reason'), kind: 'text' },
      sources: ['B7'],
    },
    FORWARDED: { label: say('轉送高市府與檔管局', 'Forwarded'), by: 'council', sources: ['B7'] },
    APPROVED: {
      label: say('核准並取得網址', 'Approved'),
      by: 'exchange-service',
      asks: { name: 'address', label: say('連線網址', 'Connection address'), kind: 'text' },
      sources: ['B7', 'R37'],
    },
    FIRST_USED: { label: say('首次登入收發', 'First used'), by: 'applicant', sources: ['R37'] },
    CHANGE_FILED: {
      label: say('提出異動申請', 'Change filed'),
      by: 'applicant',
      evidence: say('副知主管機關之發文字號', 'Number of the copy to the authority'),
      sources: ['D17', 'R35'],
    },
    CHANGE_DONE: { label: say('異動完成', 'Change done'), by: 'exchange-service', sources: ['D17'] },
    SUSPENDED: {
      label: say('暫停', 'Suspended'),
      by: 'city',
      asks: { name: 'reason', label: say('原因', 'Reason'), kind: 'text' },
      sources: ['J8', 'J9', 'J11'],
    },
    RESUMED: { label: say('恢復', 'Resumed'), by: 'city', sources: ['J8'] },
    CERTIFICATE_EXPIRED: { label: say('憑證屆期', 'Certificate expired'), by: 'nobody', sources: ['2.4'] },
    RESTORE_FILED: { label: say('申請恢復連線', 'Restore filed'), by: 'applicant', sources: ['2.4'] },
    RESTORED: { label: say('恢復連線', 'Restored'), by: 'exchange-service', sources: ['2.4', 'B7'] },
    REMOVED: {
      label: say('逾 3 個月清除', 'Removed after 3 months'),
      by: 'exchange-service',
      sources: ['2.4'],
    },
    REAPPLIED: { label: say('重新申請', 'Applied again'), by: 'applicant', sources: ['2.4'] },
    TERMINATED: { label: say('終止', 'Terminated'), by: 'city', sources: ['J8'] },
    DISSOLVED: { label: say('裁撤', 'Dissolved'), by: 'applicant', sources: ['J4.5', 'R35'] },
  },
  moves: {
    drafted: { SEALED: 'sealed' },
    sealed: { SENT: 'at-council' },
    'at-council': { FORWARDED: 'forwarded', RETURNED: 'returned' },
    returned: { SEALED: 'sealed' },
    forwarded: { APPROVED: 'approved', RETURNED: 'returned' },
    approved: { FIRST_USED: 'in-use' },
    'in-use': {
      CHANGE_FILED: 'change-filed',
      SUSPENDED: 'suspended',
      CERTIFICATE_EXPIRED: 'stopped',
      TERMINATED: 'terminated',
      DISSOLVED: 'dissolved',
    },
    'change-filed': { CHANGE_DONE: 'in-use', SUSPENDED: 'suspended', DISSOLVED: 'dissolved' },
    suspended: { RESUMED: 'in-use', TERMINATED: 'terminated', DISSOLVED: 'dissolved' },
    stopped: { RESTORE_FILED: 'restore-filed', REMOVED: 'removed', DISSOLVED: 'dissolved' },
    'restore-filed': { RESTORED: 'in-use', REMOVED: 'removed' },
    removed: { REAPPLIED: 'drafted' },
  },
  deadlines: [
    {
      id: 'restore',
      label: say('恢復連線期限', 'Restore the connection by'),
      starts: 'CERTIFICATE_EXPIRED',
      ends: ['RESTORED', 'REMOVED', 'DISSOLVED'],
      due: { months: removalMonths },
      note: say(
        '屆期逾 3 個月，每月清查時刪除連線，須重新申請。',
        'After three months the monthly clean-up deletes the connection.',
      ),
      sources: ['2.4'],
    },
  ],
});
