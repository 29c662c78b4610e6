/**
 * The content security policy: only files of this server, no inline script or style, and no other host but the signing
 * service on this computer, which the page asks for its version.
 *
 * @param services addresses of the local signing service, such as `http://localhost:61161`
 */
export function contentPolicy(services: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "worker-src 'self'",
    `connect-src ${["'self'", ...services].join(' ')}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** Headers of every answer. A popup of the signing service must keep its opener: no opener policy. */
export function safetyHeaders(services: readonly string[]): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentPolicy(services),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-resource-policy': 'same-origin',
  };
}
