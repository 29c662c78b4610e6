import type { Draft, Form } from '@kcc/forms';
import type { Context } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';

/**
 * Reads a data file of a form: JSON, or YAML read as texts so that no identifier loses its leading zeros.
 *
 * @throws CliError `DATA_UNREADABLE` when it is neither, or holds no object
 */
export async function readData(context: Context, form: Form, path: string): Promise<Draft> {
  const text = new TextDecoder().decode(await context.readInput(path));
  const parsed = /^\s*[{[]/.test(text) ? parseJson(text, path) : await parseYaml(text, path);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new CliError('DATA_UNREADABLE', 'document', `「${path}」的內容應為「部分 → 欄位 → 內容」`, {
      path,
    });
  }
  const { readTextValues } = await import('@kcc/forms');
  // The check names every section that is not an object; the draft type only says how to walk it.
  return readTextValues(form, parsed as Draft);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(path, 'JSON', error);
  }
}

async function parseYaml(text: string, path: string): Promise<unknown> {
  const { parse } = await import('yaml');
  try {
    return parse(text, { schema: 'failsafe' });
  } catch (error) {
    throw unreadable(path, 'YAML', error);
  }
}

/** The parser's message is left out: it quotes the line, which may hold contact data. */
function unreadable(path: string, format: string, error: unknown): CliError {
  const line = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const place = line === undefined ? '' : `（第 ${line} 行附近）`;
  return new CliError('DATA_UNREADABLE', 'document', `「${path}」不是可讀的 ${format}${place}`, {
    path,
    format,
  });
}
