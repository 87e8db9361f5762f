import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestProvider {
  readonly issuer: string;
  /** Logs `subject` in at an authorization address and gives the address it sends back to. `bend` spoils the token's claims. */
  readonly authorize: (address: string, subject: string, bend?: Record<string, unknown>) => URL;
  readonly close: () => void;
}

/** An identity provider with one client: description, keys, tokens; whoever asks is logged in. */
export async function openTestProvider(): Promise<TestProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' };
  const codes = new Map<string, { query: URLSearchParams; subject: string; bend: Record<string, unknown> }>();
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  let issuer = '';
  const idToken = (claims: object): string => {
    const body = `${base64({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${base64(claims)}`;
    return `${body}.${sign('sha256', Buffer.from(body), privateKey).toString('base64url')}`;
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = (status: number, body: unknown) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      if (request.url === '/.well-known/openid-configuration')
        return answer(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        });
      if (request.url === '/jwks') return answer(200, { keys: [jwk] });
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      const known = codes.get(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (!known || form.get('client_secret') !== 'secret' || known.query.get('code_challenge') !== challenge)
        return answer(400, { error: 'invalid_grant' });
      codes.delete(form.get('code') ?? '');
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: issuer,
        sub: known.subject,
        aud: 'liangjian',
        iat: now,
        exp: now + 60,
        nonce: known.query.get('nonce'),
        ...known.bend,
      };
      return answer(200, { access_token: 'a', token_type: 'bearer', id_token: idToken(claims) });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    authorize(address, subject, bend = {}) {
      const query = new URL(address).searchParams;
      const code = randomBytes(12).toString('hex');
      codes.set(code, { query, subject, bend });
      const back = new URL(query.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', query.get('state') ?? '');
      return back;
    },
    close: () => server.close(),
  };
}
