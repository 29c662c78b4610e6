/** Why no PDF came, in words for the person. */
export class PaperFailure extends Error {}

const OFFLINE = '連不到伺服器，現在不能製作 PDF。離線時請用「列印」，在印表機選「另存為 PDF」。';

/** Asks the server for a PDF. @throws PaperFailure */
export async function serverPdf(path: string, body: unknown): Promise<Uint8Array> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (response === undefined) throw new PaperFailure(OFFLINE);
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  const { message } = Object(await response.json().catch(() => null));
  throw new PaperFailure(
    typeof message === 'string' ? `沒有做成 PDF：${message}` : '伺服器沒有做成 PDF，請稍後再試。',
  );
}
