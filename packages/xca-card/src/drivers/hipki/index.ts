export {
  describeHipkiCode,
  type HipkiCode,
  hipkiClientCodes,
  hipkiCodes,
} from './codes/code-catalogue.ts';
export { createDirectTransport, type DirectTransportOptions } from './direct-transport.ts';
export type { HipkiEnvironment } from './environment.ts';
export { createHipkiDriver, type HipkiDriver, type HipkiDriverOptions } from './hipki-driver.ts';
export type { HipkiSession, HipkiSignature, HipkiSignOptions } from './hipki-session.ts';
export { decodeImageText } from './image-probe.ts';
export { type OfficialStep, officialSteps } from './official-steps.ts';
export {
  createPopupTransport,
  type PopupHost,
  type PopupMessage,
  type PopupTransportOptions,
  type PopupWindow,
} from './popup-transport.ts';
export type { HipkiReply } from './reply.ts';
export type { HipkiFields, HipkiRequest, HipkiSignatureType } from './request.ts';
export { DEFAULT_URL, type HipkiTransport } from './transport.ts';
export { compareVersions, type HipkiPlatform, isRecentEnough, minimumVersions } from './versions.ts';
