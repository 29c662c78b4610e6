import type { Command } from '../../frame/command.ts';
import { askCommand } from './ask.ts';
import { checkCommand } from './check.ts';
import { fillCommand } from './fill.ts';
import { flowCommand } from './flow.ts';
import { listCommand } from './list.ts';
import { schemaCommand } from './schema.ts';

/** `kcc form …`. */
export const commands: readonly Command[] = [
  listCommand,
  schemaCommand,
  checkCommand,
  fillCommand,
  askCommand,
  flowCommand,
];
