import { type HipkiPlatform, isRecentEnough, minimumVersions } from '../drivers/hipki/versions.ts';
import { type Check, fine, problem, unknown } from './check.ts';
import type { DoctorFacts } from './facts.ts';

const PLATFORMS: Readonly<Record<string, HipkiPlatform>> = {
  win32: 'windows',
  darwin: 'macos',
  linux: 'linux',
};

/** HiPKI's local service: up, new enough; what only a browser can tell is named, not guessed. */
export function serviceChecks({ service, platform }: DoctorFacts): Check[] {
  if (service === undefined) return [];
  const { url, version, error } = service;
  if (version === undefined) {
    return [
      problem(
        'service',
        { zh: `${url} 沒有回應（${error ?? '不明'}）`, en: `${url} does not answer (${error ?? 'unknown'})` },
        {
          zh: '安裝並啟動跨平台網頁元件（HiPKILocalSignServer）；Linux 另需 pcscd。只用 PKCS#11 時可不理會。',
          en: 'Install and start HiPKILocalSignServer; on Linux it needs pcscd. Not needed for PKCS#11 alone.',
        },
      ),
    ];
  }
  return [
    fine('service', `${url} 運作中`, `${url} is up`),
    versionCheck(version, PLATFORMS[platform]),
    popupCheck(),
    trustCheck(url),
  ];
}

function versionCheck(version: string, platform: HipkiPlatform | undefined): Check {
  if (platform === undefined || version === '') {
    return unknown('service-version', { zh: `版本 ${version}`, en: `version ${version}` });
  }
  const minimum = minimumVersions[platform];
  if (isRecentEnough(version, platform)) {
    return fine(
      'service-version',
      `版本 ${version}（至少 ${minimum}）`,
      `version ${version} (at least ${minimum})`,
    );
  }
  return problem(
    'service-version',
    { zh: `版本 ${version} 過舊，至少 ${minimum}`, en: `version ${version} is too old, at least ${minimum}` },
    { zh: '安裝最新版跨平台網頁元件。', en: 'Install the present version of the service.' },
  );
}

function popupCheck(): Check {
  return unknown(
    'popup',
    { zh: '只能在瀏覽器中得知', en: 'only a browser can tell' },
    {
      zh: '簽章網頁若沒有反應，請允許該網站開啟彈出視窗。',
      en: 'If a signing page does nothing, allow popups for its site.',
    },
  );
}

function trustCheck(url: string): Check {
  return unknown(
    'trusted-domain',
    { zh: '只能由簽章網頁得知', en: 'only the signing page can tell' },
    {
      zh: `元件回報 0x76000031 或 0x7600000F 時，開啟 ${url}/addDomain?domain=網站名稱 將網站加入信任清單。`,
      en: `If the service answers 0x76000031 or 0x7600000F, open ${url}/addDomain?domain=HOST to trust the site.`,
    },
  );
}
