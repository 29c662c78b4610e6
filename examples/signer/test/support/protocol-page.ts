/**
 * A page as the published protocol asks for it and nothing more: a popup a request, the handshake by messages, the probe
 * image on a canvas. It knows nothing of this service but its address, which comes in the fragment.
 */
export const PROTOCOL_PAGE = `<!doctype html>
<html lang="zh-TW"><meta charset="utf-8"><title>線上簽章</title>
<button id="probe">偵測</button><button id="info">讀卡</button><button id="sign">簽章</button>
<button id="pkcs7">PKCS7</button><button id="nopin">不帶 PIN</button>
<pre id="out"></pre>
<script>
const base = location.hash.slice(1);
const out = document.getElementById('out');
const show = (value) => { out.textContent = JSON.stringify(value); };
let slot;

function call(request, done) {
  const popup = window.open(base + '/popupForm', '_blank', 'width=200,height=200,left=0,top=0');
  const timer = setTimeout(() => { removeEventListener('message', listen); done({ func: 'timeout' }); }, 15000);
  function listen(event) {
    if (event.origin !== base) return;
    const message = JSON.parse(event.data);
    if (message.func === 'getTbs') { popup.postMessage(JSON.stringify(request), base); return; }
    clearTimeout(timer);
    removeEventListener('message', listen);
    done(message);
  }
  addEventListener('message', listen);
}
function makeSignature(signatureType, pin) {
  const request = {
    func: 'MakeSignature', tbs: '主旨：測試 100% & 1+1', tbsEncoding: 'NONE', hashAlgorithm: 'SHA256', signatureType,
    withCardSN: 'true', checkValidity: 'true', slotDescription: slot, keyidb64: 'U0lHTg==', nonce: 'n',
  };
  if (pin !== undefined) request.pin = encodeURIComponent(pin);
  call(request, show);
}
document.getElementById('probe').onclick = () => {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, 1).data;
    let text = '';
    for (let i = 0; i < pixels.length; i += 4) {
      if (pixels[i + 2] === 0) break;
      for (const value of [pixels[i + 2], pixels[i + 1], pixels[i]]) if (value !== 0) text += String.fromCharCode(value);
    }
    show(JSON.parse(text));
  };
  image.src = base + '/p11Image.bmp';
};
document.getElementById('info').onclick = () => call({ func: 'GetUserCert' }, (reply) => {
  slot = reply.slots?.[0]?.slotDescription;
  show(reply);
});
document.getElementById('sign').onclick = () => makeSignature('PKCS1', '246810');
document.getElementById('pkcs7').onclick = () => makeSignature('PKCS7', '246810');
document.getElementById('nopin').onclick = () => makeSignature('PKCS1');
</script></html>`;
