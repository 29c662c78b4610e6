/** English messages by issue code. */
export const enIssues = {
  EN_FIELD_MISSING: 'The element {element} is missing.',
  EN_ROOT_UNEXPECTED: 'The root is {found}, expected {expected}.',
  EN_UNREADABLE: 'The file is not readable XML: {reason}',
  EN_UNIT_MISSING: 'unitid is missing; read as empty.',
  EN_NOTE_PLAIN: 'note holds plain text; the current format has four fields.',
  EN_HASH_ALGORITHM_CASE: 'The hash algorithm is written {found}, it should be {expected}.',
  EN_HASH_ALGORITHM_UNKNOWN: 'The hash algorithm {found} is not one of the format.',
  EN_HASH_UNREADABLE: 'The hash of {file} is neither hexadecimal nor base64 of {algorithm}.',
  EN_DATE_UNREADABLE: 'The time {found} is not yyyy-MM-dd HH:mm:ss.',
  EN_OLD_GENERATION: 'The file is of the 99 generation; read as the current one.',
  CERTIFICATE_EXPIRES_SOON:
    'The certificate of {holder} expires in {days} days ({date}); renew the card in time.',
  CALENDAR_YEAR_UNKNOWN: 'No holiday table for {year}; only Saturdays and Sundays were left out.',
  BOOK_ROW_UNREADABLE: 'Row {row} of the address book is unreadable.',
  BOOK_STATUS_NOT_USABLE: '{count} rows have a status other than T and were not taken.',
  BOOK_CODE_TWICE: 'The code {code} occurs more than once; the newest row counts.',
  BOOK_NAME_AMBIGUOUS: 'The name {name} belongs to more than one code: {codes}.',
  EXPIRY_DEFAULTED: 'No expiry was given; {date} was set.',
} as const;
