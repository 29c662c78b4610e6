/** Choices in one line with the chosen one ticked: `■正卡　□附卡`. */
export function tick(choices: readonly string[], chosen: string | undefined): string {
  return choices.map((choice) => `${choice === chosen ? '■' : '□'}${choice}`).join('　');
}
