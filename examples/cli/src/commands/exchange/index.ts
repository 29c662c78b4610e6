import type { Command } from '../../frame/command.ts';
import { returnCommand, toPaperCommand } from './act.ts';
import { addressBookImportCommand, addressBookSearchCommand } from './address-book.ts';
import { bulletinListCommand, bulletinPostCommand } from './bulletin.ts';
import { centreServeCommand } from './centre.ts';
import { evidenceExportCommand, evidenceVerifyCommand } from './evidence.ts';
import { folderWatchCommand } from './folder.ts';
import { initCommand } from './init.ts';
import { inboxCommand, statusCommand, unconfirmedCommand } from './look.ts';
import { receiveCommand, runCommand } from './run.ts';
import { sendCommand } from './send.ts';

export const commands: readonly Command[] = [
  initCommand,
  sendCommand,
  receiveCommand,
  inboxCommand,
  statusCommand,
  unconfirmedCommand,
  returnCommand,
  toPaperCommand,
  runCommand,
  evidenceExportCommand,
  evidenceVerifyCommand,
  centreServeCommand,
  addressBookImportCommand,
  addressBookSearchCommand,
  bulletinListCommand,
  bulletinPostCommand,
  folderWatchCommand,
];
