import { type Browser, chromium } from 'playwright-core';
import { ensureBrowser } from './find-browser.ts';

/**
 * Features of Chromium that are turned off. Chromium takes the last list only, so Playwright's own is repeated.
 * The pop-ups of the address bar are pages, which Chromium loads with each window: 0.7 of the 0.9 seconds of processor
 * time of a new context.
 */
const withoutFeatures = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades'],
  ...['LensOverlay', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints'],
  ...['PaintHolding', 'PreconnectToSearch', 'ThirdPartyStoragePartitioning'],
];

/** Starts a headless Chromium without requests of its own, such as for updates. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureBrowser(),
    args: [
      ...['--no-sandbox', '--disable-quic', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--no-first-run'],
      `--disable-features=${withoutFeatures.join()}`,
    ],
  });
}
