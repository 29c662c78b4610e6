import type { Command } from '../../frame/command.ts';
import { changePinCommand } from './change-pin.ts';
import { listCommand } from './list.ts';

export const commands: readonly Command[] = [listCommand, changePinCommand];
