import { digestOf } from '../../src/digest-of.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { sampleDispatch } from '../../src/testing/sample.ts';

/** Keeps one dispatch and says so as soon as it is told that it is durable. */
const { folder } = JSON.parse(process.argv[2] ?? '{}') as { folder: string };
const store = await openSqliteStore({ folder });
const bytes = new Uint8Array(5000).fill(7);
const dispatch = sampleDispatch('durable', ['B']);
const sealed = { sha256: digestOf(bytes), size: bytes.length, bytes };
process.stdout.write('begin\n');
await store.createDispatch({
  ...dispatch,
  record: { ...dispatch.record, packageSha256: sealed.sha256, packageSize: sealed.size },
  package: sealed,
});
process.stdout.write('told\n');
await store.close();
