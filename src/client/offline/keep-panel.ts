import { isKeeping, noteKeeping } from './is-keeping.ts';
import {
  type KeptAmount,
  keepEverything,
  readKeptAmount,
  removeEverything,
} from './keep-everything.ts';
import { describeAmount, describeFault, describeRetry, describeStanding } from './keep-words.ts';
import { openOwnStore } from './own-store.ts';
import { registerWorker } from './register-worker.ts';

/** What the panels of a page show: all of them the same. */
interface View {
  message: string;
  /** While it is under way. */
  amount?: KeptAmount;
  isBusy: boolean;
  canKeep: boolean;
  canRemove: boolean;
  keepLabel: string;
}

const keepName = 'Keep everything for offline';

/** Why it is given up where another tab has said so. */
const elsewhere = 'elsewhere';

/** Makes every `[data-keep-offline]` of the page work; goes on with what an earlier page began. */
export async function startKeepPanels(): Promise<void> {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-keep-offline]')];
  const store = openOwnStore();
  /** Names the lock that a tab holds which keeps or removes, and the channel by which it says that it is done. */
  const keeping = `dayleaf keeping ${store.base}`;
  const tabs = new BroadcastChannel(keeping);
  let stop: AbortController | undefined;
  let isLeaving = false;

  const show = (view: View): void => {
    for (const panel of panels) showIn(panel, view);
  };

  /** Shows how things stand, and why it ended where it did. */
  async function showStanding(fault = ''): Promise<void> {
    try {
      const amount = await readKeptAmount(store);
      const { isWhole, isBegun } = amount;
      const message = fault || describeStanding(amount, await readUsage());
      const keepLabel = isBegun && !isWhole ? 'Resume' : keepName;
      show({ message, isBusy: false, canKeep: !isWhole, canRemove: isWhole || isBegun, keepLabel });
    } catch (error) {
      const message = fault || describeFault(error);
      show({ message, isBusy: false, canKeep: true, canRemove: false, keepLabel: keepName });
    }
  }

  async function keep(): Promise<void> {
    if (stop) return;
    stop = new AbortController();
    const { signal } = stop;
    noteKeeping(true);
    const busy = { isBusy: true, canKeep: false, canRemove: false, keepLabel: keepName };
    show({ ...busy, message: 'Beginning …' });
    // Without it the browser may drop what is kept when room is short; some ask the reader.
    navigator.storage?.persist?.().catch(() => undefined);
    let last: KeptAmount | undefined;
    let fault = '';
    try {
      await registerWorker();
      // One tab at a time: the others wait, and find it done.
      await navigator.locks.request(keeping, { signal }, () =>
        keepEverything(
          store,
          signal,
          (amount) => {
            last = amount;
            show({ ...busy, message: describeAmount(amount), amount });
          },
          (fault, pauseMs) =>
            show({ ...busy, message: describeRetry(fault, pauseMs), amount: last }),
        ),
      );
    } catch (error) {
      // The next page goes on with it.
      if (isLeaving) return;
      const stopped = last ? `Stopped at ${describeAmount(last)}.` : 'Stopped.';
      if (signal.aborted)
        fault = signal.reason === elsewhere ? '' : `${stopped} What has come is kept.`;
      else fault = describeFault(error);
    }
    stop = undefined;
    noteKeeping(false);
    if (signal.reason !== elsewhere) tabs.postMessage('ended');
    await showStanding(fault);
  }

  addEventListener('pagehide', () => {
    isLeaving = true;
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    isLeaving = false;
    stop = undefined;
    if (isKeeping()) keep();
    else showStanding();
  });
  tabs.addEventListener('message', () => {
    if (stop) stop.abort(elsewhere);
    else showStanding();
  });

  for (const panel of panels) {
    on(panel, '[data-keep]', keep);
    on(panel, '[data-stop]', () => stop?.abort());
    on(panel, '[data-remove]', async () => {
      // Another tab that keeps everything just now stops, and lets the lock go.
      noteKeeping(false);
      tabs.postMessage('removing');
      await navigator.locks.request(keeping, () => removeEverything(store)).catch(() => undefined);
      tabs.postMessage('ended');
      await showStanding();
    });
  }
  const isAsked = panels.some(({ dataset }) => dataset.asked !== undefined);
  await (isAsked || isKeeping() ? keep() : showStanding());
}

/** The second click of a double click is not meant for the button that has come under the pointer. */
function on(panel: HTMLElement, selector: string, act: () => unknown): void {
  panel.querySelector<HTMLElement>(selector)?.addEventListener('click', ({ detail }) => {
    if (detail < 2) act();
  });
}

/** What the site takes on the device in all, in bytes, where the browser says so. */
async function readUsage(): Promise<number | undefined> {
  return (await navigator.storage?.estimate?.().catch(() => undefined))?.usage;
}

function showIn(panel: HTMLElement, view: View): void {
  const set = (selector: string, change: (element: HTMLElement) => void): void => {
    const element = panel.querySelector<HTMLElement>(selector);
    if (element) change(element);
  };
  const active = document.activeElement;
  const hadFocus = active instanceof HTMLElement && panel.contains(active) ? active : undefined;
  set('[data-keep]', (button) => {
    button.hidden = !view.canKeep;
    button.textContent = view.keepLabel;
  });
  set('[data-stop]', (button) => {
    button.hidden = !view.isBusy;
  });
  set('[data-remove]', (button) => {
    button.hidden = !view.canRemove;
  });
  set('progress', (bar) => {
    bar.hidden = !view.isBusy;
    if (!(bar instanceof HTMLProgressElement) || !view.amount) return;
    bar.max = view.amount.allBytes;
    bar.value = view.amount.bytes;
  });
  set('[data-keep-status]', (line) => {
    line.textContent = view.message;
  });
  // The button that had the focus may be gone: the one in its place takes it.
  if (hadFocus?.hidden) panel.querySelector<HTMLElement>('button:not([hidden])')?.focus();
}
