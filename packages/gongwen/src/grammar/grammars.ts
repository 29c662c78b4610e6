import { DEFECTS } from './defects.ts';
import { EDITIONS, type Edition } from './generations.ts';
import type { Defect, Grammar, GrammarGeneration, GrammarRevision } from './grammar.ts';
import { ROOTS, type Root, type RootEdition, type RootName } from './roots.ts';

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
  if (!isRootName(root)) return undefined;
  const definition: Root = ROOTS[root];
  const inEdition = definition.editions[edition];
  if (inEdition === undefined) return undefined;
  const id = `${edition}/${root}`;
  const known = built.get(id);
  if (known !== undefined) return known;
  const grammar = build(id, root, edition, definition, inEdition);
  built.set(id, grammar);
  return grammar;
}

function build(
  id: string,
  root: string,
  edition: Edition,
  definition: Root,
  inEdition: RootEdition,
): Grammar {
  const [generation, revision] = edition.split('-');
  const { file, content, evidence = 'official' } = inEdition;
  const { attributes, kind, singleFamily = false, tagsOf } = definition;
  const rule = attributes === undefined ? { content } : { content, attributes };
  const utf8 = familyName(file, 'utf8', edition, singleFamily);
  return {
    id,
    // an edition's name begins with its generation and ends with its revision
    generation: generation as GrammarGeneration,
    ...(revision === undefined ? {} : { revision: revision as GrammarRevision }),
    root,
    kind,
    dtdName: utf8,
    dtdNames: { utf8, big5: familyName(file, 'big5', edition, singleFamily) },
    elements: { ...tagsOf(edition), [root]: rule },
    defects: defectsOf(definition, edition),
    evidence,
    ...(evidence === 'official' ? {} : { evidenceNote: DERIVED_NOTE }),
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

/** Every grammar there is, newest edition first. */
export function listGrammars(): readonly Grammar[] {
  return EDITIONS.flatMap((edition) => Object.keys(ROOTS).flatMap((root) => grammarOf(root, edition) ?? []));
}
