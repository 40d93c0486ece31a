import { describe, expect, it } from 'vitest';
import { hashOf, withPolicy } from '../../src/build/csp.ts';

const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>${body}</body></html>`;
const policyOf = (html: string) =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';

describe('the policy of a page', () => {
  it('allows the inline scripts that it has, and no others', () => {
    const policy = policyOf(
      withPolicy(page('<script>go()</script><script type="module">a</script>')),
    );
    expect(policy).toContain(hashOf('go()'));
    expect(policy).toContain(hashOf('a'));
    expect(policy.match(/sha256-/g)).toHaveLength(2);
  });

  it('asks nothing for files and data', () => {
    const html = page('<script src="/a.js"></script><script type="application/json">{}</script>');
    expect(policyOf(withPolicy(html))).not.toContain('sha256');
  });

  it('never allows eval or the network', () => {
    const policy = policyOf(withPolicy(page('')));
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("default-src 'none'");
    expect(/script-src[^;]*/.exec(policy)?.[0]).not.toMatch(/'unsafe-inline'|data:/);
  });

  it('stands after the charset and before the first script', () => {
    const html = withPolicy(page('<script>go()</script>'));
    expect(html.indexOf('charset')).toBeLessThan(html.indexOf('http-equiv'));
    expect(html.indexOf('http-equiv')).toBeLessThan(html.indexOf('<title>'));
  });

  it('takes the hash of the sandbox frame', () => {
    expect(policyOf(withPolicy(page(''), ["'sha256-frame'"]))).toContain("'sha256-frame'");
  });
});
