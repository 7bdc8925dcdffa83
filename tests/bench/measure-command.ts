import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { readProcesses, sumTree } from './process-tree.ts';

/** What a command took. */
export interface Measurement {
  seconds: number;
  /** Undefined where no `ps` tells. */
  peakBytes: number | undefined;
  /** What it printed, faults included. */
  output: string;
}

const samplePauseMs = 100;

/**
 * Runs a script with this Node.js. Its peak is the largest sum of the resident memory of the process and
 * all that descend from it, looked at ten times a second: pages that they share are counted once
 * for each, peaks in between are missed, and so is a process whose parent has ended.
 * @throws {Error} when the command fails, with what it printed
 */
export async function measureCommand(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Measurement> {
  const begin = performance.now();
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const end = new AbortController();
  const peak = watchMemory(child.pid ?? 0, end.signal);
  try {
    const [code, signal] = await once(child, 'close');
    const seconds = (performance.now() - begin) / 1000;
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code ?? signal}:\n${output}`);
    end.abort();
    return { seconds, peakBytes: await peak, output };
  } finally {
    end.abort();
  }
}

/** The most memory that a process and its descendants have until the end is signalled, in bytes. */
async function watchMemory(pid: number, end: AbortSignal): Promise<number | undefined> {
  let peak = 0;
  while (!end.aborted) {
    const list = await listProcesses();
    if (list === undefined) return undefined;
    peak = Math.max(peak, sumTree(readProcesses(list), pid) * 1024);
    await setTimeout(samplePauseMs);
  }
  return peak || undefined;
}

/** The table of processes; undefined where there is no `ps`, or one that knows no such columns. */
async function listProcesses(): Promise<string | undefined> {
  try {
    const columns = ['-A', '-o', 'pid=', '-o', 'ppid=', '-o', 'rss='];
    return (await promisify(execFile)('ps', columns)).stdout;
  } catch {
    return undefined;
  }
}
