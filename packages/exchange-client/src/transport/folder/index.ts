export {
  type DropScan,
  type DropScanOptions,
  type DropSet,
  type DropWaiting,
  scanDropFolder,
} from './drop-scan.ts';
export { type DropReport, serveDropFolder } from './drop-watch.ts';
export {
  createFolderTransport,
  createOfficeFolder,
  type FolderTransportOptions,
} from './folder-transport.ts';
