// What is built is packed once, as small as can be, beside the files themselves: the server sends
// what the browser takes.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const texts = /\.(html|js|css|svg|json|webmanifest|txt)$/;

function filesBelow(folder: string): string[] {
    return readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}

export function packed(): Plugin {
    let folder = '';
    return {
        name: 'packed',
        apply: 'build',
        configResolved: (config) => void (folder = join(config.root, config.build.outDir)),
        closeBundle: () => {
            for (const path of filesBelow(folder).filter((one) => texts.test(one))) {
                const bytes = readFileSync(path);
                writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
                writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
            }
        },
    };
}
