import type { XmlElement } from '../../xml/tree.ts';
import type { Party } from '../party.ts';
import { filled, present } from '../present.ts';
import type { ElementReader } from '../reading/element-reader.ts';
import { leaf } from '../writing/elements.ts';

/** What a flat run of recipient elements says about one of them; 本別 and 含附件 stand in some lists only. */
export interface ReadRecipient {
  readonly party: Party;
  readonly withAttachments?: string;
  readonly portableFile?: string;
  readonly copyKind?: string;
  readonly channel?: 'electronic' | 'paper';
  readonly postal?: { readonly postalCode?: string; readonly address?: string };
}

const STARTS = { 全銜: 'organisation', 單位名: 'unit', 姓名: 'person', 總稱: 'collective' } as const;
const PORTABLE_FILE = '內含本文與附件之可攜式文件檔名';
const FOLLOWERS = ['職稱', '機關代碼', '單位代碼', '含附件', PORTABLE_FILE, '本別'];

const isStart = (name: string): name is keyof typeof STARTS => Object.hasOwn(STARTS, name);

/**
 * Reads a flat run of recipients: each begins at 全銜, 單位名, 姓名 or 總稱 and goes on to the next.
 *
 * Elements that belong to no recipient are left for the caller's report; blank recipients are dropped.
 */
export function readRecipientRun(list: ElementReader): ReadRecipient[] {
  const run: { start: ElementReader; followers: Map<string, ElementReader> }[] = [];
  for (const child of list.takeEach()) {
    const current = run.at(-1);
    if (isStart(child.name)) run.push({ start: child, followers: new Map() });
    else if (current && FOLLOWERS.includes(child.name) && !current.followers.has(child.name)) {
      current.followers.set(child.name, child);
    } else list.leave(child);
  }
  const recipients = run.map(({ start, followers }) => readOne(start, followers));
  const kept = recipients.filter(isSomeone);
  if (kept.length < recipients.length) list.report('READ_RECIPIENT_EMPTY', { element: list.name });
  return kept;
}

/** A recipient without a name is nobody, unless it is a collective that hides others or has at least a code. */
const isSomeone = ({ party }: ReadRecipient) =>
  party.name !== '' || party.type === 'collective' || party.code !== undefined;

function readOne(start: ElementReader, followers: ReadonlyMap<string, ElementReader>): ReadRecipient {
  const follower = (name: string) => filled(followers.get(name)?.text());
  const foreign = readForeignAddress(start);
  const { name, suffix } = splitSuffix(start);
  const copy = followers.get('本別')?.take('收發處理本別');
  return present<ReadRecipient>({
    party: makeParty(start.name, {
      name,
      title: follower('職稱'),
      code: follower('機關代碼') ?? foreign.code,
      unitCode: follower('單位代碼') ?? foreign.unitCode,
    }),
    withAttachments: follower('含附件') ?? suffix,
    portableFile: follower(PORTABLE_FILE),
    copyKind: copy && (filled(copy.attribute('代碼')) ?? filled(copy.text()) ?? '正本'),
    channel: foreign.channel,
    postal: foreign.postal,
  });
}

interface PartyFields {
  readonly name: string;
  readonly title: string | undefined;
  readonly code: string | undefined;
  readonly unitCode: string | undefined;
}

function makeParty(element: string, { name, title, code, unitCode }: PartyFields): Party {
  const type = isStart(element) ? STARTS[element] : 'organisation';
  if (type === 'collective') return { type, name };
  if (type === 'organisation') return present<Party & { type: 'organisation' }>({ type, name, code });
  if (type === 'unit') return present<Party & { type: 'unit' }>({ type, name, code, unitCode });
  return present<Party & { type: 'person' }>({ type, name, title, code, unitCode });
}

/** Some systems put （含附件） behind the name. */
function splitSuffix(start: ElementReader): { name: string; suffix: string | undefined } {
  const text = start.text();
  const match = /^(.+?)[（(]((?:均)?不?含附件)[）)]$/.exec(text);
  if (!match?.[1] || !match[2]) return { name: text, suffix: undefined };
  start.report('READ_RECIPIENT_SUFFIX', { suffix: match[2] });
  return { name: match[1].trim(), suffix: match[2].replace(/^均/, '') };
}

interface ForeignAddress {
  readonly code?: string;
  readonly unitCode?: string;
  readonly channel?: 'electronic' | 'paper';
  readonly postal?: { readonly postalCode?: string; readonly address?: string };
}

/** Reads the address-book data that an editor's own format puts inside 全銜. */
function readForeignAddress(start: ElementReader): ForeignAddress {
  const method = filled(start.attribute('發文方式'));
  const delivery = filled(start.take('傳送方式')?.text());
  const postalCode = filled(start.take('郵遞區號')?.text());
  const address = filled(start.take('地址')?.text());
  const entry = start.take('通訊錄名稱');
  entry?.text();
  const found = {
    發文方式: method,
    傳送方式: delivery,
    郵遞區號: postalCode,
    地址: address,
    通訊錄名稱: entry,
  };
  const fields = Object.entries(found).filter(([, value]) => value !== undefined);
  if (fields.length === 0) return {};
  const name = start.text();
  start.report('READ_RECIPIENT_ADDRESS', { name, fields: fields.map(([field]) => field).join('、') });
  const how = method ?? delivery;
  return present<ForeignAddress>({
    code: filled(entry?.attribute('機關代碼')),
    unitCode: filled(entry?.attribute('單位代碼')),
    channel: how === undefined ? undefined : how.startsWith('電子') ? 'electronic' : 'paper',
    postal:
      postalCode === undefined && address === undefined
        ? undefined
        : present<NonNullable<ForeignAddress['postal']>>({ postalCode, address }),
  });
}

/** The element that a party's name stands in. */
export function nameElement(party: Party): keyof typeof STARTS {
  if (party.type === 'organisation') return '全銜';
  if (party.type === 'unit') return '單位名';
  return party.type === 'person' ? '姓名' : '總稱';
}

/** Writes a party as the text of a letter shows it: names, never codes. */
export function writePartyName(party: Party): XmlElement[] {
  const name = leaf(nameElement(party), party.name);
  return party.type === 'person' && party.title !== undefined ? [name, leaf('職稱', party.title)] : [name];
}

/** Writes a party with the codes that 發文機關, an inline 受文者 and the roster require. */
export function writePartyWithCodes(party: Exclude<Party, { type: 'collective' }>): XmlElement[] {
  const parts = [...writePartyName(party), leaf('機關代碼', party.code)];
  if (party.type === 'unit') return [...parts, leaf('單位代碼', party.unitCode)];
  const unitCode = party.type === 'person' ? party.unitCode : undefined;
  return unitCode === undefined ? parts : [...parts, leaf('單位代碼', unitCode)];
}

/** Writes 內含本文與附件之可攜式文件檔名. */
export const writePortableFile = (file: string | undefined): XmlElement | undefined =>
  file === undefined ? undefined : leaf(PORTABLE_FILE, file);
