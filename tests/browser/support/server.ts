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
    /** Ended and begun anew with what it keeps in its folder; another address. */
    again(): Promise<void>;
    stop(): Promise<void>;
}

interface Running {
    address: string;
    end(): Promise<void>;
}

async function run(words: string[]): Promise<Running> {
    const child = spawn(program, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
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
    const end = async (): Promise<void> => {
        child.kill('SIGTERM');
        await gone;
    };
    return { address, end };
}

/** `words`: what to start, given a folder; there when it has said at which address it listens. */
export async function start(words: (folder: string) => string[]): Promise<House> {
    const folder = await mkdtemp(join(tmpdir(), 'radslag-'));
    const begun = words(folder);
    let running = await run(begun);
    return {
        get address() {
            return running.address;
        },
        folder,
        again: async () => {
            await running.end();
            running = await run(begun);
        },
        stop: async () => {
            await running.end();
            await follow(folder);
            await rm(folder, { recursive: true, force: true });
        },
    };
}
