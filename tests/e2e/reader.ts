import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openBrowser } from '../../scripts/open-browser.ts';

/** A browser and what went wrong in it. */
export interface Reader {
  browser: Browser;
  /**
   * A page in a context of its own that notes errors and requests to other hosts. It has no service worker, which
   * would fetch the core of the archive, unless `serviceWorkers` is `allow`.
   */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** Fails if any page had an error, a failed request or asked another host. */
  expectNoFault(): void;
  close(): Promise<void>;
}

/** Opens a Chromium as a reader. */
export async function makeReader(): Promise<Reader> {
  const browser = await openBrowser();
  const faults: string[] = [];
  return {
    browser,
    open: async (address, options) => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        serviceWorkers: 'block',
        ...options,
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        const isAsked = /Service Worker registration blocked by Playwright/.test(message.text());
        if (['error', 'warning'].includes(message.type()) && !isAsked)
          faults.push(`${page.url()}: ${message.text()}`);
      });
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (origin !== new URL(address).origin && !/^(data|blob):$/.test(protocol))
          faults.push(`asked ${request.url()}`);
      });
      page.on('requestfailed', (request) => {
        // The page itself cancels a search when another one is typed.
        if (request.failure()?.errorText !== 'net::ERR_ABORTED')
          faults.push(`failed ${request.url()}`);
      });
      await page.goto(address, { waitUntil: 'load' });
      return page;
    },
    expectNoFault: () => expect(faults.splice(0)).toEqual([]),
    close: () => browser.close(),
  };
}
