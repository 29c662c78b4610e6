/** Common surnames. */
export const SURNAMES =
  '王李張劉陳楊黃趙周吳徐孫馬朱胡郭何林高羅鄭梁謝宋唐許韓鄧馮曹彭曾蕭田董袁潘蔡蔣余于杜葉程魏蘇呂丁任盧姚沈鍾姜崔譚陸范汪廖石金韋賈夏付方鄒熊白孟秦邱侯江尹薛閻段雷龍黎史陶賀毛郝顧龔邵萬覃武錢戴嚴莫孔向湯游詹洪簡巫温溫連柯翁施紀童涂阮歐柳卓';
const NUMERALS = '零一二三四五六七八九十百';

/** What a writer leaves to be filled in; a surname with ○ and ○ as zero are no gaps. */
export const PLACEHOLDER = new RegExp(
  [
    '[〔【[(（]待(?:補|填|確認|定)[^〕】\\])）\\n]{0,6}[〕】\\])）]',
    '(?<![A-Za-z])(?:TODO|TBD|XXX+)(?![A-Za-z])',
    '＿{2,}|_{3,}',
    `(?<![${SURNAMES}○${NUMERALS}\\dA-Za-z])○+(?!○)`,
  ].join('|'),
  'g',
);
