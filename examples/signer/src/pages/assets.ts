/** Style of every page. */
export const STYLE = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
body { margin: 0 auto; padding: 1rem; max-width: 52rem; }
.notice { border: 2px solid #b45309; padding: .5rem .75rem; border-radius: .375rem; margin: 0 0 1rem; }
.warning { border-left: .375rem solid #b91c1c; padding: .25rem .75rem; }
article { border: 1px solid #888; border-radius: .375rem; padding: .75rem; margin: .75rem 0; }
h1 { font-size: 1.3rem; } h2, h3 { font-size: 1.05rem; margin: .25rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .75rem; margin: .25rem 0; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 20rem; overflow: auto; border: 1px dashed #888; padding: .5rem; }
button { font: inherit; padding: .5rem 1.25rem; margin: .5rem .5rem 0 0; }
iframe { border: 0; width: 100%; height: calc(100vh - 3rem); }
`;

/**
 * Script of the consent page: looks for news, and keeps the buttons off for a moment, so that a click that was meant for
 * another window consents to nothing.
 */
export const CONSENT_SCRIPT = `
const revision = document.body.dataset.revision;
const buttons = [...document.querySelectorAll('button')];
for (const button of buttons) button.disabled = true;
setTimeout(() => { for (const button of buttons) button.disabled = false; }, 600);
const busy = () => [...document.querySelectorAll('input[type=password]')].some((input) => input.value !== '');
setInterval(async () => {
  try {
    const state = await (await fetch('/consent/state', { cache: 'no-store' })).json();
    if (String(state.revision) !== revision && !busy()) location.replace(location.pathname);
  } catch {}
}, 700);
`;

/** Script of the bridge page: one request from the page that opened it, its answer back, then closed. */
export const POPUP_SCRIPT = `
const paths = { MakeSignature: '/sign', DecryptData: '/decrypt' };
const info = { CheckEnvir: '/pkcs11info', GetUserCert: '/pkcs11info?withcert=true' };
const answers = { MakeSignature: 'sign', DecryptData: 'decrypt', CheckEnvir: 'pkcs11info', GetUserCert: 'pkcs11info' };
const caller = window.opener;
let taken = false;
// Closing the window ends the request below; the page that asked then sees a closed window and no answer.
let leaving = false;
addEventListener('pagehide', () => { leaving = true; });
const ask = async (func, text, origin) => {
  const headers = { 'x-signer-opener': origin };
  if (Object.hasOwn(info, func)) return await fetch(info[func], { headers });
  if (Object.hasOwn(paths, func)) {
    resizeTo(640, 760);
    const frame = document.createElement('iframe');
    frame.src = '/consent';
    frame.title = '簽章同意';
    document.getElementById('place').replaceChildren(frame);
    // The consent page says the same once more; the buttons need the room.
    document.querySelector('.notice').hidden = true;
  }
  headers['content-type'] = 'application/x-www-form-urlencoded';
  const path = Object.hasOwn(paths, func) ? paths[func] : '/CardManagement/sendCardCommand';
  return await fetch(path, { method: 'POST', headers, body: 'tbsPackage=' + encodeURIComponent(text) });
};
addEventListener('message', async (event) => {
  if (caller === null || event.source !== caller || taken || typeof event.data !== 'string') return;
  taken = true;
  let func = '';
  try { func = String(JSON.parse(event.data).func); } catch {}
  let reply;
  try { reply = await (await ask(func, event.data, event.origin)).text(); }
  catch {
    if (leaving) return;
    reply = JSON.stringify({ func: Object.hasOwn(answers, func) ? answers[func] : '', ret_code: 0x7600000d, last_error: 0 });
  }
  caller.postMessage(reply, event.origin === 'null' ? '*' : event.origin);
  close();
});
if (caller !== null) caller.postMessage(JSON.stringify({ func: document.body.dataset.first }), '*');
`;
