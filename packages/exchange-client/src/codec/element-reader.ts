import { attributeOf, childElements, textOf, type XmlElement } from '@kcc/gongwen';
import type { Issue } from '@kcc/validators';
import { type ExchangeIssueCode, exchangeIssue } from '../messages/zh-tw.ts';

/** Walks one element and collects what is wrong with it; the path grows with each step down. */
export interface ElementReader {
  readonly path: string;
  readonly issues: Issue<ExchangeIssueCode>[];
  readonly element: XmlElement;
  child(name: string): ElementReader | undefined;
  all(name: string): readonly ElementReader[];
  /** Trimmed text of a child that must be there; its absence is an issue and gives an empty text. */
  required(name: string): string;
  optional(name: string): string | undefined;
  attribute(name: string): string | undefined;
  /** Trimmed text of the element itself. */
  text(): string;
}

export function readElement(
  element: XmlElement,
  issues: Issue<ExchangeIssueCode>[],
  path = `/${element.name}`,
): ElementReader {
  const reader: ElementReader = {
    path,
    issues,
    element,
    child: (name) => reader.all(name)[0],
    all: (name) =>
      childElements(element, name).map((node, index) =>
        readElement(node, issues, `${path}/${name}[${index + 1}]`),
      ),
    required(name) {
      const found = reader.child(name);
      if (found === undefined)
        issues.push(exchangeIssue('EN_FIELD_MISSING', 'error', path, { element: name }));
      return found?.text() ?? '';
    },
    optional: (name) => reader.child(name)?.text(),
    attribute: (name) => attributeOf(element, name),
    text: () => textOf(element).trim(),
  };
  return reader;
}
