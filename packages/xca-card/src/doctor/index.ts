export { binaryArchitectures } from './binary-architecture.ts';
export type { Check, CheckId, DoctorText } from './check.ts';
export { examine } from './examine.ts';
export type {
  Architecture,
  DoctorFacts,
  ModuleFacts,
  ReaderFacts,
  ServiceFacts,
  UsbReader,
} from './facts.ts';
export { type GatherOptions, gatherFacts } from './gather.ts';
export { listUsbReaders } from './usb-readers.ts';
