import { attributeOf, childElements, textOf, type XmlElement } from '@kcc/gongwen';
import type { Issue } from '@kcc/validators';
import { type ExchangeIssueCode, exchangeIssue } from '../messages/zh-tw.ts';

/** Walks one element and collects what is wrong with it. */
export class ElementReader {
  readonly element: XmlElement;
  readonly issues: Issue<ExchangeIssueCode>[];
  readonly #parent: ElementReader | undefined;
  readonly #index: number;

  /** @param index - place among the parent's children of the same name, 0-based */
  constructor(
    element: XmlElement,
    issues: Issue<ExchangeIssueCode>[],
    parent?: ElementReader | undefined,
    index = 0,
  ) {
    this.element = element;
    this.issues = issues;
    this.#parent = parent;
    this.#index = index;
  }

  /** Such as `/g2b2c-envelope/receiverlist[1]/object[2]`. */
  get path(): string {
    const { name } = this.element;
    return this.#parent === undefined ? `/${name}` : `${this.#parent.path}/${name}[${this.#index + 1}]`;
  }

  child(name: string): ElementReader | undefined {
    for (const node of this.element.children)
      if (node.type === 'element' && node.name === name) return new ElementReader(node, this.issues, this);
    return undefined;
  }

  all(name: string): readonly ElementReader[] {
    return childElements(this.element, name).map(
      (node, index) => new ElementReader(node, this.issues, this, index),
    );
  }

  /** Trimmed text of a child that must be there; its absence is an issue and gives an empty text. */
  required(name: string): string {
    const found = this.child(name);
    if (found === undefined)
      this.issues.push(exchangeIssue('EN_FIELD_MISSING', 'error', this.path, { element: name }));
    return found?.text() ?? '';
  }

  optional(name: string): string | undefined {
    return this.child(name)?.text();
  }

  attribute(name: string): string | undefined {
    return attributeOf(this.element, name);
  }

  /** Trimmed text of the element itself. */
  text(): string {
    return textOf(this.element).trim();
  }
}
