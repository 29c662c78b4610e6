import type { Command } from '../../frame/command.ts';
import { check } from './check.ts';
import { kinds } from './kinds.ts';

export const commands: readonly Command[] = [check, kinds];
