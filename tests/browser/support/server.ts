// A real server on a free port with a folder of its own: what RADSLAG_BIN names, else the one that
// script/build made. It says where it listens; nobody has to ask.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const root = join(__dirname, '../../..');
const program = process.env['RADSLAG_BIN'] ?? join(root, 'build/dev/radslag');

/** All that happened there is among what `radslag models prove` has proved; else this says what is not. */
async function follow(folder: string): Promise<void> {
    const files = await readdir(folder, { recursive: true });
    const key = files.find((file) => file.endsWith('data.key')) ?? '';
    for (const file of files.filter((name) => name.endsWith('.db'))) {
        const words = ['models', 'follow', join(folder, file), '--data-key', join(folder, key)];
        await promisify(execFile)(program, words, { cwd: root }).catch((wrong: { stdout: string }) => {
            throw new Error(`not proved:\n${wrong.stdout}`);
        });
    }
}

export interface House {
    address: string;
    folder: string;
    stop(): Promise<void>;
}

/** `words`: what to start, given a folder; there when it has said at which address it listens. */
export async function start(words: (folder: string) => string[]): Promise<House> {
    const folder = await mkdtemp(join(tmpdir(), 'radslag-'));
    const child = spawn(program, words(folder), { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    child.stderr.on('data', (data) => said.push(String(data)));
    const gone = new Promise<void>((done) => child.once('close', () => done()));
    const address = await new Promise<string>((found, failed) => {
        child.once('error', failed);
        child.once('close', (code) => failed(new Error(`${program} ended with ${code}:\n${said.join('\n')}`)));
        createInterface({ input: child.stdout }).on('line', (line) => {
            said.push(line);
            const at = /^\s*(https?:\/\/\S+)$/.exec(line);
            if (at) found(at[1]!);
        });
    });
    return {
        address,
        folder,
        stop: async () => {
            child.kill('SIGTERM');
            await gone;
            await follow(folder);
            await rm(folder, { recursive: true, force: true });
        },
    };
}
