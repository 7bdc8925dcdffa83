// Preloaded into a process under test (`node --import`): it has one core of those that it might have.
import { execFileSync } from 'node:child_process';

const pid = String(process.pid);
const list = execFileSync('taskset', ['--cpu-list', '--pid', pid], { encoding: 'utf8' });
const [, core = '0'] = /: (\d+)/.exec(list) ?? [];
execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', core, pid]);
