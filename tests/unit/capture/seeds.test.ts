import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCapture } from '../forms/read-capture.ts';

describe('the five first seeds', () => {
  it.each([
    [
      '000_ff9229c3eb6d0475.txt',
      'Aug 8',
      32,
      'Position Auctions in AI-Generated Content',
      'Grokking at the Edge of Numerical Stability',
    ],
    [
      '001_2289585d18634b3a.txt',
      'Mar 11',
      59,
      'Learning Semi-supervised Gaussian Mixture Models for Generalized Category Discovery',
      'Explore and Control with Adversarial Surprise',
    ],
    [
      '002_deffa22a0d7ebcb9.txt',
      'Mar 11',
      69,
      'Vanishing Variance Problem in Fully Decentralized Neural-Network Systems',
      'Dataset Distillation via Curriculum Data Synthesis in Large Data Era',
    ],
    [
      '003_3fa30d015b9c2a51.txt',
      'Mar 14',
      85,
      'ProSper -- A Python Library for Probabilistic Sparse Coding with Non-Standard Priors and Superpositions',
      'A Unified Sampling Framework for Solver Searching of Diffusion Probabilistic Models',
    ],
    [
      '004_0090e32e90b83b3a.txt',
      'Mar 11',
      92,
      'Subset Selection Based On Multiple Rankings in the Presence of Bias: Effectiveness of Fairness Constraints for Multiwinner Voting Score Functions',
      'PV-Tuning: Beyond Straight-Through Estimation for Extreme LLM Compression',
    ],
  ])('reads %s', (name, date, count, first, last) => {
    const bytes = readFileSync(new URL(`../../../seeds/${name}`, import.meta.url));
    const capture = readCapture(`seeds/${name}`, bytes);
    expect(capture.date.text).toBe(date);
    expect(capture.nameDate).toBeUndefined();
    expect(capture.header).toHaveLength(name.startsWith('000') ? 5 : 4);
    expect(capture.entries).toHaveLength(count);
    expect(capture.entries[0]?.title).toBe(first);
    expect(capture.entries.at(-1)?.title).toBe(last);
    expect(capture.entries.map(({ rank }) => rank)).toEqual(
      capture.entries.map((_, index) => index + 1),
    );

    const blocks = bytes.toString('utf8').trim().split('\n\n');
    const pairs = capture.entries.flatMap(({ title, abstract }) => [title, abstract]);
    expect(pairs).toEqual(blocks.slice(blocks.indexOf(date) + 1));
    const lines = bytes.toString('utf8').split('\n');
    for (const { title, line } of capture.entries) expect(lines[line - 1]).toBe(title);
  });
});
