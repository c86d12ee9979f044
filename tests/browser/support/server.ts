// A real server on a free port with a folder of its own: what RADSLAG_BIN names, else the one that
// script/build made.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const program = process.env['RADSLAG_BIN'] ?? join(root, 'build/dev/radslag');

function freePort(): Promise<number> {
    return new Promise((found, failed) => {
        const server = createServer();
        server.once('error', failed);
        server.listen(0, '127.0.0.1', () => {
            const at = server.address();
            server.close(() => (at && typeof at === 'object' ? found(at.port) : failed(new Error('no port'))));
        });
    });
}

export interface House {
    address: string;
    folder: string;
    stop(): Promise<void>;
}

/** `words`: what to start, given the port and the folder; waits until it answers. */
export async function start(words: (port: number, folder: string) => string[]): Promise<House> {
    const folder = await mkdtemp(join(tmpdir(), 'radslag-'));
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const child = spawn(program, words(port, folder), { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    child.stdout.on('data', (data) => said.push(String(data)));
    child.stderr.on('data', (data) => said.push(String(data)));
    const ended = new Promise<never>((_, failed) => {
        child.once('error', failed);
        child.once('exit', (code) => failed(new Error(`${program} ended with ${code}:\n${said.join('')}`)));
    });
    ended.catch(() => {});
    await Promise.race([answers(address, child), ended]);
    return {
        address,
        folder,
        stop: async () => {
            const gone = new Promise((done) => child.once('exit', done));
            child.kill('SIGTERM');
            await gone;
            await rm(folder, { recursive: true, force: true });
        },
    };
}

async function answers(address: string, child: ChildProcess): Promise<void> {
    const until = Date.now() + 30_000;
    while (child.exitCode === null && Date.now() < until) {
        const answered = await fetch(`${address}/api/me`).then(() => true, () => false);
        if (answered) return;
        await new Promise((again) => setTimeout(again, 100));
    }
    throw new Error(`no answer from ${address}`);
}
