/** The page behind `popupForm`: asks its opener for a request, posts it to the service, hands back the answer, closes. */
export const popupPage = `<!doctype html>
<meta charset="utf-8">
<title>popup</title>
<script>
const paths = { MakeSignature: '/sign', DecryptData: '/decrypt', changeUserPINCode: '/CardManagement/sendCardCommand' };
addEventListener('message', async (event) => {
  if (event.source !== opener) return;
  const request = JSON.parse(event.data);
  const info = { CheckEnvir: '/pkcs11info', GetUserCert: '/pkcs11info?withcert=true' }[request.func];
  const response = info
    ? await fetch(info)
    : await fetch(paths[request.func], {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'tbsPackage=' + event.data.replaceAll('+', '%2B'),
      });
  opener.postMessage(await response.text(), event.origin);
  close();
});
opener.postMessage(JSON.stringify({ func: 'getTbs' }), '*');
</script>
`;
