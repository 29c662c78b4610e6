/** Spoken words and what an official letter writes. */
export const COLLOQUIAL: readonly (readonly [wrong: string, right: string])[] = [
  ['馬上', '即'],
  ['大概(?!念)', '約'],
  ['快點', '儘速'],
  ['沒有', '無'],
  ['已經(?=辦理|完成|完竣|達成|實施|送達|收到)', '業已'],
  ['因為', '因'],
  ['(?<!之)所以', '爰'],
  ['但是', '惟'],
];
