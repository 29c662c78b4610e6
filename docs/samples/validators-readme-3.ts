// From packages/validators/README.md; written by docs/build/write-docs.ts.
import { checkCaseNumber, translateIssue } from '@kcc/validators';
import { en } from '@kcc/validators/en';

const [issue] = checkCaseNumber('040010000000000000080067').issues;
issue && translateIssue(issue, en).message; // 'A case number has 25 digits; this has 24.'

export { issue };
