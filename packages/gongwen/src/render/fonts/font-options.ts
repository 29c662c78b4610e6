/** A font file: its path or its bytes. */
export type FontSource = string | Uint8Array;

/** Which fonts a document is set in. */
export interface FontOptions {
  /** Han faces in order of preference, such as 標楷體 or TW-Kai with its extensions. The bundled 楷體 stands behind them. */
  readonly han?: readonly FontSource[];
  /** Latin faces in order of preference, such as Times New Roman. The bundled Times-metric face stands behind them. */
  readonly latin?: readonly FontSource[];
  /** Folders that are searched by name: 標楷體, DFKai-SB, BiauKai, TW-Kai and Times New Roman or its metric twins. */
  readonly folders?: readonly string[];
  /** Where prepared fonts are kept between processes. Without one they are prepared again (0.5 s). */
  readonly cacheFolder?: string;
}
