import { defineConfig } from '@playwright/test';

// Debian's Chromium, not a fetched one. Two workers: each test has a server of its own.
export default defineConfig({
    testDir: '.',
    testMatch: '*.test.ts',
    testIgnore: '**/node_modules/**',
    workers: 2,
    forbidOnly: true,
    expect: { timeout: 30_000 },
    timeout: 300_000,
    outputDir: '../../build/reports/browser',
    use: {
        actionTimeout: 30_000,
        locale: 'sv-SE',
        timezoneId: 'Europe/Stockholm',
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 900 },
        launchOptions: {
            executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
            args: [
                '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
                '--disable-background-networking', '--disable-component-update', '--disable-sync',
            ],
        },
    },
});
