import { compareBytes, concatBytes } from './bytes.ts';
import { encodeOid } from './oid.ts';
import { contextPrimitiveTag, contextTag, TAG } from './tags.ts';
import { timeText } from './time.ts';

/** Identifier and length octets in front of `length` content octets. */
export function header(tag: number, length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(tag, length);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.of(tag, 0x80 | bytes.length, ...bytes);
}

/** A tag-length-value. */
export function tlv(tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return concatBytes([header(tag, length), ...parts]);
}

export function sequence(...members: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return tlv(TAG.sequence, ...members);
}

/** A SET OF, members in DER order. */
export function setOf(...members: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return tlv(TAG.set, ...[...members].sort(compareBytes));
}

/** `[number] EXPLICIT`, or `[number] IMPLICIT` of a constructed type whose members are given. */
export function explicit(number: number, ...members: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return tlv(contextTag(number), ...members);
}

/** `[number] IMPLICIT` of a primitive type. */
export function implicitPrimitive(number: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  return tlv(contextPrimitiveTag(number), content);
}

/** An INTEGER from 0 to 2^53 − 1. */
export function smallInteger(value: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return unsignedInteger(Uint8Array.from(bytes));
}

/** An INTEGER of big-endian magnitude bytes. */
export function unsignedInteger(magnitude: Uint8Array): Uint8Array<ArrayBuffer> {
  let start = 0;
  while (start < magnitude.length - 1 && magnitude[start] === 0) start++;
  const trimmed = magnitude.subarray(start);
  const first = trimmed[0];
  if (first === undefined || first >= 0x80) return tlv(TAG.integer, Uint8Array.of(0), trimmed);
  return tlv(TAG.integer, trimmed);
}

export function oid(dotted: string): Uint8Array<ArrayBuffer> {
  return tlv(TAG.oid, encodeOid(dotted));
}

export function octetString(content: Uint8Array): Uint8Array<ArrayBuffer> {
  return tlv(TAG.octetString, content);
}

export function bitString(content: Uint8Array): Uint8Array<ArrayBuffer> {
  return tlv(TAG.bitString, Uint8Array.of(0), content);
}

export function booleanTrue(): Uint8Array<ArrayBuffer> {
  return tlv(TAG.boolean, Uint8Array.of(0xff));
}

export function nullValue(): Uint8Array<ArrayBuffer> {
  return tlv(TAG.null);
}

/** A string of any of the string types, in UTF-8 (ASCII types: the caller's text must be ASCII). */
export function textValue(tag: number, text: string): Uint8Array<ArrayBuffer> {
  return tlv(tag, new TextEncoder().encode(text));
}

/** UTCTime to 2049, GeneralizedTime after. */
export function time(date: Date): Uint8Array<ArrayBuffer> {
  const { tag, text } = timeText(date);
  return textValue(tag, text);
}

/** AlgorithmIdentifier; `parameters` is a whole element, absent when undefined. */
export function algorithmIdentifier(dotted: string, parameters?: Uint8Array): Uint8Array<ArrayBuffer> {
  return parameters === undefined ? sequence(oid(dotted)) : sequence(oid(dotted), parameters);
}
