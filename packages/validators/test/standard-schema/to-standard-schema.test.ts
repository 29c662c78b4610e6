import type { StandardSchemaV1 as OfficialSchema } from '@standard-schema/spec';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { en } from '../../src/messages/en.ts';
import { checkPin } from '../../src/pin.ts';
import { checkPostalCode } from '../../src/postal-code.ts';
import { type StandardSchemaV1, toStandardSchema } from '../../src/standard-schema/index.ts';
import { checkUniformNumber } from '../../src/uniform-number.ts';

const schema = toStandardSchema(checkUniformNumber);

describe('toStandardSchema', () => {
  it('has the type of the official specification', () => {
    expectTypeOf(schema).toExtend<OfficialSchema<string, string>>();
    expectTypeOf<OfficialSchema<string, string>>().toExtend<StandardSchemaV1<string, string>>();
    expectTypeOf<OfficialSchema.InferOutput<typeof schema>>().toEqualTypeOf<string>();
    expect(schema['~standard']).toMatchObject({ version: 1, vendor: 'kcc-validators' });
  });
  it('hands back the normalised value', () => {
    expect(schema['~standard'].validate('０４５９５２５７')).toEqual({ value: '04595257' });
  });
  it('hands back issues for a bad value of any type', () => {
    expect(schema['~standard'].validate('12345678')).toEqual({
      issues: [
        { code: 'UNIFORM_NUMBER_CHECKSUM', severity: 'error', message: '統一編號檢查碼不符，請核對。' },
      ],
    });
    expect(schema['~standard'].validate(4595257).issues?.[0]?.message).toBe('應為文字，不是數字。');
  });
  it('takes the options of the check and another language', () => {
    const old = toStandardSchema(checkUniformNumber, { check: { asOf: '2020-01-01' }, messages: en });
    const { issues } = old['~standard'].validate('04595252');
    expect(issues?.[0]?.message).toBe('Uniform numbers of this kind began on 2023-04-01.');
  });
  it('lets warnings pass unless told otherwise', () => {
    const place = { county: '臺北市', district: '中正區' };
    const lax = toStandardSchema(checkPostalCode, { check: place });
    const severe = toStandardSchema(checkPostalCode, { check: place, failOn: 'warning' });
    expect(lax['~standard'].validate('830')).toEqual({ value: '830' });
    expect(severe['~standard'].validate('830').issues?.[0]?.code).toBe('POSTAL_CODE_DISTRICT');
    expect(severe['~standard'].validate('100')).toEqual({ value: '100' });
  });
  it('passes a good secret through and keeps a bad one out of the issues', () => {
    const pin = toStandardSchema(checkPin);
    expect(pin['~standard'].validate('246813')).toEqual({ value: '246813' });
    expect(JSON.stringify(pin['~standard'].validate('24681'))).not.toContain('24681');
  });
});

describe('inside zod', () => {
  const uniformNumber = z.string().transform((text, context) => {
    const { value, issues } = checkUniformNumber(text);
    for (const { severity, message } of issues) {
      if (severity === 'error') context.addIssue({ code: 'custom', message });
    }
    return value;
  });
  it('a check gives the messages and the normalised value', () => {
    expect(uniformNumber.parse('０４５９５２５７')).toBe('04595257');
    expect(uniformNumber.safeParse('12345678').error?.issues[0]?.message).toBe(
      '統一編號檢查碼不符，請核對。',
    );
  });
});
