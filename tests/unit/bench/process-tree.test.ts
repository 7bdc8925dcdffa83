import { describe, expect, it } from 'vitest';
import { readProcesses, sumTree } from '../../bench/process-tree.ts';

const list = `    1     0  12552
  300     1   1000
  301   300    200
  302   300     30
 4001   301      4
  900     1  50000
`;

describe('the memory of a process tree', () => {
  it('is read from the columns of ps', () => {
    expect(readProcesses(list).slice(0, 2)).toEqual([
      [1, 0, 12552],
      [300, 1, 1000],
    ]);
    expect(readProcesses('PID PPID RSS\n 1 root 12m\n')).toEqual([]);
  });

  it('is that of the process, its children and theirs, and of no other', () => {
    expect(sumTree(readProcesses(list), 300)).toBe(1234);
    expect(sumTree(readProcesses(list), 301)).toBe(204);
  });

  it('is nothing once the process has ended', () => {
    expect(sumTree(readProcesses(list), 77)).toBe(0);
  });

  it('ends where a process is its own parent', () => {
    expect(sumTree(readProcesses('0 0 5\n1 0 7\n'), 0)).toBe(12);
  });
});
