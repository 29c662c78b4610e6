const HEADER = `# 以「#」開頭的行是說明，不會寫入公文。
# 【】內是紙本不顯示的資料：機關代碼、單位代碼，或「單位」「個人」「紙本」。
`;

const letter = `${HEADER}高雄市議員○○○服務處　函
發文機關：高雄市議員○○○服務處【XA00000000】
地址：830高雄市○○區○○路○○號
承辦人：○○○
電話：07-0000000
電子信箱：name@example.invalid
# 受文者只有一個機關時可直接寫名稱；留空則依正本、副本決定。
# 受文者：如正副本行文單位
# 發文日期、發文字號可於編號後補上。
發文日期：中華民國115年10月2日
發文字號：高議服字第1150000001號
# 速別：普通件、速件、最速件
速別：普通件
# 密等只在機密文書填寫：密、機密、極機密、絕對機密
附件：如主旨
# 附件檔案：計畫書.pdf
主旨：檢送○○計畫書1份，請查照。
說明：
一、依據○○辦理。
二、第二點。
　(一)第一項。
　(二)第二項。
# 機關代碼請查電子交換通訊錄；沒有代碼的受文者以紙本遞送。
正本：高雄市議會【380000000A】
副本：
署名：議員　○○○
`;

const decree = `${HEADER}○○市政府　令
發文機關：○○市政府【Z10000000A】
發文日期：中華民國115年10月2日
發文字號：府人字第1150000001號
速別：普通件
主旨：核定○○○嘉獎一次。
段落：
辦理○○業務，認真負責。
正本：○○○　科員【個人 Z10000000A】
署名：市長　○○○
`;

const announcement = `${HEADER}○○市政府　公告
發文機關：○○市政府【Z10000000A】
發文日期：中華民國115年10月2日
發文字號：府工字第1150000001號
主旨：公告○○事項。
依據：○○條例第○條。
公告事項：
一、第一點。
二、第二點。
`;

const notice = (word: string, extra: string) => `${HEADER}○○市政府　${word}通知單
發文機關：○○市政府【Z10000000A】
聯絡人及電話：○○○　科員　(00)0000-0000
發文日期：中華民國115年10月2日
發文字號：府字第1150000001號
速別：普通件
${word}事由：${extra}
${word}時間：115年10月15日（星期四）下午2時
${word}地點：第一會議室
主持人：○○○　局長【個人】
出席者：○○區公所【Z10000001B】
列席者：
副本：
備註：
一、請攜帶資料。
`;

const memo = `${HEADER}# 簽用於機關內部，由單位或機關具名。
簽　於　○○科
發文機關：○○科【單位 /UZ00001】
發文字號：1150000001
速別：普通件
# 擬辦方式：1 先簽後稿、2 簽稿併陳、3 以稿代簽、4 雙稿、5 多稿
擬辦方式：2
主旨：擬辦理○○一案，簽請核示。
說明：依年度計畫辦理。
擬辦：奉核後，函請各單位配合辦理。
敬陳：科長
敬陳：局長
`;

const review = `# 簽稿會核單：以 YAML 填寫。
kind: review
issuers:
  - type: organisation
    name: ○○市政府
    code: Z10000000A
subject: ○○案            # 案情摘要
unit: ○○科               # 承辦單位
entries:                  # 受會單位，依會核順序
  - unit: 主計處
    opinion: 經費請依規定核銷。
    received: { date: 2026-10-12, time: 上午10時 }
    finished: { date: 2026-10-13 }
`;

const joint = `# 會銜公文會辦單：以 YAML 填寫。
kind: joint
subtype: 函               # 會銜公文的類別
issuers: [○○市政府, ○○縣政府]
unit: 交通局              # 承辦單位
partners:                 # 會辦機關
  - agency: ○○縣政府
    decision: { type: person, name: ○○○, title: 縣長 }   # 決行
    reviewer: { type: person, name: ○○○ }                # 審核
    drafter: { type: person, name: ○○○ }                 # 承辦
    consulted: { type: person, name: ○○○ }               # 會辦
    receivedDate: 2026-10-14
    receiptNumber: 府收字第1150000010號
    issueDate: 2026-10-16
    documentNumber: 府交字第1150000011號
lead:                     # 主辦機關
  agency: ○○市政府
  drafter: { type: person, name: ○○○ }
`;

/** Plain-text drafts by kind. */
export const textTemplates: Readonly<Record<string, string>> = {
  letter,
  decree,
  announcement,
  meeting: notice('開會', '研商○○事宜'),
  inspection: notice('會勘', '○○路人行道破損會勘'),
  memo,
};

/** Drafts of the kinds that are tables, as YAML. */
export const yamlTemplates: Readonly<Record<string, string>> = { review, joint };
