/** A process: its number, its parent's, and its resident memory in KiB. */
export type Process = readonly [pid: number, parent: number, residentKib: number];

/** The processes that `ps -A -o pid= -o ppid= -o rss=` lists; lines of another form are passed over. */
export function readProcesses(list: string): Process[] {
  return [...list.matchAll(/^ *(\d+) +(\d+) +(\d+) *$/gm)].map(([, pid, parent, resident]) => [
    Number(pid),
    Number(parent),
    Number(resident),
  ]);
}

/** The resident memory of a process and of all that descend from it, in KiB. */
export function sumTree(processes: readonly Process[], root: number): number {
  const children = Map.groupBy(processes, ([, parent]) => parent);
  const own = processes.find(([pid]) => pid === root)?.[2] ?? 0;
  const below = (children.get(root) ?? []).filter(([pid]) => pid !== root);
  return below.reduce((sum, [pid]) => sum + sumTree(processes, pid), own);
}
