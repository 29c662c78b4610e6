import type { Card } from '../card/card.ts';

/** Processor of a program, in Node's words. */
export type Architecture = 'x64' | 'arm64' | 'ia32' | 'other';

/** What was seen of the PKCS#11 way. */
export interface ModuleFacts {
  /** Path of the module and how it was found; absent when there is none. */
  readonly path?: string;
  readonly from?: 'explicit' | 'environment' | 'known' | 'scan';
  readonly product?: string;
  /** Where a search looked. */
  readonly searched: readonly string[];
  /** Processors that the file is made for; empty when its header is not known. */
  readonly architectures: readonly Architecture[];
  /** C_GetInfo, when the module works. */
  readonly library?: string;
  /** Error code of the attempt to use it. */
  readonly error?: string;
}

/** What was seen of the local service. */
export interface ServiceFacts {
  readonly url: string;
  /** Version, when it answers. */
  readonly version?: string;
  /** Error code, when it does not. */
  readonly error?: string;
}

export interface ReaderFacts {
  readonly name: string;
  readonly virtual: boolean;
  readonly card?: Card;
  /** A card is in that is not recognised. */
  readonly unknownCard?: boolean;
}

/** A reader on the USB bus. */
export interface UsbReader {
  readonly name: string;
  /** True when it declares the smart card class (CCID), for which every system has a driver. */
  readonly ccid: boolean;
}

/** What the doctor knows; what is absent was not looked at. */
export interface DoctorFacts {
  readonly platform: NodeJS.Platform;
  readonly architecture: Architecture;
  /** An x64 program on an arm64 machine. */
  readonly translated?: boolean;
  readonly module?: ModuleFacts;
  readonly service?: ServiceFacts;
  readonly readers?: readonly ReaderFacts[];
  readonly usbReaders?: readonly UsbReader[];
  readonly now: Date;
  /** Seconds that this clock is ahead of a reference; negative when behind. */
  readonly clockAhead?: number;
}
