import type { Command } from '../../frame/command.ts';
import { changePinCommand } from './change-pin.ts';
import { doctorCommand } from './doctor.ts';
import { dueCommand } from './due.ts';
import { listCommand } from './list.ts';
import { openCommand } from './open.ts';
import { sealCommand } from './seal.ts';
import { showCommand } from './show.ts';
import { signCommand } from './sign.ts';
import { simulateCommand } from './simulate.ts';
import { verifyCommand } from './verify.ts';

export const commands: readonly Command[] = [
  listCommand,
  showCommand,
  changePinCommand,
  doctorCommand,
  dueCommand,
  openCommand,
  sealCommand,
  signCommand,
  simulateCommand,
  verifyCommand,
];
