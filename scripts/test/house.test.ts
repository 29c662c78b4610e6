import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cycles, importsOf, root, sourceFiles } from './imports.ts';

/** What each package may import of the house; an arrow never points up. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  '@kcc/validators': [],
  '@kcc/gongwen': ['@kcc/validators'],
  '@kcc/xca-card': ['@kcc/validators'],
  '@kcc/forms': ['@kcc/validators', '@kcc/gongwen'],
  '@kcc/exchange-client': ['@kcc/validators', '@kcc/gongwen'],
};

const files = sourceFiles();
const edges = files.flatMap(importsOf);
const lineCount = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length;
const packageOf = (file: string) => {
  const [folder, name] = file.split('/');
  return folder === 'packages' ? `@kcc/${name}` : `examples/${name}`;
};

describe('the house', () => {
  it('imports nothing upwards', () => {
    const wrong = edges.filter(({ from, to }) => {
      const allowed = FLOORS[packageOf(from)];
      const target = /^@kcc\/[a-z-]+/.exec(to)?.[0];
      return allowed !== undefined && target !== undefined && !allowed.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps relative imports inside their package', () => {
    const wrong = edges.filter(
      ({ from, to, local }) => local && !to.startsWith(from.split('/').slice(0, 3).join('/')),
    );
    expect(wrong).toEqual([]);
  });

  it('has no ring of imports', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        edges.filter((edge) => edge.from === file && edge.local).map(({ to }) => to),
      ]),
    );
    expect(cycles(graph)).toEqual([]);
  });

  it('declares every foreign module that a package imports', () => {
    const missing = edges.filter(({ from, to, local }) => {
      if (local || to.startsWith('node:')) return false;
      const folder = from.split('/').slice(0, 2).join('/');
      const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const name = to
        .split('/')
        .slice(0, to.startsWith('@') ? 2 : 1)
        .join('/');
      const declared = {
        ...manifest.dependencies,
        ...manifest.optionalDependencies,
        ...manifest.peerDependencies,
      };
      return (
        name !== manifest.name &&
        !(name in declared) &&
        !(`@types/${name}` in (manifest.devDependencies ?? {}))
      );
    });
    expect(missing).toEqual([]);
  });

  it('has small files: median under 170 lines, none over 400', () => {
    const lengths = files.map(lineCount).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(170);
    expect(files.filter((file) => lineCount(file) > 400)).toEqual([]);
  });

  it('has no folder called core, utils or common', () => {
    expect(files.filter((file) => /\/(core|utils?|common|helpers)(\/|\.ts$)/.test(file))).toEqual([]);
  });

  it('re-exports only in index files of packages', () => {
    const wrong = files.filter((file) => {
      if (!/^packages\/.*\/index\.ts$/.test(file)) return false;
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return code
        .split(';')
        .some((statement) => statement.trim() !== '' && !/^\s*export\s+(type\s+)?[{*]/.test(statement));
    });
    expect(wrong).toEqual([]);
  });
});

describe('the tree', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);

  it("has the owner's top level", () => {
    for (const name of [
      'packages',
      'examples',
      'docs',
      '.changeset',
      'package.json',
      'pnpm-workspace.yaml',
      'tsconfig.base.json',
      'vitest.workspace.ts',
    ]) {
      expect(existsSync(join(root, name)), name).toBe(true);
    }
  });

  it('names no path of a machine and no registry host', () => {
    const wrong = tracked.filter((file) => {
      if (
        /test\/(vectors|fixtures)\//.test(file) ||
        file === 'scripts/test/house.test.ts' ||
        !existsSync(join(root, file))
      ) {
        return false;
      }
      return /(^|[^A-Za-z0-9_.])\/(work|farm|home|root)\/|registry\.npmjs\.org|resolution: \{.*tarball/m.test(
        readFileSync(join(root, file), 'utf8'),
      );
    });
    expect(wrong).toEqual([]);
  });
});
