/** What the codes of one beginning have in common. */
export interface IssueFamily {
  readonly name: string;
  /** Which codes belong to it. */
  readonly codes: RegExp;
  readonly when: string;
  readonly likely: string;
  readonly resolve: string;
}

const family = (name: string, codes: RegExp, when: string, likely: string, resolve: string): IssueFamily => ({
  name,
  codes,
  when,
  likely,
  resolve,
});

/** Families by package, in the order of the page; the first that fits a code has it. */
export const issueFamilies: Readonly<Record<string, readonly IssueFamily[]>> = {
  '@kcc/validators': [
    family(
      'NOT_TEXT、EMPTY、NORMALISED',
      /^(NOT_TEXT|EMPTY|NORMALISED)$/,
      '任何一種值：不是文字、沒有填、或已改成標準寫法',
      '試算表把前面的 0 吃掉；全形數字；前後空白',
      '以文字保存；改存 `value`（已正規化）並請使用者核對',
    ),
    family(
      '身分與組織代碼',
      /^(UNIFORM_NUMBER|NATIONAL_ID|RESIDENT_ID|AGENCY_CODE|SCHOOL_CODE|XA_TAIL|OID)_/,
      '統一編號、身分證、統一證號、機關代碼、OID 不合規則',
      '打錯一碼；把兩種代碼弄混；用到該日期還沒有或已停用的規則',
      '對照原始文件；確定真有其號時用 `register` 選項，讓它只是警告',
    ),
    family(
      '日期與期限',
      /^(ROC_DATE|DEADLINE)_/,
      '日期讀不出、不存在、看不出是否民國，或算出期限',
      '兩位數年份；西元與民國混用；2 月 29 日',
      '寫「民國115年11月24日」或 115/11/24；期限以憑證中心認定為準',
    ),
    family(
      '案件、文號、代碼、金額',
      /^(CASE_NUMBER|DOCUMENT_NUMBER|USER_CODE|PIN|AMOUNT)_/,
      '案件流水號、發文字號、用戶代碼、PIN、繳費金額不合規則',
      '少抄一碼；文號年度與發文日期不同年',
      '對照通知或收文；PIN 與用戶代碼的訊息永遠不含內容',
    ),
    family(
      '地址與聯絡方式',
      /^(ADDRESS|POSTAL_CODE|PHONE|EMAIL|IP_ADDRESS)_/,
      '地址、郵遞區號、電話、電子郵件、外部 IP 不合規則',
      '缺鄉鎮市區；沒有區碼；填了內部 IP 或網段',
      '依訊息補齊；外部 IP 請向電信業者查固定 IP',
    ),
    family(
      '姓名與用字',
      /^(NAME|CHARACTER)_/,
      '文字含造字、形似字、看不見的字元，或範例文字',
      '從舊系統或網頁貼上；範本沒有改',
      '換成訊息所列的字；不在 Big5 的字請先確認對方系統能顯示',
    ),
  ],
  '@kcc/gongwen': [
    family(
      'XML_…',
      /^XML_/,
      '位元組不是格式正確的 XML，或超過上限',
      '`&` 沒有寫成 `&amp;`；編碼宣告與內容不同；檔案不完整',
      '依行、欄改正；救得回來的內容可用 `salvageDocument`；上限是選項',
    ),
    family(
      'SALVAGE_…',
      /^SALVAGE_/,
      '寬容讀取時補救了不合格式的地方',
      '舊的公文系統直接把文字貼進 XML',
      '逐項核對，再以 `writeDispatch` 重寫',
    ),
    family(
      'GRAMMAR_…',
      /^GRAMMAR_/,
      '標籤、屬性或內容不合該版 DTD；或擴充文法本身有問題',
      '把標籤放錯位置；DOCTYPE 指到別種公文的 DTD；自訂欄位沒有宣告',
      '看 `path` 與訊息所列「應為」的標籤；自訂文件用 `extendGrammar`',
    ),
    family(
      'READ_…',
      /^READ_/,
      '寬容讀取公文時遇到的事：缺少、多出、寫法不同',
      '舊版欄位名；別家系統的寫法',
      '資訊與警告可照用；錯誤表示讀不出，先改檔案',
    ),
    family(
      'WRITE_…',
      /^WRITE_/,
      '寫成 DI、SW 時缺少必要欄位，或有寫不進去的字',
      '沒有受文者；Big5 沒有的字；附件檔名含路徑',
      '補齊訊息所指的欄位；有一項錯誤時 `files` 是空的，不會寫一半',
    ),
    family(
      'DRAFT_…',
      /^DRAFT_/,
      '草稿（JSON、YAML、純文字）讀不出或欄位不對',
      '縮排錯；欄位名打錯；標籤寫兩次',
      '依行、欄改正；`newDraft` 有每個欄位的說明',
    ),
    family(
      'DISPATCH_…',
      /^DISPATCH_/,
      '同一發文的公文、交換表、附件互相對不上',
      '附件沒放進資料夾；交換表漏了受文者',
      '補檔案或改交換表；檔名大小寫要相同',
    ),
    family(
      'CONVERT_…',
      /^CONVERT_/,
      '舊版公文轉成 104 版時改了什麼',
      '轉換本來就會有',
      '逐項核對；`CONVERT_DROPPED` 的內容要另存',
    ),
    family(
      'SIGN_OFF_…',
      /^SIGN_OFF_/,
      '線上簽核檔的流程、雜湊或簽章對不上',
      '檔案改過；附檔缺少；演算法太舊',
      '取得原始檔再驗；簽章正確不等於憑證可信，另以 `validatePath` 檢查',
    ),
    family(
      'RENDER_…、TEMPLATE_…、IMPORT_…',
      /^(RENDER|TEMPLATE|IMPORT)_/,
      '輸出到紙面、套用範本、由 docx／odt 匯入',
      '字型沒有這個字；範本欄位名打錯；匯入的不是一般的函',
      '換字型或改字；比對訊息所列的欄位；匯入後逐欄核對',
    ),
  ],
  '@kcc/xca-card': [
    family(
      'PATH_…',
      /^PATH_/,
      '憑證路徑檢查不過：簽發者、效期、用途、政策',
      '沒有給中繼憑證；根憑證不是信任的那一張；憑證過期',
      '把中繼憑證放進 `intermediates`；核對根憑證指紋；換憑證',
    ),
    family(
      'REVOKED、ON_HOLD、REVOCATION_UNKNOWN',
      /^(REVOKED|ON_HOLD|REVOCATION_UNKNOWN)$/,
      '憑證已廢止、停用，或查不到狀態',
      'CRL 太舊或不是這個簽發者的',
      '更新 CRL／OCSP；已廢止就不可採信',
    ),
    family(
      'CMS_…',
      /^CMS_/,
      '簽章訊息的內容、雜湊、演算法、時間有問題，或影響等級',
      '內容改過；沒有給 detached 的原文；SHA-1；簽後憑證過期',
      '看 `grade` 與逐項訊息；見「憑證與驗章等級」',
    ),
  ],
  '@kcc/forms': [
    family(
      '欄位',
      /^(REQUIRED|WRONG_SHAPE|BAD_CHOICE|TOO_|UNKNOWN_|NOT_A_SECTION|OFFICE_ONLY|SEAL_FIELD|DATA_NOT_OBJECT)/,
      '欄位沒填、形狀不對、選項不存在、或不該由申請單位填',
      '資料不是「部分 → 欄位 → 內容」；欄位名打錯',
      '以 `kcc form schema ID` 或 `toJsonSchema` 對照',
    ),
    family(
      '憑證申請',
      /^(ADDRESS_REPEATS|MAILING_|UPLOAD_|CASE_|COMPANY_|COUNCIL_|SCHOOL_|SEALS_|CARDS_|LAST_FIVE|LETTER_NUMBER|SEARCH_|AMOUNT_|PAYMENT_|PAY_|CERTIFICATE_|SUSPEND_|REVOCATION_|PRIMARY_|EDITION_|ACTIVATION_)/,
      '申請書、繳費、開卡、廢止的規則',
      '順序不對（先上傳再列印）；流水號重覆；期限已過',
      '依訊息；流程與期限見「四個階段」',
    ),
    family(
      '交換連線',
      /^(CODE_|XA_TAIL|AUTHORITY_|TWO_SEALS|CHANGE_|COPY_TO|RESTORE_|RENEWED_)/,
      '連線申請、異動、恢復的規則',
      '機關代碼與名稱對不上；異動前後相同；逾三個月',
      '依訊息；代碼與審核窗口核對',
    ),
  ],
  '@kcc/exchange-client': [
    family(
      'EN_…',
      /^EN_/,
      '信封檔、加密表單、交換訊息的欄位讀不出或寫法不同',
      '99 版格式；別家系統的寫法',
      '警告可照用；錯誤請對方重送',
    ),
    family(
      'BOOK_…',
      /^BOOK_/,
      '匯入地址簿時有列讀不出或名稱不唯一',
      '同名機關；停用的列',
      '以代碼指定受文者；更新地址簿',
    ),
    family(
      '期限與憑證',
      /^(CERTIFICATE_|CALENDAR_|EXPIRY_)/,
      '憑證快到期、沒有該年辦公日曆、逾期時間用了預設值',
      '日曆資料還沒加入；沒有給 `expires`',
      '及早換發；給 `calendar`、`envelope.expires`',
    ),
  ],
};
