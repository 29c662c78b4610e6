import { returnCommand, toPaperCommand } from './act.ts';
import { centreServeCommand } from './centre.ts';
import { evidenceExportCommand, evidenceVerifyCommand } from './evidence.ts';
import { initCommand } from './init.ts';
import { inboxCommand, statusCommand, unconfirmedCommand } from './look.ts';
import { receiveCommand, runCommand } from './run.ts';
import { sendCommand } from './send.ts';

export const commands = [
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
];
