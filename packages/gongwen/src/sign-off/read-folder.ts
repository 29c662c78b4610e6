import { filled, present } from '../model/present.ts';
import type { ElementReader } from '../model/reading/element-reader.ts';
import type { SignOffDocument, SignOffFile, SignOffFolder } from './model.ts';

/** Reads 簽核文件夾 or 子文簽核文件夾; pages and stamps stay in the tree. */
export function readFolder(element: ElementReader): SignOffFolder {
  const main = element.name === '簽核文件夾';
  const documents = main ? element.require('簽核文稿清單') : undefined;
  documents?.attribute('文稿數');
  const files = element.require('檔案清單');
  files?.attribute('檔案數');
  element.take('併文清單', '母文')?.skip();
  return present<SignOffFolder>({
    type: main ? 'main' : 'child',
    id: filled(element.attribute('Id')),
    createdAt: element.attribute('產生時間') ?? '',
    documents: documents?.requireAll('文稿').map(readDraft) ?? [],
    files: files?.requireAll('電子檔案資訊').map(readFile) ?? [],
  });
}

/** Attributes that only say where a system keeps the object. */
const PLACE_ATTRIBUTES = ['文件夾識別碼', '物件識別碼', '產生點資訊'];

function readDraft(element: ElementReader): SignOffDocument {
  for (const name of [...PLACE_ATTRIBUTES, '類型']) element.attribute(name);
  const pages = element.take('文稿頁面檔');
  const attachments = element.take('附件清單');
  return {
    name: element.require('名稱')?.text() ?? '',
    type: element.require('文稿類型')?.text() ?? '',
    fileSerial: element.attribute('原始檔序號') ?? '',
    order: element.attribute('序號') ?? '',
    createdAt: element.attribute('產生時間') ?? '',
    pages: pages ? readPages(pages) : [],
    attachments: attachments ? readAttachmentNames(attachments) : [],
  };
}

function readPages(element: ElementReader): string[] {
  const list = element.take('文稿頁面清單');
  const serials = (list?.takeAll('頁面') ?? []).map((page) => {
    page.skip();
    return page.attribute('原始檔序號') ?? '';
  });
  element.skip();
  list?.skip();
  return serials;
}

function readAttachmentNames(element: ElementReader): string[] {
  const names = element.takeAll('附件').map((attachment) => {
    const name = attachment.take('名稱')?.text() ?? '';
    attachment.skip();
    return name;
  });
  element.skip();
  return names;
}

function readFile(element: ElementReader): SignOffFile {
  for (const name of PLACE_ATTRIBUTES) element.attribute(name);
  return {
    serial: element.attribute('原始檔序號') ?? '',
    order: element.attribute('序號') ?? '',
    createdAt: element.attribute('產生時間') ?? '',
    name: element.require('檔案名稱')?.text() ?? '',
    size: element.require('檔案大小')?.text() ?? '',
    format: element.require('檔案格式')?.text() ?? '',
  };
}
