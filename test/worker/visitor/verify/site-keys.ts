/** Keys of a site that vouches for its visitors. The private half of `elliptic` is the site's own. */
export const shared = {
  kid: 'shared',
  alg: 'HS256',
  secret: 'a secret of the site and of the Worker',
};

export const elliptic = {
  kid: 'elliptic',
  alg: 'ES256',
  // The example key of RFC 7515, appendix A.3.
  jwk: {
    kty: 'EC',
    crv: 'P-256',
    x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
    y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  },
};

export const ellipticPrivate = {
  ...elliptic.jwk,
  d: 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI',
};

export const identityKeys = [shared, elliptic];
