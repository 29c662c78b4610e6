import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import type { ParagraphBlock } from '../../layout/document.ts';
import { ROLE_STYLES, type Role, type RoleStyle } from '../../layout/role.ts';
import { type DocumentFonts, twips } from './units.ts';

type Place = Pick<ParagraphBlock, 'leftPt' | 'hangingPt' | 'linePt' | 'spaceBeforePt' | 'align'>;

/** Indent, pitch and alignment of a paragraph or a style. */
export function placement(place: Place) {
  return {
    alignment: place.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
    indent: { left: twips(place.leftPt), hanging: twips(place.hangingPt) },
    spacing: {
      before: twips(place.spaceBeforePt),
      after: 0,
      line: twips(place.linePt),
      lineRule: LineRuleType.EXACT,
    },
  };
}

/** Id of a role's style in the document. */
export const styleId = (role: Role): string => `Gongwen-${role}`;

function roleStyle(role: Role, style: RoleStyle, bodyPitchPt: number): IParagraphStyleOptions {
  const linePt = style.sizePt === 16 ? bodyPitchPt : style.linePt;
  return {
    id: styleId(role),
    name: style.styleName,
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: style.sizePt * 2 },
    paragraph: placement({ ...style, linePt }),
  };
}

/** The document's styles: one a role, under its Chinese name. */
export function documentStyles(fonts: DocumentFonts, bodyPitchPt: number): IStylesOptions {
  const { han, latin } = fonts;
  return {
    default: {
      document: {
        run: {
          font: { ascii: latin, hAnsi: latin, eastAsia: han, cs: latin },
          size: 32,
          language: { value: 'en-US', eastAsia: 'zh-TW' },
        },
      },
    },
    paragraphStyles: Object.entries(ROLE_STYLES).map(([role, style]) =>
      // The table's keys are the roles.
      roleStyle(role as Role, style, bodyPitchPt),
    ),
  };
}
