import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';
import { type BracketWidth, MARKER_LEVELS } from '../../layout/marker.ts';
import type { DocumentFonts } from './units.ts';

/** Name of the one list definition; each list of the letter is an instance of it. */
export const LIST = 'gongwen-items';

const FORMATS = [
  LevelFormat.TAIWANESE_COUNTING_THOUSAND,
  LevelFormat.DECIMAL,
  LevelFormat.IDEOGRAPH_TRADITIONAL,
  LevelFormat.IDEOGRAPH_ZODIAC,
] as const;

function levelText(level: number, brackets: BracketWidth): string {
  if (level % 2 === 0) return `%${level + 1}、`;
  return brackets === 'full' ? `（%${level + 1}）` : `(%${level + 1})`;
}

/** 一、 (一) 1、 (1) 甲、 (甲) 子、 (子) as real lists of Word and Writer. */
export function listDefinition(fonts: DocumentFonts, brackets: BracketWidth): INumberingOptions {
  const levels = Array.from({ length: MARKER_LEVELS }, (_, level): ILevelsOptions => {
    const [han, latin] = [fonts.han, level === 2 || level === 3 ? fonts.latin : fonts.han];
    /** 1.5 pt over the two characters of 一、 brings the text to its edge. */
    const spacing = level === 0 ? { characterSpacing: 15 } : {};
    return {
      level,
      format: FORMATS[Math.floor(level / 2)] ?? LevelFormat.DECIMAL,
      text: levelText(level, brackets),
      alignment: AlignmentType.LEFT,
      suffix: LevelSuffix.NOTHING,
      style: {
        run: {
          font: { ascii: level % 2 === 1 ? fonts.latin : latin, hAnsi: latin, eastAsia: han },
          ...spacing,
        },
      },
    };
  });
  return { config: [{ reference: LIST, levels }] };
}
