// Preloaded into a process under test (`node --import`): it has one core of those that it might have.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [, core = '0'] =
  /^Cpus_allowed_list:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', core, String(process.pid)]);
