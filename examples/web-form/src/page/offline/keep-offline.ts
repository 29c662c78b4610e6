import type { WorkerMessage } from './messages.ts';

/** Keeps the app in the browser and says how far that is. */
export async function keepOffline(status: HTMLElement): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    status.textContent = '這個瀏覽器不能離線使用。';
    return;
  }
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    const done = data.kept >= data.of;
    status.textContent = done
      ? '可離線使用（簽章與 PDF 除外）。'
      : `正在準備離線使用：${data.kept}／${data.of}`;
    // Numbers in between are for the eyes only.
    status.setAttribute('role', done ? 'status' : 'none');
  });
  try {
    await serviceWorker.register('/service-worker.js');
    const { active } = await serviceWorker.ready;
    active?.postMessage('keep-fonts');
  } catch {
    status.textContent = '不能離線使用：瀏覽器拒絕保存本頁。';
  }
}
