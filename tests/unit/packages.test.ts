import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAudit } from '../audit.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const wanted: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies };

describe('packages', () => {
  it('are named with one version each, and the lock file has it', () => {
    expect(Object.keys(wanted).length).toBeGreaterThan(20);
    for (const [name, version] of Object.entries(wanted)) {
      expect(`${name} ${version}`).toMatch(/^\S+ \d+\.\d+\.\d+(-[\w.]+)?$/);
      expect(`${name} ${lock.packages[`node_modules/${name}`]?.version}`).toBe(
        `${name} ${version}`,
      );
    }
  });

  it('come from the registry, each with its checksum', () => {
    const unsure = Object.entries<Record<string, unknown>>(lock.packages).filter(
      ([path, { resolved, integrity, inBundle }]) =>
        path !== '' &&
        inBundle !== true &&
        // The lock file leaves the registry's own addresses out: others would stand there.
        (resolved !== undefined || !/^sha512-/.test(String(integrity))),
    );
    expect(unsure.map(([path]) => path)).toEqual([]);
  });
});

describe('the audit', () => {
  const report = (high: number, critical: number): string =>
    JSON.stringify({ metadata: { vulnerabilities: { low: 3, moderate: 2, high, critical } } });

  it('fails from level high on', () => {
    expect(readAudit(report(0, 0))).toMatchObject({ isGood: true, isAnswered: true });
    expect(readAudit(report(1, 0))).toMatchObject({ isGood: false, isAnswered: true });
    expect(readAudit(report(0, 2)).summary).toContain('high or above: 2.');
  });

  it.each(['', 'npm error', '{"message":"405 Method Not Allowed"}', 'null', '{"metadata":{}}'])(
    'takes %s for no answer',
    (json) => {
      expect(readAudit(json)).toMatchObject({ isAnswered: false, isGood: false });
      expect(readAudit(json).summary).toMatch(/^Not audited: /);
    },
  );
});
