// Preloaded into a process under test (`node --import`): kills it at an exact moment. `KILL_AT` is the
// beginning of one: see moments.ts.
import { onMoment } from './moments.ts';

const { KILL_AT: moment } = process.env;

onMoment((at) => {
  if (moment && at.startsWith(moment)) process.kill(process.pid, 'SIGKILL');
});
