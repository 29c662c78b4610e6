import type { ListPlace, ParagraphBlock } from './document.ts';
import type { ResolvedLayout } from './options.ts';
import { ROLE_STYLES, type Role } from './role.ts';

/** What the fields of one letter share while its blocks are made. */
export interface Composer {
  readonly options: ResolvedLayout;
  /** 文別 — the word after 全銜. */
  readonly heading: string;
  /** A number for the next list of the document. */
  nextList(): number;
}

export function createComposer(options: ResolvedLayout, heading: string): Composer {
  let lists = 0;
  return { options, heading, nextList: () => lists++ };
}

/** What makes one paragraph differ from its role's style. */
export interface ParagraphParts {
  readonly path: string;
  readonly label?: string;
  readonly labelKind?: ParagraphBlock['labelKind'];
  readonly text?: string;
  readonly leftPt?: number;
  readonly hangingPt?: number;
  readonly spaceBeforePt?: number;
  readonly sizePt?: number;
  readonly linePt?: number;
  readonly bold?: boolean;
  readonly keepWithNext?: boolean;
  readonly align?: 'left' | 'center';
  readonly list?: ListPlace;
}

/** A paragraph in the style of its role. */
export function paragraph(composer: Composer, role: Role, parts: ParagraphParts): ParagraphBlock {
  const style = ROLE_STYLES[role];
  const label = parts.label ?? '';
  return {
    type: 'paragraph',
    role,
    path: parts.path,
    label,
    labelKind: parts.labelKind ?? (label === '' ? 'none' : 'name'),
    text: parts.text ?? '',
    sizePt: parts.sizePt ?? style.sizePt,
    linePt: parts.linePt ?? (style.sizePt === 16 ? composer.options.bodyPitchPt : style.linePt),
    leftPt: parts.leftPt ?? style.leftPt,
    hangingPt: parts.hangingPt ?? style.hangingPt,
    spaceBeforePt: parts.spaceBeforePt ?? style.spaceBeforePt,
    align: parts.align ?? style.align,
    bold: parts.bold ?? false,
    keepWithNext: parts.keepWithNext ?? false,
    ...(parts.list === undefined ? {} : { list: parts.list }),
  };
}
