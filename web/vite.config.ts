import { defineConfig } from 'vitest/config';
import { fixtures } from './dev/plugin.ts';
import { packed } from './dev/packed.ts';

// `--mode fixture` answers /api from dev/fixtures instead of passing it on to a server.
export default defineConfig(({ mode }) => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: mode === 'fixture' ? [fixtures()] : [packed()],
    server: mode === 'fixture' ? {} : { proxy: { '/api': 'http://127.0.0.1:8080' } },
    build: {
        outDir: '../build/web',
        emptyOutDir: true,
        target: 'es2021',
        // The content security policy allows neither inline scripts nor foreign hosts.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
    },
    test: { include: ['test/**/*.test.ts'] },
}));
