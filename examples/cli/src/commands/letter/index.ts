import type { Command } from '../../frame/command.ts';
import { checkCommand } from './check.ts';
import { convertCommand } from './convert.ts';
import { dtdCommand } from './dtd.ts';
import { fixCommand } from './fix.ts';
import { formatCommand } from './format.ts';
import { newCommand } from './new.ts';
import { readCommand } from './read.ts';
import { renderCommand } from './render.ts';
import { rulesCommand } from './rules.ts';
import { writeCommand } from './write.ts';

/** `kcc letter …`. */
export const commands: readonly Command[] = [
  newCommand,
  readCommand,
  checkCommand,
  writeCommand,
  formatCommand,
  convertCommand,
  renderCommand,
  dtdCommand,
  fixCommand,
  rulesCommand,
];
