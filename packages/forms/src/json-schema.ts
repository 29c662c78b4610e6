import { z } from 'zod';
import type { InputField } from './define/field.ts';
import type { Form } from './define/form.ts';
import type { Section } from './define/section.ts';

/** A JSON Schema document or a part of one. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * JSON Schema 2020-12 of a form's normalised data. Rules over several fields and checks of a value (checksums) cannot be
 * said in JSON Schema; they are listed under `$defs` as `rule:ID` and `check:ID`, each with its sentence.
 *
 * @param form a form
 * @returns a schema that uses only standard keywords
 */
export function toJsonSchema(form: Form): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:kcc:form:${form.id}:${form.edition}`,
    title: form.title,
    description: form.purpose,
    $comment: `${form.source}；核對日期 ${form.verifiedOn}`,
    type: 'object',
    ...properties(sectionSchemas(form)),
    $defs: { ...ruleDefinitions(form), ...checkDefinitions(form) },
  };
}

interface Member {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

function properties(members: readonly Member[]): JsonSchema {
  return {
    properties: Object.fromEntries(members.map(({ name, schema }) => [name, schema])),
    required: members.filter((member) => member.required).map(({ name }) => name),
    additionalProperties: false,
  };
}

function sectionSchemas(form: Form): Member[] {
  return Object.entries(form.sections).map(([name, section]) => ({
    name,
    required: true,
    schema: sectionSchema(section),
  }));
}

function sectionSchema(section: Section): JsonSchema {
  const members = Object.entries(section.fields).flatMap(([name, field]): Member[] =>
    field.filledBy === 'applicant'
      ? [{ name, required: field.required && field.initial === undefined, schema: fieldSchema(field) }]
      : [],
  );
  return {
    title: section.title,
    ...(section.intro && { description: section.intro }),
    type: 'object',
    ...properties(members),
  };
}

function fieldSchema(field: InputField): JsonSchema {
  const { $schema: _, ...shape } = z.toJSONSchema(field.schema, { target: 'draft-2020-12', io: 'output' });
  const comments = [
    field.sources.length > 0 && `來源 ${field.sources.join('、')}`,
    field.check && `另檢查 check:${field.check.id}`,
    field.unverified && `未經證實：${field.unverified}`,
  ].filter((comment) => typeof comment === 'string');
  return {
    title: field.label,
    ...(field.hint && { description: field.hint }),
    ...(field.example !== undefined && { examples: [field.example] }),
    ...(field.initial !== undefined && { default: field.initial }),
    ...(field.secret && { writeOnly: true }),
    ...(comments.length > 0 && { $comment: comments.join('；') }),
    ...shape,
  };
}

/** Rules as annotation-only schemas: readable by people and programs, without effect on validation. */
function ruleDefinitions(form: Form): JsonSchema {
  return Object.fromEntries(
    form.rules.map((rule) => [
      `rule:${rule.id}`,
      {
        title: rule.title,
        description: `欄位：${rule.paths.join('、')}`,
        $comment: `${rule.severity}；來源 ${rule.sources.join('、')}`,
      },
    ]),
  );
}

function checkDefinitions(form: Form): JsonSchema {
  const checks = Object.values(form.sections).flatMap(({ fields }) =>
    Object.values(fields).flatMap((field) =>
      field.filledBy === 'applicant' && field.check ? [field.check] : [],
    ),
  );
  return Object.fromEntries(checks.map(({ id, title }) => [`check:${id}`, { title }]));
}
