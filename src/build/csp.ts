import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Manifest } from '../runtime/manifest.ts';

/** What the build published for the runtime, with the hash of the sandbox frame's script. */
const MANIFEST = 'src/runtime/manifest.json';

/** How a policy names a script that it allows: by the hash of its text. */
export function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Scripts that run; blocks of data (`application/json`) are not asked about. */
const INLINE_SCRIPT = /<script(?![^>]*\s(?:src=|type="application\/))[^>]*>([\s\S]*?)<\/script>/g;

function policy(hashes: readonly string[]): string {
  return [
    "default-src 'none'",
    // `blob:` and `data:` are what the sandbox starts its workers with: its frame is a `srcdoc`,
    // which inherits this policy and narrows it with one of its own.
    `script-src 'self' 'wasm-unsafe-eval' blob: ${hashes.join(' ')}`.trim(),
    "worker-src 'self' blob: data:",
    // Monaco and the colors of static code set styles on elements.
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

/**
 * A page with its Content Security Policy in a meta tag, so that no host needs to send a header.
 * @param more hashes of scripts that the page makes by itself, like the sandbox frame's.
 */
export function withPolicy(html: string, more: readonly string[] = []): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(([, text]) => hashOf(text ?? ''));
  const content = policy([...new Set([...hashes, ...more])]);
  const tag = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
  // The charset must stand in the first 1,024 bytes, and the policy before the first script.
  return html.replace(/<head[^>]*>(\s*<meta charset[^>]*>)?/i, (head) => `${head}${tag}`);
}

/** Gives each built page its policy, once everything that writes pages has run. */
export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { frame_hash } = JSON.parse(await readFile(MANIFEST, 'utf8')) as Manifest;
        const pages = globSync('**/*.html', { cwd: folder });
        for (const page of pages) {
          const path = join(folder, page);
          await writeFile(path, withPolicy(await readFile(path, 'utf8'), [frame_hash]));
        }
        logger.info(`policy in ${pages.length} pages`);
      },
    },
  };
}
