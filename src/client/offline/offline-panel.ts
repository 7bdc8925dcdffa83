import { withBase } from '../../urls.ts';
import { readItem, writeItem } from '../list/list-store.ts';
import {
  downloadArchive,
  readStoredAmount,
  removeArchive,
  type StoredAmount,
} from './download-archive.ts';
import { OfflineStore } from './offline-store.ts';
import { describeAmount, describeFault, describeRetry, describeStored } from './offline-text.ts';
import { downloadingKey, registerWorker } from './register-worker.ts';

/** What the panels of a page show; all of them show the same. */
interface View {
  message: string;
  /** Progress of the download. */
  amount?: StoredAmount;
  isBusy?: boolean;
  canDownload?: boolean;
  canRemove?: boolean;
  downloadLabel?: string;
}

/** Reason of an abort that another tab has asked for. */
const elsewhere = 'elsewhere';

/** Starts every `[data-keep-offline]` of the page; resumes a download that an earlier page began. */
export async function startOfflinePanels(): Promise<void> {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-keep-offline]')];
  const store = new OfflineStore(new URL(withBase('/'), location.href).href);
  /** Names the lock of the tab that downloads or removes, and the channel on which it says that it is done. */
  const lock = `dayleaf keeping ${store.base}`;
  const tabs = new BroadcastChannel(lock);
  let stop: AbortController | undefined;
  let isLeaving = false;

  const show = (view: View): void => {
    for (const panel of panels) showIn(panel, view);
  };
  const noteDownload = (isRunning: boolean): void => {
    try {
      writeItem(downloadingKey, isRunning ? '1' : undefined);
    } catch {
      // The next page does not resume by itself.
    }
  };

  /** Shows what is stored, or why the download ended. */
  async function showStored(fault = ''): Promise<void> {
    try {
      const amount = await readStoredAmount(store);
      const { isWhole, isBegun } = amount;
      show({
        message: fault || describeStored(amount, await readUsage()),
        ...{ canDownload: !isWhole, canRemove: isWhole || isBegun },
        ...(isBegun && !isWhole && { downloadLabel: 'Resume' }),
      });
    } catch (error) {
      show({ message: fault || describeFault(error), canDownload: true });
    }
  }

  async function download(): Promise<void> {
    if (stop) return;
    stop = new AbortController();
    const { signal } = stop;
    noteDownload(true);
    show({ isBusy: true, message: 'Starting …' });
    // Otherwise the browser may clear the storage when the disk is full; some browsers ask the reader.
    navigator.storage?.persist?.().catch(() => undefined);
    let amount: StoredAmount | undefined;
    let fault = '';
    const onAmount = (next: StoredAmount): void => {
      amount = next;
      show({ isBusy: true, message: describeAmount(next), amount });
    };
    try {
      await registerWorker();
      // Other tabs wait, and find that everything is stored.
      await navigator.locks.request(lock, { signal }, () =>
        downloadArchive(store, signal, onAmount, (fault, pauseMs) =>
          show({ isBusy: true, message: describeRetry(fault, pauseMs), amount }),
        ),
      );
    } catch (error) {
      // The next page resumes.
      if (isLeaving) return;
      const stopped = amount ? `Stopped at ${describeAmount(amount)}.` : 'Stopped.';
      if (signal.aborted) fault = signal.reason === elsewhere ? '' : stopped;
      else fault = describeFault(error);
    }
    stop = undefined;
    noteDownload(false);
    if (signal.reason !== elsewhere) tabs.postMessage('ended');
    await showStored(fault);
  }

  async function remove(): Promise<void> {
    // Another tab that is downloading stops and releases the lock.
    noteDownload(false);
    tabs.postMessage('removing');
    await navigator.locks.request(lock, () => removeArchive(store)).catch(() => undefined);
    tabs.postMessage('ended');
    await showStored();
  }

  addEventListener('pagehide', () => {
    isLeaving = true;
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    isLeaving = false;
    stop = undefined;
    if (readItem(downloadingKey)) download();
    else showStored();
  });
  tabs.addEventListener('message', () => {
    if (stop) stop.abort(elsewhere);
    else showStored();
  });
  for (const panel of panels) {
    on(panel, '[data-keep]', download);
    on(panel, '[data-stop]', () => stop?.abort());
    on(panel, '[data-remove]', remove);
  }
  const isAsked = panels.some(({ dataset }) => dataset.asked !== undefined);
  await (isAsked || readItem(downloadingKey) ? download() : showStored());
}

/** The second click of a double click is not meant for the button that has moved under the pointer. */
function on(panel: HTMLElement, selector: string, act: () => unknown): void {
  panel.querySelector<HTMLElement>(selector)?.addEventListener('click', ({ detail }) => {
    if (detail < 2) act();
  });
}

/** What the site takes on the device in all, in bytes, if the browser reports it. */
async function readUsage(): Promise<number | undefined> {
  return (await navigator.storage?.estimate?.().catch(() => undefined))?.usage;
}

function showIn(panel: HTMLElement, view: View): void {
  const { message, amount, isBusy, canDownload, canRemove, downloadLabel } = view;
  const focused = panel.querySelector<HTMLElement>(':focus');
  const show = (selector: string, isShown = false): HTMLElement | null => {
    const element = panel.querySelector<HTMLElement>(selector);
    if (element) element.hidden = !isShown;
    return element;
  };
  const button = show('[data-keep]', canDownload);
  if (button) button.textContent = downloadLabel ?? 'Make everything available offline';
  show('[data-stop]', isBusy);
  show('[data-remove]', canRemove);
  const bar = show('progress', isBusy);
  if (bar instanceof HTMLProgressElement && amount)
    Object.assign(bar, { max: amount.allBytes, value: amount.bytes });
  const status = show('[data-keep-status]', true);
  if (status) status.textContent = message;
  // The focus moves from a button that disappeared to the one in its place.
  if (focused?.hidden) panel.querySelector<HTMLElement>('button:not([hidden])')?.focus();
}
