export type * from '../../src/model/letter.ts';
export type { Addressee, Contact, Issuer, Recipient } from '../../src/model/party.ts';
export type { Section } from '../../src/model/section.ts';
