import { describe, expect, it } from 'vitest';
import { checkEmail, isEmail } from '../src/email.ts';
import { testVectors } from './support/vector.ts';

const local64 = 'a'.repeat(64);

describe('one address', () => {
  testVectors(checkEmail, [
    ['123@132.tw', 'ok'],
    ["o'neill+tag@a-b.example.com.tw", 'ok'],
    [`${local64}@example.tw`, 'ok'],
    ['name＠example。tw', 'info', ['NORMALISED'], 'name@example.tw'],
    [`a${local64}@example.tw`, 'error', ['EMAIL_FORMAT']],
    [`a@${'b.'.repeat(126)}tw`, 'error', ['EMAIL_FORMAT']],
    ['.a@example.tw', 'error', ['EMAIL_FORMAT']],
    ['a.@example.tw', 'error', ['EMAIL_FORMAT']],
    ['a..b@example.tw', 'error', ['EMAIL_FORMAT']],
    ['a@-b.tw', 'error', ['EMAIL_FORMAT']],
    ['a@b-.tw', 'error', ['EMAIL_FORMAT']],
    ['a@b', 'error', ['EMAIL_FORMAT']],
    ['a@b.1', 'error', ['EMAIL_FORMAT']],
    ['example.tw', 'error', ['EMAIL_FORMAT']],
    ['name@測試.tw', 'error', ['EMAIL_FORMAT']],
    ['王@example.tw', 'error', ['EMAIL_FORMAT']],
    ['na me@example.tw', 'error', ['EMAIL_BLANK']],
    ['a@b.tw;c@d.tw', 'error', ['EMAIL_SEVERAL']],
    ['a@b.tw c@d.tw', 'error', ['EMAIL_SEVERAL']],
    ['a@b.tw、c@d.tw', 'error', ['EMAIL_SEVERAL']],
  ]);
  it('suggests .tw for the . TV of scanned papers', () => {
    expect(checkEmail('123@123. TV').issues[0]?.fix?.replacement).toBe('123@123.tw');
    expect(isEmail('123@123.tw')).toBe(true);
  });
});
