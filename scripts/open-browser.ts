import { type Browser, chromium } from 'playwright-core';
import { ensureBrowser } from './find-browser.ts';

/** A headless Chromium that talks to nobody but the pages it is sent to. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureBrowser(),
    args: [
      ...['--no-sandbox', '--disable-quic', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--no-first-run'],
    ],
  });
}
