import { fillTemplate, type Issue, type IssueParams } from '@kcc/validators';
import { isName } from '../../xml/characters.ts';
import type { Attachment } from '../attachment.ts';
import type { Generation } from '../base.ts';
import { type WriteCode, writeMessages } from './messages.ts';

/** One unparsed entity that the internal subset declares. */
export interface DeclaredEntity {
  readonly name: string;
  readonly systemId: string;
  readonly notation: string;
}

/** What one writing knows and collects. */
export interface Writing {
  readonly generation: Generation;
  readonly issues: Issue<WriteCode>[];
  report(code: WriteCode, path: string, params?: IssueParams): void;
  /** Declares an attachment's entity and gives the name to refer to it by. */
  declareAttachment(attachment: Attachment, notation: string): string;
  /** Declares the roster's entity and gives its name. */
  declareRoster(): string;
  /** Declares the message entity of a re-sent letter. */
  declareMessage(file: string): void;
  /** Names another roster file; an empty name when nobody is reached electronically. */
  nameRosterFile(file: string): void;
  /** Attachments first, then the roster and the message. */
  entities(): readonly DeclaredEntity[];
}

export interface WritingOptions {
  readonly generation: Generation;
  /** File name of the roster; empty where nobody is reached electronically. */
  readonly rosterFile: string;
  /** Entity names that attachments ask for, so that derived names keep clear of them. */
  readonly reservedNames?: readonly string[];
}

const ROSTER_ENTITY = '表單';
const MESSAGE_ENTITY = '文書訊息表單';

/** Begins the writing of one document. */
export function createWriting(options: WritingOptions): Writing {
  const issues: Issue<WriteCode>[] = [];
  const attachments: DeclaredEntity[] = [];
  const taken = new Set<string>([ROSTER_ENTITY, MESSAGE_ENTITY]);
  const reserved = new Set(options.reservedNames);
  let rosterDeclared = false;
  let { rosterFile } = options;
  const messages: DeclaredEntity[] = [];
  const derive = (): string => {
    let place = attachments.length + 1;
    while (taken.has(`ATTCH${place}`) || reserved.has(`ATTCH${place}`)) place += 1;
    return `ATTCH${place}`;
  };
  const writing: Writing = {
    generation: options.generation,
    issues,
    report(code, path, params) {
      const [severity, template] = writeMessages[code];
      const message = fillTemplate(template, params);
      issues.push({ code, severity, path, message, ...(params && { params }) });
    },
    declareAttachment(attachment, notation) {
      const wished = attachment.entity;
      const usable = wished !== undefined && isName(wished) && !taken.has(wished);
      const name = usable ? wished : derive();
      if (wished !== undefined && !usable)
        writing.report('WRITE_ENTITY_NAME', '', { name: wished, used: name });
      taken.add(name);
      attachments.push({ name, systemId: attachment.fileName, notation });
      return name;
    },
    declareRoster() {
      rosterDeclared = true;
      return ROSTER_ENTITY;
    },
    declareMessage(file) {
      messages.push({ name: MESSAGE_ENTITY, systemId: file, notation: 'DM' });
    },
    nameRosterFile(file) {
      rosterFile = file;
    },
    entities() {
      const named = rosterDeclared || rosterFile !== '';
      const roster = { name: ROSTER_ENTITY, systemId: rosterFile, notation: 'DI' };
      return [...attachments, ...(named ? [roster] : []), ...messages];
    },
  };
  return writing;
}
