import { z } from 'zod';
import { address } from '../fields/address.ts';

/** What an office knows about itself: asked once, used on every form. */
export const officeProfile = z.strictObject({
  office: z
    .strictObject({
      /** 全銜. */
      name: z.string(),
      uniformNumber: z.string(),
      oid: z.string(),
      /** 機關代碼. */
      code: z.string(),
      schoolCode: z.string(),
      address,
      phone: z.string(),
      fax: z.string(),
      externalIp: z.string(),
      /** 署名 of letters. */
      signature: z.string(),
    })
    .partial(),
  contact: z
    .strictObject({
      name: z.string(),
      phone: z.string(),
      fax: z.string(),
      email: z.string(),
      address,
    })
    .partial(),
});

export type OfficeProfile = z.infer<typeof officeProfile>;

/** A key of the profile, such as `office.name`. */
export type ProfileKey =
  | `office.${keyof OfficeProfile['office']}`
  | `contact.${keyof OfficeProfile['contact']}`;

/** The value of a profile under a key. */
export function profileValue(profile: OfficeProfile, key: string): unknown {
  const [part = '', name = ''] = key.split('.');
  const values: Readonly<Record<string, unknown>> =
    part === 'office' ? profile.office : part === 'contact' ? profile.contact : {};
  return values[name];
}
