import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { correctionsName, ledgerName, metadataName } from '../../src/capture/seed-name.ts';

const permissions = z.record(z.string(), z.enum(['read', 'write']));
const step = z.object({ uses: z.string().optional(), run: z.string().optional() });
const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: permissions,
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(
    z.string(),
    z.object({
      if: z.string().optional(),
      uses: z.string().optional(),
      permissions,
      steps: z.array(step).default([]),
    }),
  ),
});

const read = (name: string): z.infer<typeof workflow> =>
  workflow.parse(load(readFileSync(`.github/workflows/${name}.yml`, 'utf8')));
const fetching = read('fetch');
const site = read('site');

describe('fetch.yml', () => {
  it('runs on a schedule, and does nothing until a variable of the repository is set', () => {
    expect(fetching.on).toHaveProperty('schedule');
    expect(fetching.jobs.fetch?.if).toBe("vars.DAYLEAF_FETCH == 'true'");
    for (const [name, { if: condition = '' }] of Object.entries(fetching.jobs))
      expect(name === 'fetch' || condition.includes('needs.fetch.outputs.')).toBe(true);
  });

  it('calls site.yml with all permissions that its jobs ask for, and waits for no run of its own', () => {
    expect(site.on).toHaveProperty('workflow_call');
    const { uses, permissions: granted = {} } = fetching.jobs.publish ?? {};
    expect(uses).toBe('./.github/workflows/site.yml');
    const asked = Object.values(site.jobs).flatMap((job) => Object.entries(job.permissions));
    expect(asked.length).toBeGreaterThan(3);
    const isGranted = ([name, level]: [string, string]): boolean =>
      granted[name] === 'write' || granted[name] === level;
    expect(asked.filter((one) => !isGranted(one))).toEqual([]);
    expect(fetching.concurrency.group).not.toBe(site.concurrency.group);
  });
});

it('site.yml enters captures whatever their names are, and takes no other file of seeds/ for one', () => {
  const steps = Object.values(site.jobs).flatMap((job) => job.steps);
  const command = steps.find(({ run }) => run?.includes('seeds:add'))?.run ?? '';
  const [, pattern = ''] = /grep -qvxE '([^']+)'/.exec(command) ?? [];
  const isOther = (name: string): boolean => new RegExp(`^(?:${pattern})$`).test(name);
  expect([ledgerName, correctionsName, metadataName].filter((name) => !isOther(name))).toEqual([]);
  expect(['2025-03-11.json', 'page', 'ledger.json.txt', 'xledger.json'].filter(isOther)).toEqual(
    [],
  );
});

it.each([
  ['fetch', fetching],
  ['site', site],
])(
  '%s.yml has write access only where it is asked for, and actions pinned by commit',
  (_, { jobs, permissions: all }) => {
    expect(all).toEqual({});
    const uses = Object.values(jobs).flatMap((job) => job.steps.flatMap((s) => s.uses ?? []));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
  },
);
