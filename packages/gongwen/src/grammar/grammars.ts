import { DEFECTS } from './defects.ts';
import { EDITIONS, type Edition } from './generations.ts';
import type { Defect, Grammar, GrammarGeneration, GrammarRevision } from './grammar.ts';
import { ROOTS, type Root, type RootName } from './roots.ts';

const DERIVED_NOTE = '沒有這一版 DTD（或其標籤集）的完整官方文字，內容依相鄰版本推得';

/** The edition that a generation and revision name; the current revision of 104 by default. */
export function editionOf(generation: GrammarGeneration, revision: GrammarRevision = '2020'): Edition {
  return generation === '104' ? `104-${revision}` : generation;
}

/** True for the name of a root that some edition has. */
export function isRootName(root: string): root is RootName {
  return Object.hasOwn(ROOTS, root);
}

const built = new Map<string, Grammar>();

/** The grammar of a root in an edition; undefined when the edition has no such root. */
export function grammarOf(root: string, edition: Edition): Grammar | undefined {
  const id = `${edition}/${root}`;
  const known = built.get(id);
  if (known !== undefined) return known;
  if (!isRootName(root)) return undefined;
  const definition: Root = ROOTS[root];
  const file = fileOf(definition, edition);
  if (file === undefined) return undefined;
  const grammar = build(id, root, edition, definition, file);
  built.set(id, grammar);
  return grammar;
}

interface DtdFileName {
  readonly name: string;
  readonly derived: boolean;
}

/** The DTD of a root in an edition, from the list of all its generations. */
function fileOf({ files }: Root, edition: Edition): DtdFileName | undefined {
  const [generation] = edition.split('-');
  const found = files.split(' ').find((file) => file.startsWith(`${generation}_`));
  if (found === undefined) return undefined;
  return { name: found.replace('?', ''), derived: found.endsWith('?') };
}

function build(id: string, root: string, edition: Edition, definition: Root, file: DtdFileName): Grammar {
  const [first, revision] = edition.split('-');
  // an edition's name begins with its generation and ends with its revision
  const generation = first as GrammarGeneration;
  const { attributes, kind, older, singleFamily = false, tagsOf } = definition;
  const content = older?.[generation] ?? definition.content;
  const utf8 = familyName(file.name, 'utf8', edition, singleFamily);
  return {
    id,
    generation,
    ...(revision === undefined ? {} : { revision: revision as GrammarRevision }),
    root,
    kind,
    dtdName: utf8,
    dtdNames: { utf8, big5: familyName(file.name, 'big5', edition, singleFamily) },
    elements: {
      ...tagsOf(edition),
      [root]: attributes === undefined ? { content } : { content, attributes },
    },
    defects: defectsOf(definition, edition),
    evidence: file.derived ? 'derived' : 'official',
    ...(file.derived ? { evidenceNote: DERIVED_NOTE } : {}),
  };
}

/** Before 99 there was only Big5 and no family in the name. */
function familyName(file: string, family: 'utf8' | 'big5', edition: Edition, single: boolean): string {
  const plain = single || edition === '97' || edition === '93' || edition === '91';
  return plain ? `${file}.dtd` : `${file}_${family}.dtd`;
}

function defectsOf(definition: Root, edition: Edition): readonly Defect[] {
  const ids = edition.startsWith('104') ? (definition.defects ?? []) : [];
  const all: readonly Defect[] = ids.map((id) => DEFECTS[id]);
  const usesGeneralName = edition === '104-2015' && definition.tagsOf(edition).總稱 !== undefined;
  return usesGeneralName ? [...all, DEFECTS['general-name-2015']] : all;
}

/** Where a DTD's file name belongs. */
export interface NamedDtd {
  readonly edition: Edition;
  readonly root: string;
}

/** Lower-case DTD file names of both families; those of 104 belong to the current revision. */
export function dtdNameIndex(): ReadonlyMap<string, NamedDtd> {
  const index = new Map<string, NamedDtd>();
  const roots: readonly (readonly [string, Root])[] = Object.entries(ROOTS);
  for (const edition of EDITIONS) {
    if (edition === '104-2015') continue;
    for (const [root, definition] of roots) {
      const file = fileOf(definition, edition);
      if (file === undefined) continue;
      for (const family of ['utf8', 'big5'] as const) {
        const name = familyName(file.name, family, edition, definition.singleFamily ?? false);
        index.set(name.toLowerCase(), { edition, root });
      }
    }
  }
  return index;
}

/** Every grammar there is, newest edition first. */
export function listGrammars(): readonly Grammar[] {
  return EDITIONS.flatMap((edition) => Object.keys(ROOTS).flatMap((root) => grammarOf(root, edition) ?? []));
}
