import type { JointEntry, Letter } from '../../model/letter.ts';
import type { Party } from '../../model/party.ts';
import type { Composer } from '../block.ts';
import type { LayoutBlock, TableRow } from '../document.ts';
import { paperDate, paperNumber, partyText } from '../wording.ts';
import { headCell, row, textCell } from './table-cell.ts';

const COLUMNS_PT = [80, 62, 62, 62, 62, 125.54] as const;

const who = (party: Party | undefined): string => (party === undefined ? '' : partyText(party));

/** Dates and numbers of an agency's handling, one below the other. */
function handling(entry: JointEntry): string {
  const received = entry.receivedDate === undefined ? [] : [`收文 ${paperDate(entry.receivedDate)}`];
  const receipt = entry.receiptNumber === undefined ? [] : [paperNumber(entry.receiptNumber)];
  const issued = entry.issueDate === undefined ? [] : [`發文 ${paperDate(entry.issueDate)}`];
  const number = entry.documentNumber === undefined ? [] : [paperNumber(entry.documentNumber)];
  return [...received, ...receipt, ...issued, ...number].join('\n').replaceAll('中華民國', '');
}

function agencyRow(composer: Composer, entry: JointEntry, path: string, role: string): TableRow {
  const cell = (name: string, text: string) => textCell(composer, `${path}/${name}`, text);
  return row(
    [
      cell('agency', `${role}\n${entry.agency}`),
      cell('drafter', who(entry.drafter)),
      cell('consulted', who(entry.consulted)),
      cell('reviewer', who(entry.reviewer)),
      cell('decision', who(entry.decision)),
      cell('issueDate', handling(entry)),
    ],
    90,
  );
}

/** 會銜公文會辦單: the lead agency first, then one row a partner. */
export function jointTable(letter: Letter, composer: Composer): LayoutBlock[] {
  if (letter.kind !== 'joint') return [];
  const heads = ['機關', '承辦', '會辦', '審核', '決行', '收發文日期及字號'];
  const rows = [
    row([headCell(composer, '公文類別'), textCell(composer, '/subtype', letter.subtype, 5)]),
    row([headCell(composer, '承辦單位'), textCell(composer, '/unit', letter.unit, 5)]),
    row(
      heads.map((name) => headCell(composer, name)),
      24,
      true,
    ),
    agencyRow(composer, letter.lead, '/lead', '主辦機關'),
    ...letter.partners.map((entry, index) => agencyRow(composer, entry, `/partners/${index}`, '會辦機關')),
  ];
  return [{ type: 'table', role: 'tableText', path: '/partners', columnsPt: COLUMNS_PT, rows }];
}
