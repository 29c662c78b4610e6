import { strToU8, zipSync } from 'fflate';

const MIME = 'application/vnd.oasis.opendocument.text';

/** Zip entries carry no time of making, so that equal documents have equal bytes. */
const EPOCH = new Date(1980, 0, 1);

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${MIME}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`;

/** The parts of a text document as an ODF package: `mimetype` first and stored, as ODF 1.2 part 3 asks. */
export function odtPackage(parts: {
  readonly content: string;
  readonly styles: string;
  readonly meta: string;
}): Uint8Array {
  const packed = { level: 6, mtime: EPOCH } as const;
  return zipSync({
    mimetype: [strToU8(MIME), { level: 0, mtime: EPOCH }],
    'META-INF/manifest.xml': [strToU8(manifest), packed],
    'content.xml': [strToU8(parts.content), packed],
    'styles.xml': [strToU8(parts.styles), packed],
    'meta.xml': [strToU8(parts.meta), packed],
  });
}
