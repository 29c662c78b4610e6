import { empty, leaf, parent } from '../model/writing/elements.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { SignOffFlow, SignOffPerson, SignOffStep } from './model.ts';
import type { NewSignOffFile, NewSignOffPoint } from './new-point.ts';

/** Writes 線上簽核流程. */
export function flowsToTree(flows: readonly SignOffFlow[], id: string): XmlElement {
  return parent('線上簽核流程', flows.map(flowToTree), { Id: id });
}

function flowToTree(flow: SignOffFlow): XmlElement {
  return parent('簽核流程', flow.steps.map(stepToTree), { Id: flow.id, 異動別: flow.change });
}

const stepToTree = (step: SignOffStep): XmlElement =>
  step.type === 'point'
    ? empty('流程點', { 流程別: step.role })
    : parent('分會點', step.flows.map(flowToTree));

/** Writes the Object that a new point signs: 異動資訊 and 簽核資訊. */
export function objectToTree(point: NewSignOffPoint, id: string, time: string): XmlElement {
  const { returned, opinions = [], next = [] } = point;
  const change = parent(
    '異動資訊',
    [
      personToTree(point.signer),
      leaf('異動別', point.change),
      ...opinions.map((opinion) => leaf('簽核意見', opinion)),
      leaf('簽章時間', time),
      ...next.map((person) => parent('次位簽核人員', [personToTree(person)])),
    ],
    returned === undefined ? {} : { 退文: returned ? 'Y' : 'N' },
  );
  return parent('Object', [change, parent('簽核資訊', [folderToTree(point, `${id}-folder`, time)])], {
    Id: id,
  });
}

function personToTree({ agency, unit, title, name, account, role }: SignOffPerson): XmlElement {
  return parent('簽核人員', [
    agency &&
      parent('機關', [leaf('全銜', agency.name), agency.code !== undefined && leaf('機關代碼', agency.code)]),
    leaf('單位', unit),
    leaf('職稱', title),
    leaf('姓名', name),
    leaf('帳號', account),
    role !== undefined && leaf('角色', role),
  ]);
}

function folderToTree({ documents, files }: NewSignOffPoint, id: string, time: string): XmlElement {
  const serialOf = (name: string) => String(files.findIndex((file) => file.name === name) + 1);
  const drafts = documents.map(({ name, type, fileName }, index) =>
    parent('文稿', [leaf('名稱', name), leaf('文稿類型', type)], {
      原始檔序號: serialOf(fileName),
      序號: String(index + 1),
      產生時間: time,
    }),
  );
  const list = files.map((file, index) => fileToTree(file, String(index + 1), time));
  return parent(
    '簽核文件夾',
    [
      parent('簽核文稿清單', drafts, { 文稿數: String(drafts.length) }),
      parent('檔案清單', list, { 檔案數: String(list.length) }),
    ],
    { Id: id, 產生時間: time },
  );
}

function fileToTree({ name, bytes, format }: NewSignOffFile, serial: string, time: string): XmlElement {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return parent(
    '電子檔案資訊',
    [leaf('檔案名稱', name), leaf('檔案大小', String(bytes.length)), leaf('檔案格式', format ?? extension)],
    { 原始檔序號: serial, 序號: serial, 產生時間: time },
  );
}
