import { type Check, fine, problem, unknown } from './check.ts';
import type { DoctorFacts, ModuleFacts } from './facts.ts';

const FROM = {
  explicit: { zh: '指定的路徑', en: 'given' },
  environment: { zh: '環境變數', en: 'environment' },
  known: { zh: '已知位置', en: 'known place' },
  scan: { zh: '資料夾搜尋', en: 'found by search' },
} as const;

/** The PKCS#11 module: there, loadable, and made for this processor. */
export function moduleChecks(facts: DoctorFacts): Check[] {
  const { module } = facts;
  if (module === undefined) return [];
  return [nativeCheck(module), moduleCheck(module), architectureCheck(facts, module)];
}

function nativeCheck({ error }: ModuleFacts): Check {
  if (error !== 'NATIVE_MISSING') return fine('native', 'pkcs11js 可用', 'pkcs11js can be used');
  return problem(
    'native',
    { zh: '未安裝 pkcs11js', en: 'pkcs11js is not installed' },
    {
      zh: '安裝 C++ 編譯工具（make、g++、python3）後執行 npm install pkcs11js；或改用 hipki、soft 連線方式。',
      en: 'Install make, g++ and python3, then run npm install pkcs11js; or use the hipki or soft driver.',
    },
  );
}

function moduleCheck({ path, from = 'known', library, error, searched }: ModuleFacts): Check {
  if (path === undefined) {
    return problem(
      'module',
      { zh: `找不到模組，找過：${searched.join('、')}`, en: `no module in: ${searched.join(', ')}` },
      {
        zh: '安裝 HiCOS 卡片管理工具，或以 --module 或環境變數 KCC_PKCS11_MODULE 指定模組。',
        en: 'Install HiCOS, or name the module with --module or KCC_PKCS11_MODULE.',
      },
    );
  }
  if (library !== undefined) {
    return fine(
      'module',
      `${library}：${path}（${FROM[from].zh}）`,
      `${library}: ${path} (${FROM[from].en})`,
    );
  }
  return problem(
    'module',
    {
      zh: `模組無法使用（${error ?? '不明'}）：${path}`,
      en: `the module fails (${error ?? 'unknown'}): ${path}`,
    },
    {
      zh: '重新安裝 HiCOS；確認模組與本程式的處理器架構相同。',
      en: 'Reinstall HiCOS; check that it is made for this processor.',
    },
  );
}

function architectureCheck({ architecture, translated, platform }: DoctorFacts, module: ModuleFacts): Check {
  const { architectures } = module;
  const list = architectures.join('、');
  if (architectures.length === 0) {
    return unknown('architecture', {
      zh: `本程式為 ${architecture}，模組架構不明`,
      en: `this program is ${architecture}, the module unknown`,
    });
  }
  if (architectures.includes(architecture)) {
    const note = translated === true ? { zh: '（經轉譯執行）', en: ' (translated)' } : { zh: '', en: '' };
    return fine(
      'architecture',
      `本程式與模組皆為 ${architecture}${note.zh}`,
      `program and module are ${architecture}${note.en}`,
    );
  }
  const mac = platform === 'darwin' && architecture === 'arm64';
  return problem(
    'architecture',
    {
      zh: `本程式為 ${architecture}，模組為 ${list}`,
      en: `this program is ${architecture}, the module ${list}`,
    },
    {
      zh: mac ? '安裝含 arm64 的新版元件，或以 Rosetta 執行 x64 的 Node。' : '改用相同架構的模組或 Node。',
      en: mac
        ? 'Install a universal module, or run an x64 Node under Rosetta.'
        : 'Use a module or a Node of the same architecture.',
    },
  );
}
