import { Cursor } from '../../der/cursor.ts';
import { readWhole } from '../../der/element.ts';
import { contextPrimitiveTag, contextTag, TAG } from '../../der/tags.ts';
import { booleanOf, namedBitsOf } from '../../der/values.ts';
import type { Certificate } from '../certificate.ts';
import { readDistributionPointName } from '../extensions.ts';
import type { GeneralName } from '../general-name.ts';
import { sameName } from '../name.ts';

/** issuingDistributionPoint, RFC 5280 §5.2.5. */
export interface CrlScope {
  /** Names of the partition; undefined when the list is not partitioned. */
  readonly names?: readonly GeneralName[];
  readonly onlyUserCertificates: boolean;
  readonly onlyAuthorities: boolean;
  readonly onlyAttributes: boolean;
  /** Reason flags that the list covers; undefined: all. */
  readonly reasons?: readonly number[];
  /** True when entries may be of other issuers. */
  readonly indirect: boolean;
}

/** @param value the extension's value; undefined: a complete list of its issuer */
export function readCrlScope(value: Uint8Array | undefined): CrlScope {
  if (!value)
    return { onlyUserCertificates: false, onlyAuthorities: false, onlyAttributes: false, indirect: false };
  const cursor = Cursor.of(readWhole(value, TAG.sequence));
  const point = cursor.optional(contextTag(0));
  const flag = (number: number) => {
    const element = cursor.optional(contextPrimitiveTag(number));
    return element !== undefined && booleanOf(element);
  };
  const onlyUserCertificates = flag(1);
  const onlyAuthorities = flag(2);
  const reasonField = cursor.optional(contextPrimitiveTag(3));
  const indirect = flag(4);
  const onlyAttributes = flag(5);
  cursor.done();
  return {
    ...(point && { names: readDistributionPointName(point) }),
    onlyUserCertificates,
    onlyAuthorities,
    onlyAttributes,
    ...(reasonField && { reasons: namedBitsOf(reasonField) }),
    indirect,
  };
}

/** True when a list of this scope can speak of the certificate: its kind, and its partition (RFC 5280 §6.3.3 (b)(2)). */
export function covers(scope: CrlScope, certificate: Certificate): boolean {
  if (scope.onlyAttributes) return false;
  if (scope.onlyUserCertificates && certificate.isCa) return false;
  if (scope.onlyAuthorities && !certificate.isCa) return false;
  const { names } = scope;
  if (!names) return true;
  return certificate.crlPoints.some((point) => {
    const own = point.names.length > 0 ? point.names : (point.crlIssuer ?? []);
    return own.some((name) => names.some((other) => sameGeneralName(name, other)));
  });
}

export function sameGeneralName(left: GeneralName, right: GeneralName): boolean {
  if (left.kind === 'directory' && right.kind === 'directory') return sameName(left.value, right.value);
  if (left.kind === 'ip' || right.kind === 'ip') return false;
  return left.kind === right.kind && left.value === right.value;
}
