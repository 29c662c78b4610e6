import type { ErrorCategory } from '../../../errors/error-entry.ts';

/** What a person does about a code, and whose matter it is. */
export interface NextStep {
  readonly category: ErrorCategory;
  readonly zh: string;
  readonly en: string;
}

/** The next steps that the codes of the local service lead to. */
export const nextSteps = {
  caller: {
    category: 'usage',
    zh: '呼叫元件的程式有誤，請將代碼告知系統開發者。',
    en: 'The program that called the service made a mistake: tell its developer the code.',
  },
  content: {
    category: 'document',
    zh: '請檢查待簽章或待解密的內容是否完整。',
    en: 'Check that what is to be signed or decrypted is complete.',
  },
  file: {
    category: 'environment',
    zh: '請確認檔案存在、可讀取且未損毀。',
    en: 'Check that the file exists, can be read and is not damaged.',
  },
  insert: {
    category: 'environment',
    zh: '請插入卡片（晶片朝上），確認燈號後再試。',
    en: 'Insert the card, chip up, and try again.',
  },
  reader: {
    category: 'environment',
    zh: '請接上讀卡機並確認驅動程式，重新整理後再試。',
    en: 'Connect the reader, check its driver and try again.',
  },
  pin: {
    category: 'trust',
    zh: '請確認 PIN 碼後再輸入一次；連續錯 3 次會鎖卡，切勿反覆嘗試。',
    en: 'Check the PIN before you enter it again: three mistakes lock the card.',
  },
  again: {
    category: 'environment',
    zh: '請拔出卡片重新插入後再試；仍發生時，關閉其他使用卡片的程式並重新啟動元件。',
    en: 'Insert the card again. If it goes on, close other card programs and restart the service.',
  },
  reinstall: {
    category: 'environment',
    zh: '請重新安裝跨平台網頁元件與 HiCOS 後再試。',
    en: 'Install the local service and HiCOS again.',
  },
  trust: {
    category: 'trust',
    zh: '請將此網站加入元件的信任網站清單。',
    en: 'Add this web site to the trusted sites of the service.',
  },
  cancel: {
    category: 'usage',
    zh: '作業已取消；需要時請重新操作。',
    en: 'The operation was cancelled; start again if it is needed.',
  },
  certificate: {
    category: 'environment',
    zh: '請確認插入的是所需的卡片，並以「card show」查看卡上憑證。',
    en: 'Check that it is the right card and look at its certificates with `card show`.',
  },
  wrongCard: {
    category: 'trust',
    zh: '請改插正確的卡片，或改到該卡所屬憑證管理中心的服務辦理。',
    en: 'Insert the right card, or go to the service of the authority that issued this one.',
  },
  expired: {
    category: 'trust',
    zh: '憑證已過期，請重新申請。',
    en: 'The certificate has expired: apply for a new one.',
  },
  clock: {
    category: 'environment',
    zh: '請校正電腦的日期與時間後再試。',
    en: 'Set the clock of this computer and try again.',
  },
  captcha: {
    category: 'usage',
    zh: '請重新輸入圖形驗證碼。',
    en: 'Enter the characters of the picture again.',
  },
  secondary: {
    category: 'usage',
    zh: '請確認附卡授權的編號與內容後再試。',
    en: 'Check the number and content of the authorisation of the secondary card.',
  },
  space: {
    category: 'environment',
    zh: '卡片容量不足，請洽憑證管理中心。',
    en: 'The card has too little space: ask the certification authority.',
  },
  site: {
    category: 'environment',
    zh: '請回到憑證管理中心網站，從頭重新辦理此步驟。',
    en: 'Start this step again on the web site of the certification authority.',
  },
  server: {
    category: 'remote',
    zh: '憑證管理中心系統發生問題，請稍後再試；持續發生請洽客服。',
    en: 'The system of the certification authority has a problem: try later, or call its service desk.',
  },
  userCode: {
    category: 'trust',
    zh: '請確認用戶代碼（區分大小寫）；錯 3 次即鎖定。',
    en: 'Check the user code; it is case-sensitive and locked after three mistakes.',
  },
  userCodeBlocked: {
    category: 'trust',
    zh: '請以公文向憑證管理中心申請重設用戶代碼。',
    en: 'Apply in writing to the certification authority for a new user code.',
  },
  activate: {
    category: 'trust',
    zh: '請先以用戶代碼在憑證管理中心網站開卡。',
    en: 'Activate the card first with its user code on the web site of the authority.',
  },
  done: {
    category: 'usage',
    zh: '此步驟先前已完成，不需再辦理。',
    en: 'The step was done before; nothing is needed.',
  },
} as const satisfies Readonly<Record<string, NextStep>>;

export type NextStepName = keyof typeof nextSteps;
