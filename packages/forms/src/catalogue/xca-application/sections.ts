import { seal } from '../../define/field.ts';
import { section } from '../../define/section.ts';
import { applicationSection, type CardKind } from './application-section.ts';
import { contact } from './contact-section.ts';
import { organisation } from './organisation-section.ts';

export type { CardKind } from './application-section.ts';

const seals = section({
  title: '印鑑',
  intro: '列印後蓋章；學校免蓋。',
  fields: {
    registered: seal({
      label: '組織與團體設立登記印鑑(圖記)',
      sources: ['E17'],
      hint: '請蓋設立登記時的圖記。',
    }),
    head: seal({ label: '組織與團體負責人印鑑', sources: ['E18'], hint: '請蓋負責人印鑑。' }),
  },
});

/** The sections of the application for one kind of card. */
export function applicationSections<Kind extends CardKind>(kind: Kind) {
  return { application: applicationSection(kind), organisation, contact, seals };
}

export type ApplicationSections = ReturnType<typeof applicationSections>;
