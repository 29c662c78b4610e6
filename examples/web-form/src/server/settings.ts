import { parseArgs } from 'node:util';

export interface WebFormSettings {
  readonly port: number;
  /** Address to listen on; only this computer unless told otherwise. */
  readonly host: string;
  /** Address of the signing service on the user's computer. */
  readonly service: string;
}

export const USAGE = `用法：web-form [選項]

  --port N         埠號，預設 5173；0 為任一可用埠
  --host ADDRESS   監聽位址，預設 127.0.0.1（只有本機）
  --service URL    使用者電腦上的簽章元件，預設 http://localhost:61161
  --help           顯示本說明
`;

/** Reads the arguments; undefined when the help was asked for. @throws TypeError */
export function readSettings(args: readonly string[]): WebFormSettings | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '5173' },
      host: { type: 'string', default: '127.0.0.1' },
      service: { type: 'string', default: 'http://localhost:61161' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
    throw new TypeError(`--port 不是可用的數字：${values.port}`);
  }
  return { port: Number(values.port), host: values.host, service: loopbackOrigin(values.service) };
}

/** A PIN goes to this address: it must be on the user's own computer. */
function loopbackOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^(?:localhost|127\.0\.0\.1)$/.test(url.hostname)) {
    throw new TypeError(`--service 應為本機位址，如 http://localhost:61161：${text}`);
  }
  return url.origin;
}
