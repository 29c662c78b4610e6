import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttributeRule, ElementRule } from '../../src/grammar/grammar.ts';

/** The specification folder beside the checkout; the tests that need it are skipped without it. */
export const SPEC = new URL('../../../../../shared/spec/', import.meta.url).pathname;
export const hasSpec = existsSync(SPEC);

/** Folders that make up one official set, later ones over earlier ones. */
export const SET_FOLDERS = {
  '104-2020': ['104-rev2015', '104-rev2020'],
  '104-2015': ['104-rev2015', '104-rev2020:dtd'],
  '99': ['99'],
  '97': ['97'],
  '93': ['93'],
  '91': ['91'],
} as const;

/** Files of an official set by name. The 2015 set takes the root DTDs, dated 2015, from the later folder. */
export function officialFiles(edition: keyof typeof SET_FOLDERS): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const folder of SET_FOLDERS[edition]) {
    const [name = '', only] = folder.split(':');
    for (const file of readdirSync(join(SPEC, 'dtd', name))) {
      if (only !== undefined && !file.endsWith(only)) continue;
      files.set(officialName(file), readFileSync(join(SPEC, 'dtd', name, file), 'utf8'));
    }
  }
  return files;
}

/** Two files of 93 are held under working names. */
function officialName(file: string): string {
  if (file === '93_Basic.ent') return '93_基本標籤.ent';
  return file === '93_Exchange.EXCERPT.ent' ? '93_交換用標籤.ent' : file;
}

/** Everything a root DTD declares, its tag sets included. Read with regular expressions, not with our own reader. */
export function officialRules(
  files: ReadonlyMap<string, string>,
  dtd: string,
): ReadonlyMap<string, ElementRule> {
  const text = withTagSets(files, dtd);
  const rules = new Map<string, ElementRule>();
  for (const [, name = '', content = ''] of text.matchAll(/<!ELEMENT\s+(\S+)\s+([^>]+)>/g)) {
    rules.set(name, { content: content.replace(/\s/g, ''), attributes: {} });
  }
  for (const [, name = '', list = ''] of text.matchAll(/<!ATTLIST\s+(\S+)\s+([^>]+)>/g)) {
    const rule = rules.get(name);
    if (rule !== undefined)
      rules.set(name, { ...rule, attributes: { ...rule.attributes, ...attributesOf(list) } });
  }
  return rules;
}

function withTagSets(files: ReadonlyMap<string, string>, dtd: string): string {
  const text = (files.get(dtd) ?? '').replace(/<!--[\s\S]*?-->/g, '');
  const sets = [...text.matchAll(/<!ENTITY\s+%\s+\S+\s+SYSTEM\s+"([^"]+)"/g)].map(([, file = '']) =>
    file.trim(),
  );
  return [...sets.map((file) => (files.get(file) ?? '').replace(/<!--[\s\S]*?-->/g, '')), text].join('\n');
}

const ATTRIBUTE = /(\S+)\s+(CDATA|ID|ENTITIES|ENTITY|\([^)]*\))\s+(#REQUIRED|#IMPLIED|"[^"]*")/g;

function attributesOf(list: string): Record<string, AttributeRule> {
  const attributes: Record<string, AttributeRule> = {};
  for (const [, name = '', type = '', value = ''] of list.matchAll(ATTRIBUTE)) {
    const values = type.startsWith('(')
      ? type
          .slice(1, -1)
          .split('|')
          .map((word) => word.trim())
      : type;
    attributes[name] = {
      // the pattern lets only these words through
      type: values as AttributeRule['type'],
      ...(value === '#REQUIRED' && { required: true }),
      ...(value.startsWith('"') && { default: value.slice(1, -1) }),
    };
  }
  return attributes;
}
