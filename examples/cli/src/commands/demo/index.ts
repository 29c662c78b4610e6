import { demoCommand } from './demo.ts';

export const commands = [demoCommand];
