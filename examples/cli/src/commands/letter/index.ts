import type { Command } from '../../frame/command.ts';
import { convertCommand } from './convert.ts';
import { newCommand } from './new.ts';
import { readCommand } from './read.ts';
import { renderCommand } from './render.ts';
import { writeCommand } from './write.ts';

/** `kcc letter …`. */
export const commands: readonly Command[] = [
  newCommand,
  readCommand,
  writeCommand,
  convertCommand,
  renderCommand,
];
