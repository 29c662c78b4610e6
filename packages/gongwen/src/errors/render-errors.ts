import type { ErrorGuide, ErrorRow } from './error-description.ts';

/** Coded errors of the outputs on paper. */
export const renderErrors = {
  FONT_PACKAGE_MISSING: {
    zh: '找不到字型套件 {package}，請執行 npm install {package}，或以 fonts 選項指定字型',
    category: 'environment',
    retryable: false,
  },
  FONT_UNREADABLE: { zh: '字型「{origin}」讀不出來：{reason}', category: 'environment', retryable: false },
  PDF_ENGINE_MISSING: {
    zh: '這個平台沒有 PDF 引擎，請執行 npm install @myriaddreamin/typst-ts-node-compiler，或以 lib 選項傳入',
    category: 'environment',
    retryable: false,
  },
  PAPER_KIND_UNKNOWN: {
    zh: '不知道「{kind}」這種文件在紙上的排列，請以 papers 選項傳入 definePaperType 的結果',
    category: 'usage',
    retryable: false,
  },
  PDF_ENGINE_FAILED: { zh: 'PDF 引擎無法排出這份文件：{reason}', category: 'document', retryable: false },
} as const satisfies Readonly<Record<string, ErrorRow>>;

/** What to know about them; kept apart so that a program which only throws them need not carry it. */
export const renderErrorGuide = {
  FONT_PACKAGE_MISSING: {
    en: 'The font package {package} is not installed: run npm install {package}, or hand in fonts',
    when: 'a PDF, docx or odt needs a face that comes from npm and its package cannot be found',
    likely: 'an installation without dependencies, or a bundle that left the package out',
    resolve: 'install the package, or hand in a Han and a Latin face with the fonts option',
  },
  FONT_UNREADABLE: {
    en: 'The font "{origin}" cannot be read: {reason}',
    when: 'a font that was handed in or named by a path is no TrueType or OpenType file',
    likely: 'a wrong path, a web font (woff2), or a damaged file',
    resolve: 'hand in a .ttf, .otf or .ttc file',
  },
  PDF_ENGINE_MISSING: {
    en: 'There is no PDF engine on this platform: run npm install @myriaddreamin/typst-ts-node-compiler, or hand it in as lib',
    when: 'a PDF or picture is asked for and the native package of the engine cannot be loaded',
    likely: 'optional dependencies were left out of the installation, or the platform has no prebuilt engine',
    resolve: 'install the package with its optional dependencies, or write docx or odt and convert it',
  },
  PAPER_KIND_UNKNOWN: {
    en: 'Nothing says how a document of the kind "{kind}" is put on paper: hand in the result of definePaperType as papers',
    when: "a document of an agency's own kind is rendered without the paper of that kind",
    likely:
      'the document type was given to the reader or writer, but its paper was not given to the renderer',
    resolve: 'define the paper with definePaperType and pass it as papers to the renderer',
  },
  PDF_ENGINE_FAILED: {
    en: 'The PDF engine could not set this document: {reason}',
    when: 'the engine refuses the source it was given',
    likely: 'a source handed to renderTypst has an error, or a picture cannot be read',
    resolve: 'read the reason; report it with the letter when it came from renderPdf',
  },
} as const satisfies Readonly<Record<keyof typeof renderErrors, ErrorGuide>>;
