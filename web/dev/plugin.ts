// Answers /api from fixtures, for working on the screens without a server: `npm run dev`, and
// `npm run pictures` on the built files, with the headers that the server sends.
import type { Plugin } from 'vite';
import { answer } from './fixtures/answer.ts';

const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    return Buffer.concat(parts).toString('utf8');
}

export function fixtures(): Plugin {
    const serve = (server: { middlewares: { use(handler: Handler): void } }) =>
        server.middlewares.use((request, response, next) => {
            if (!request.url?.startsWith('/api/')) {
                if (built) response.setHeader('content-security-policy', policy);
                return next();
            }
            void bodyOf(request).then((body) => {
                const { status, value, cookie } = answer(
                    request.method ?? 'GET',
                    request.url!.slice(5),
                    body,
                    String(request.headers.cookie ?? ''),
                );
                if (cookie) response.setHeader('set-cookie', `fixture=${cookie}; Path=/; HttpOnly`);
                response.statusCode = status;
                response.setHeader('content-type', 'application/json');
                response.end(value === null ? '' : JSON.stringify(value));
            });
        });
    let built = false;
    return {
        name: 'fixtures',
        configureServer: serve,
        configurePreviewServer: (server) => {
            built = true;
            serve(server);
        },
    };
}

type Handler = (
    request: AsyncIterable<Buffer> & { url?: string; method?: string; headers: Record<string, unknown> },
    response: { statusCode: number; setHeader(name: string, value: string): void; end(text: string): void },
    next: () => void,
) => void;
