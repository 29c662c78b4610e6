import { toHalfWidth } from '@kcc/validators';
import type { XmlElement } from '../../xml/tree.ts';
import type { DocumentNumber } from '../base.ts';
import { filled, present } from '../present.ts';
import type { ElementReader } from '../reading/element-reader.ts';
import { leaf, parent } from '../writing/elements.ts';

const digits = (element: ElementReader | undefined) => filled(toHalfWidth(element?.text() ?? '').trim());

/** Reads 文號 (年度, 流水號, 支號?). */
export function readSerial(element: ElementReader): DocumentNumber {
  return present<DocumentNumber>({
    prefix: undefined,
    year: digits(element.take('年度')),
    serial: digits(element.take('流水號')),
    branch: digits(element.take('支號')),
    text: undefined,
  });
}

/** Reads 發文字號, 收文字號 or 來文字號; undefined when nothing is filled in. */
export function readDocumentNumber(element: ElementReader): DocumentNumber | undefined {
  const text = filled(element.take('文字')?.text() ?? '');
  const prefix = filled((element.take('字')?.text() ?? '').replace(/字$/, ''));
  const serial = element.take('文號');
  const number = present<DocumentNumber>({
    year: undefined,
    serial: undefined,
    branch: undefined,
    ...(serial && readSerial(serial)),
    prefix,
    text,
  });
  return Object.keys(number).length > 0 ? number : undefined;
}

/** Writes 文號. */
export function writeSerial(number: DocumentNumber): XmlElement {
  return parent('文號', [
    leaf('年度', number.year),
    leaf('流水號', number.serial),
    number.branch !== undefined && leaf('支號', number.branch),
  ]);
}

/** Writes 發文字號 or its like: (字, 文號), or 文字 where the number is known only as text. */
export function writeDocumentNumber(name: string, number: DocumentNumber): XmlElement {
  if (number.text !== undefined) return parent(name, [leaf('文字', number.text)]);
  const prefix = number.prefix === undefined ? '' : `${number.prefix.replace(/字$/, '')}字`;
  return parent(name, [leaf('字', prefix), writeSerial(number)]);
}
