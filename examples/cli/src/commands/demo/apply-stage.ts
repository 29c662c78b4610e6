import { coverLetter, xcaApplicationPrimary, xcaCoverLetter } from '@kcc/forms';
import type { PdfEngine } from '@kcc/gongwen/pdf';
import type { CardSession } from '@kcc/xca-card';
import {
  activate,
  createSoftDriver,
  insertCard,
  issueSoftCard,
  openSoftStore,
  type SoftStore,
  stateOf,
} from '@kcc/xca-card/soft';
import type { Journey } from './journey.ts';
import {
  applicationData,
  CITY,
  COUNCIL,
  coverLetterData,
  DEMO_PIN,
  DEMO_USER_CODE,
  formOptions,
  OFFICE,
} from './office.ts';
import { formPaper, letterPaper } from './papers.ts';
import type { Paper } from './record.ts';

/** The office's first papers: 正卡申請書 and the 函 that goes with it. */
export async function fillApplication(journey: Journey, engine: PdfEngine): Promise<readonly Paper[]> {
  const application = await journey.step('填寫正卡申請書，檢查後印成 docx 與 PDF', () =>
    formPaper(journey, engine, {
      form: xcaApplicationPrimary,
      data: applicationData('primary', journey.day),
      base: 'forms/xca-application-primary',
    }),
  );
  const cover = await journey.step('寫送件的函（憑證初審註冊窗口）', () =>
    letterPaper(journey, engine, {
      letter: coverLetter(
        coverLetterData('primary', journey.day, '高議服字第1150000001號'),
        formOptions(journey.day),
      ),
      base: `forms/${xcaCoverLetter.id}`,
      title: xcaCoverLetter.title,
    }),
  );
  return [application, cover];
}

/** One organisation's simulated card. */
export interface DemoCard {
  readonly number: string;
  readonly name: string;
  readonly notAfter: string;
  readonly rank: string;
  /** Opens a session with the card's PIN. */
  open(): Promise<CardSession>;
}

/** The cards of the office and of the two authorities that receive. */
export interface DemoCards {
  readonly store: SoftStore;
  readonly office: DemoCard;
  readonly council: DemoCard;
  readonly city: DemoCard;
}

const HOLDERS = {
  office: { organisation: OFFICE, number: 'TT00115000000001', authority: 'xca' },
  council: { organisation: COUNCIL, number: 'TT00115000000002', authority: 'gca' },
  city: { organisation: CITY, number: 'TT00115000000003', authority: 'gca' },
} as const;

/** The world of the simulated cards; its certificate authorities are being made from here on. */
export function openCardWorld(journey: Journey): SoftStore {
  const store = openSoftStore(`${journey.state}/cards`);
  // A failure shows at the step that waits for it.
  store.gpki().catch(() => undefined);
  return store;
}

/** 製卡、寄卡、開卡: makes the three cards, or finds those of a broken run again. */
export async function openCards(journey: Journey, store: SoftStore): Promise<DemoCards> {
  await journey.step('建立測試用政府憑證體系（GPKI）', () => store.gpki());
  const [office, council, city] = await journey.step('核發並開卡：服務處正卡，與兩個受文機關的卡', () =>
    Promise.all([cardOf(store, HOLDERS.office), cardOf(store, HOLDERS.council), cardOf(store, HOLDERS.city)]),
  );
  return { store, office, council, city };
}

/** 政府機關, the subject type OID of an agency's certificate. */
const AGENCY_TYPE = '2.16.886.1.100.3.2.1.1';

type Holder = (typeof HOLDERS)[keyof typeof HOLDERS];

async function cardOf(store: SoftStore, { organisation, number, authority }: Holder): Promise<DemoCard> {
  const known = (await store.cardNumbers()).includes(number);
  const issued = known
    ? await store.card(number)
    : await issueSoftCard(store, {
        number,
        authority,
        userCode: DEMO_USER_CODE,
        organisation: {
          name: organisation.name,
          places: ['高雄市'],
          organisationOid: organisation.oid,
          ...(authority === 'gca' && { subjectType: AGENCY_TYPE }),
        },
      });
  const record =
    stateOf(issued, store.now()) === 'issued'
      ? await activate(store, number, DEMO_USER_CODE, DEMO_PIN)
      : issued;
  return {
    number,
    name: organisation.name,
    notAfter: record.notAfter.slice(0, 10),
    rank: record.rank === 'primary' ? '正卡' : '附卡',
    async open() {
      const reader = `示範讀卡機 ${number.slice(-1)}`;
      await insertCard(store, number, reader);
      const driver = createSoftDriver({ store });
      const found = (await driver.readers()).find(({ card }) => card?.number === number);
      return driver.open(found?.id ?? reader, DEMO_PIN);
    },
  };
}
