import { type Browser, chromium } from 'playwright-core';
import { ensureBrowser } from './find-browser.ts';

/** Starts a headless Chromium without requests of its own, such as for updates. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureBrowser(),
    args: [
      ...['--no-sandbox', '--disable-quic', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--no-first-run'],
    ],
  });
}
