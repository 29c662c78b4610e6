import { describe, expect, it } from 'vitest';
import { checkDraft, formatDraft, parseDraft } from '../../src/text/draft.ts';
import { sampleLetter } from '../dispatch/sample-letter.ts';

const places = (text: string, format?: 'json' | 'yaml' | 'text') => {
  const { letter, issues } = parseDraft(text, format ? { format } : {});
  if (issues.some(({ severity }) => severity === 'error')) expect(letter).toBeUndefined();
  return issues.map(({ code, line, column, path }) => `${code} ${line}:${column} ${path}`);
};

describe('a letter pasted as clerks write it', () => {
  const pasted = `高雄市議員○○○服務處　函（稿）
機關地址：830高雄市○○路1號
承辦人：王○○
電　　話：07-0000000

受文者：高雄市議會
發文日期：中華民國108年11月12日
發文字號：高議服字第1080000001號
速別：
密等及解密條件或保密期限：普通
附件：憑證申請書

主旨：為辦理公文電子交換，擬申請憑證
（數量如下），請查照。
說明：
一、擬申請正卡1張，
流水號53421。
二、擬申請附卡：
（一）第一張。
（二）第二張。
　1、備用。
三、其他。
辦法：如說明。
正本：高雄市議會【380000000A】、高雄市政府民政局
副本：本處（含附件）
議員　○○○
`;

  it('is read whole', () => {
    const { letter, issues, format } = parseDraft(pasted);
    expect(format).toBe('text');
    expect(issues).toEqual([]);
    expect(letter).toEqual({
      kind: 'letter',
      subtype: '函',
      issuers: [{ type: 'organisation', name: '高雄市議員○○○服務處' }],
      addressee: { type: 'organisation', name: '高雄市議會' },
      issueDate: '2019-11-12',
      documentNumbers: [{ prefix: '高議服', year: '108', serial: '0000001' }],
      attachmentText: '憑證申請書',
      attachments: [],
      signatures: ['議員　○○○'],
      address: '830高雄市○○路1號',
      contactLines: ['承辦人：王○○', '電　　話：07-0000000'],
      subject: '為辦理公文電子交換，擬申請憑證（數量如下），請查照。',
      sections: [
        {
          name: '說明',
          items: [
            { text: '擬申請正卡1張，流水號53421。', items: [] },
            {
              text: '擬申請附卡：',
              items: [
                { text: '第一張。', items: [] },
                { text: '第二張。', items: [{ text: '備用。', items: [] }] },
              ],
            },
            { text: '其他。', items: [] },
          ],
        },
        { name: '辦法', text: '如說明。', items: [] },
      ],
      recipients: [
        { type: 'organisation', name: '高雄市議會', code: '380000000A' },
        { type: 'organisation', name: '高雄市政府民政局' },
      ],
      copies: [{ type: 'organisation', name: '本處', withAttachments: '含附件' }],
    });
  });

  it('with its kind in a line 文別 instead of a heading', () => {
    const { letter, issues } = parseDraft(
      '文別：書函\n發文機關：甲機關\n聯絡人：王○○\n主旨：請查照。\n正本：乙機關',
    );
    expect(issues).toEqual([]);
    expect(letter).toMatchObject({
      kind: 'letter',
      subtype: '書函',
      issuers: [{ name: '甲機關' }],
      contactLines: ['聯絡人：王○○'],
    });
    expect(parseDraft('甲機關　公告\n文別：公告\n主旨：公告停車。\n依據：本處決議。').letter?.kind).toBe(
      'announcement',
    );
  });

  it('with an empty 副本 the last line is the signature', () => {
    const { letter } = parseDraft('甲　函\n主旨：請查照。\n正本：乙\n副本：\n市長　許○○\n');
    expect(letter).toMatchObject({ copies: [], signatures: ['市長　許○○'] });
  });

  it('other kinds by their headings and labels', () => {
    const notice = parseDraft(
      '甲　開會通知單\n開會事由：研商\n開會時間：115年10月15日（星期四）下午2時\n開會地點：會議室\n主持人：許○○　局長【個人】\n出席者：乙、丙\n備註：請準時。\n',
    );
    expect(notice.letter).toMatchObject({
      kind: 'meeting',
      times: [{ date: '2026-10-15', weekday: '四', time: '下午2時' }],
      chairs: [{ type: 'person', name: '許○○', title: '局長' }],
      attendees: [{ name: '乙' }, { name: '丙' }],
      remarks: { name: '備註', text: '請準時。' },
    });
    expect(parseDraft('簽　於　社會科\n主旨：簽請核示。\n敬陳：局長\n').letter).toMatchObject({
      kind: 'memo',
      issuers: [{ name: '社會科' }],
      submitTo: [{ type: 'person', name: '', title: '局長' }],
    });
    expect(parseDraft('甲　公告\n主旨：公告。\n依據：條例。\n公告事項：\n一、甲\n').letter).toMatchObject({
      kind: 'announcement',
    });
    expect(parseDraft('甲　書函\n主旨：函復。\n正本：乙\n').letter).toMatchObject({
      kind: 'letter',
      subtype: '書函',
    });
  });

  it('comments and a front matter for what paper does not show', () => {
    const { letter } = parseDraft(
      '# 說明\n---\nrelation: up\ndeadline: 115年10月30日\n---\n甲　函\n# 這一行不算\n主旨：請鑒核。\n正本：乙\n',
    );
    expect(letter).toMatchObject({
      kind: 'letter',
      relation: 'up',
      deadline: '2026-10-30',
      subject: '請鑒核。',
    });
  });
});

describe('errors carry their line and column', () => {
  it('in plain text', () => {
    expect(places('   \n')).toEqual(['DRAFT_EMPTY 1:1 ']);
    expect(places('今天天氣很好')).toEqual(['DRAFT_LINE_UNPLACED 1:1 ', 'DRAFT_KIND_MISSING 1:1 /kind']);
    expect(places('甲　函\n主旨：一\n主旨：二\n正本：乙')).toEqual(['DRAFT_LABEL_REPEATED 3:1 ']);
    expect(places('甲　公告\n  受文者：乙\n主旨：公告')).toEqual([]);
    expect(places('甲　公告\n主旨：公告\n  正本：乙')).toEqual(['DRAFT_LABEL_OTHER_KIND 3:3 ']);
    expect(places('甲　函\n速別：特急\n主旨：一\n正本：乙')).toEqual(['DRAFT_VALUE 2:1 /urgency']);
    expect(places('甲　函\n正本：乙')).toEqual(['DRAFT_FIELD_MISSING 1:1 /subject']);
    expect(places('---\nrelation: up\n甲　函')).toContain('DRAFT_FRONT_MATTER_OPEN 1:1 ');
    expect(places('---\nrelation: sideways\n---\n甲　函\n主旨：一\n正本：乙')).toEqual([
      'DRAFT_VALUE 2:11 /relation',
    ]);
  });

  it('in YAML', () => {
    expect(places('kind: letter\nsubjet: 一\n', 'yaml')).toEqual([
      'DRAFT_FIELD_UNKNOWN 2:1 /subjet',
      'DRAFT_FIELD_MISSING 1:1 /subject',
    ]);
    expect(places('kind: letter\nsubject: [a]\n', 'yaml')).toEqual(['DRAFT_TYPE 2:10 /subject']);
    expect(places('kind: letter\nsubject: 一\nissueDate: 昨天\n', 'yaml')).toEqual([
      'DRAFT_DATE 3:12 /issueDate',
    ]);
    expect(places('kind: telegram\n', 'yaml')).toEqual(['DRAFT_KIND_UNKNOWN 1:7 /kind']);
    expect(places('kind: letter\n  bad: [\n', 'yaml')[0]).toMatch(/^DRAFT_SYNTAX [12]:/);
    expect(places('a: &x 1\nb: *x\n', 'yaml')).toContain('DRAFT_ALIAS 2:4 ');
    expect(places('kind: letter\nkind: letter\nsubject: 一\n', 'yaml')).toContain('DRAFT_KEY_REPEATED 2:1 ');
  });

  it('in JSON', () => {
    expect(places('{"kind": "letter",\n "subject": 一}')).toEqual(['DRAFT_SYNTAX 2:13 ']);
    expect(places('{"kind": "letter", "subject": "一",\n}')).toEqual(['DRAFT_SYNTAX 2:1 ']);
    expect(places('{"kind": "letter", "subject": "一"\n "x": 1}')).toEqual(['DRAFT_SYNTAX 2:2 ']);
    expect(
      places('{"kind": "letter", "subject": "一", "recipients": [{"type": "city", "name": "甲"}]}'),
    ).toEqual(['DRAFT_VALUE 1:60 /recipients/0/type']);
    expect(places(`${'['.repeat(500)}`)).toEqual(['DRAFT_SYNTAX 1:202 ']);
    expect(places('{"kind": "letter", "subject": "一", "__proto__": {}}')).toEqual([
      'DRAFT_FIELD_UNKNOWN 1:36 /__proto__',
    ]);
  });

  it('a mistyped field is told the one that was meant', () => {
    const [issue] = parseDraft('{"kind":"letter","subject":"一","recipient":[]}').issues;
    expect(issue?.message).toBe('沒有「recipient」這個欄位；是不是「recipients」？');
  });
});

describe('what a draft may leave out or shorten', () => {
  it('lists, the subtype, and names that stand for an organisation or an item', () => {
    const { letter } = parseDraft(
      'kind: letter\nsubject: 請查照。\nissuers: [甲]\nrecipients: [乙, {type: person, name: 丙}]\nsections:\n  - name: 說明\n    items: [第一點。]\n',
    );
    expect(letter).toMatchObject({
      subtype: '函',
      issuers: [{ type: 'organisation', name: '甲' }],
      recipients: [
        { type: 'organisation', name: '乙' },
        { type: 'person', name: '丙' },
      ],
      sections: [{ name: '說明', items: [{ text: '第一點。', items: [] }] }],
      copies: [],
      attachments: [],
    });
  });

  it('numbers keep their zeros and dates may be of the Republic era', () => {
    const { letter } = parseDraft(
      'kind: letter\nsubject: 一\nissueDate: 115/10/02\ndocumentNumbers:\n  - {prefix: 府範, year: 099, serial: 0000123}\n',
    );
    expect(letter).toMatchObject({
      issueDate: '2026-10-02',
      documentNumbers: [{ year: '099', serial: '0000123' }],
    });
  });

  it('a plain value is checked like a draft', () => {
    expect(checkDraft(sampleLetter)).toEqual({ letter: sampleLetter, issues: [] });
    expect(
      checkDraft({ kind: 'letter', subject: 5, copies: 'x' }).issues.map(
        ({ code, path }) => `${code} ${path}`,
      ),
    ).toEqual(['DRAFT_TYPE /copies']);
    expect(checkDraft(undefined).issues.map(({ code }) => code)).toEqual(['DRAFT_KIND_MISSING']);
  });
});

describe('formatDraft', () => {
  it('writes what people read', () => {
    expect(formatDraft(sampleLetter, 'text')).toBe(`---
attachments:
  - fileName: plan.pdf
  - fileName: 場地 圖.odt
    entity: 附件二
    notation: DI
---
嘉禾市政府　函
發文機關：嘉禾市政府【Z10000000A】
地址：嘉禾市範例路1號
承辦人：陳○○
電話：(00)0000-0000
受文者：如正副本行文單位
發文日期：中華民國115年10月2日
發文字號：府範字第1150001234號
速別：普通件
密等及解密條件或保密期限：密　本件於公布時解密
附件：計畫書1份
主旨：檢送許功蓋 R&D <計畫>書1份，請查照。
說明：
一、依據本府115年度施政計畫辦理。
二、分二階段：
　(一)第一階段。
　(二)第二階段。
正本：嘉禾市東禾區公所【Z10000001B】、教育局社會教育科【單位 Z10000002C/UZ00001】
副本：嘉禾基金會【EB00000000】（含附件）、林○○　顧問【個人 紙本】
署名：市長　許○○
`);
  });

  it('puts into the front matter what the text would not give back', () => {
    const odd = {
      ...sampleLetter,
      attachments: [],
      recipients: [{ type: 'organisation', name: '甲、乙' }] as const,
      subject: '一\n主旨：二',
      contactLines: ['正本：x'],
      sections: [{ name: '主旨', text: '#一', items: [{ marker: '', text: '正本：y', items: [] }] }],
    };
    const text = formatDraft(odd, 'text');
    expect(parseDraft(text, { format: 'text' }).letter).toEqual(odd);
  });
});
