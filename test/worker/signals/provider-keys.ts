import { accessKeys } from '../console/access-keys.ts';
import { ellipticPrivate } from '../visitor/verify/site-keys.ts';

/** What proves that a post is a provider's own; for tests only. */
export const secrets = {
  SIGNAL_SES: 'arn:aws:sns:eu-west-1:123456789012:ses-events',
  SIGNAL_POSTMARK: 'the-last-one a-secret-of-postmark',
  SIGNAL_BREVO: 'a-secret-of-brevo',
  SIGNAL_MAILGUN: 'key-of-mailgun',
  // The public half of the example key of RFC 7515, appendix A.3.
  SIGNAL_SENDGRID:
    'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEf83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEXH8UTNG72bfocs3+257rn0s2ldbqkLJK2KRiMohYjlrQ==',
  // The example of Standard Webhooks.
  SIGNAL_RESEND: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
} as const;

/** The key that SendGrid signs with. */
export const sendGridKey = { ...ellipticPrivate, ext: true };

/** The key that Amazon SNS signs with. */
export const snsKey = { ...accessKeys.private, alg: undefined, kid: undefined };

/** Where the certificate of that key is found, and the certificate: self-signed, by openssl. */
export const certificateUrl =
  'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem';
export const certificate = `-----BEGIN CERTIFICATE-----
MIIDGzCCAgOgAwIBAgIUDTX8VQ/330rxM9zaGMC+yIg1oyswDQYJKoZIhvcNAQEL
BQAwHDEaMBgGA1UEAwwRc25zLmFtYXpvbmF3cy5jb20wIBcNMjYxMTI2MDc0OTMx
WhgPMjEyNjExMDIwNzQ5MzFaMBwxGjAYBgNVBAMMEXNucy5hbWF6b25hd3MuY29t
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyNsUe/kLZgYGsf1xk97h
+L18q1LKqX2ZTmFOC0JNP3XjDhnhcZnPGC9AdEqoVAT574JJZyYtJRT8kqjgGxZq
RLYfmCdslL0UfPoWhIv2Sdtf7NN/NA+iSm0ts+mYpw7R04YcMkNcK8eLsK+LPGpu
oyP69NTmfKSALpE42tyM1767jcXSfNCaFisOSPkcbNP3G26YbOgGtKdiyAtwqesU
Zi5oOaHqFKj1mGP320Eu9HMQdANb4AViuS2WoBXwWB2MJS1ZM32rjtVwJYUOacpD
WBMAbYK2+Kp3IUy1haRdRKogVRcG2U78LQQLDvQRYXv1W7R0ydgfWAp1XcdpzEyp
iQIDAQABo1MwUTAdBgNVHQ4EFgQU4j+CA8r58K0FYth/t651hl4iFQwwHwYDVR0j
BBgwFoAU4j+CA8r58K0FYth/t651hl4iFQwwDwYDVR0TAQH/BAUwAwEB/zANBgkq
hkiG9w0BAQsFAAOCAQEAmZSTFXf7EZyTw8z1f1khWfyzW8RTyWSP2b85FrPHHJ+2
J04iH88WqIoTnkYHrHO72fAiB0O8V/mhgLm+voMXJRCPoVOmetzaXUjzBLjgWAAm
I1rX1Tza5jsifuIMH2W4y9XD1qtNzPzY543PCNcWDM4hAteREBHXVeCnohsCL7h2
jJOk67Uea3CFbJ6ygtFA5I2VZLgvS3KizvmRIrk8maqEX0fFH3XR3obOvTAnSNAx
PmqOkGWKo1Nz3Ee2DQUEhZF4fi2LzRnQMNt26qpQl8lHGsweWzjHWLOzq+sO3Z43
byPkuL8+6Pxk6t+RLpWgHf2e9wsoQdiZ3pvsmKb+ZQ==
-----END CERTIFICATE-----
`;
