import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findBrowser } from './scripts/setup/find-browser.ts';

const chromium = findBrowser('chromium');

/** No test measures time: a slow machine must not fail one. */
const busyMachineMs = 60_000;

/** How long what is to come may take to come; Vitest's own second is not enough where others work too. */
const patience = { poll: { timeout: 15_000 } };

const elsewhere = ['node_modules/**', '.output/**', '.wxt/**'];

/** Rooms that use extension APIs, which the fake browser stands in for. */
const withFakeBrowser = [
  'utils/platform/**/*.test.ts',
  'utils/swap/**/*.test.ts',
  'utils/accounts/**/*.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{utils,components,sandbox,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, '**/*.browser.test.*', ...withFakeBrowser],
          environment: 'node',
          testTimeout: busyMachineMs,
          expect: patience,
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'extension',
          include: withFakeBrowser,
          exclude: elsewhere,
          environment: 'node',
          testTimeout: busyMachineMs,
          expect: patience,
        },
      },
      {
        plugins: [preact()],
        // Larger collections may lie beside the project; a clone without them loses no rule.
        server: { fs: { allow: ['.', '../shared/data'] } },
        test: {
          name: 'browser',
          include: ['**/*.browser.test.{ts,tsx}'],
          exclude: elsewhere,
          testTimeout: busyMachineMs,
          expect: patience,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(chromium.ok && { executablePath: chromium.path }),
                args: ['--no-sandbox', '--disable-gpu'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          environment: 'node',
          globalSetup: 'e2e/support/prepare.ts',
          // Each file has a server and browsers of its own, and spends most of its time waiting for X.
          maxWorkers: 3,
          testTimeout: 120_000,
          expect: patience,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
