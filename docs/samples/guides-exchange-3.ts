// From docs/guides/exchange.md; written by docs/build/write-docs.ts.
import { openPostgresStore } from '@kcc/exchange-client/postgres';

export const store = await openPostgresStore({
  connectionString: 'postgres://gongwen@db.example/gongwen', // 先 npm install pg
  folder: '/srv/gongwen/blobs', // 各機器共用
});

export {  };
