/** A key pair as Cloudflare Access would have one; for tests only. */
export const accessKeys = {
  public: {
    kty: 'RSA',
    n: 'yNsUe_kLZgYGsf1xk97h-L18q1LKqX2ZTmFOC0JNP3XjDhnhcZnPGC9AdEqoVAT574JJZyYtJRT8kqjgGxZqRLYfmCdslL0UfPoWhIv2Sdtf7NN_NA-iSm0ts-mYpw7R04YcMkNcK8eLsK-LPGpuoyP69NTmfKSALpE42tyM1767jcXSfNCaFisOSPkcbNP3G26YbOgGtKdiyAtwqesUZi5oOaHqFKj1mGP320Eu9HMQdANb4AViuS2WoBXwWB2MJS1ZM32rjtVwJYUOacpDWBMAbYK2-Kp3IUy1haRdRKogVRcG2U78LQQLDvQRYXv1W7R0ydgfWAp1XcdpzEypiQ',
    e: 'AQAB',
    kid: 'access',
    alg: 'RS256',
    use: 'sig',
  },
  private: {
    kty: 'RSA',
    n: 'yNsUe_kLZgYGsf1xk97h-L18q1LKqX2ZTmFOC0JNP3XjDhnhcZnPGC9AdEqoVAT574JJZyYtJRT8kqjgGxZqRLYfmCdslL0UfPoWhIv2Sdtf7NN_NA-iSm0ts-mYpw7R04YcMkNcK8eLsK-LPGpuoyP69NTmfKSALpE42tyM1767jcXSfNCaFisOSPkcbNP3G26YbOgGtKdiyAtwqesUZi5oOaHqFKj1mGP320Eu9HMQdANb4AViuS2WoBXwWB2MJS1ZM32rjtVwJYUOacpDWBMAbYK2-Kp3IUy1haRdRKogVRcG2U78LQQLDvQRYXv1W7R0ydgfWAp1XcdpzEypiQ',
    e: 'AQAB',
    d: 'Dgg0KacP80w3eobUwPpguhJu2784dlfWdoHYxHOY1vai6rDHLbsLm0pty9INaXVBisiE3UZu__iz3oEayvmpaex5T5VtggSlokeMfC0VAzrmvDJYYCg5c86l0zxeFEm2QftMC_zluw9BRJI2_X0IBrC0TxdylMGfTOGLYcrnsgi6-_XkJOMZXYEErN9ldyxfFkSFMDDQ_cs1Ib8Qa8IhwQVPJwIGSSNdkm-POhZrxj51lK7CqHO_HEnXKFbkdNNoXCcLske5E6mYzkQ-4FSI2URlTcaoIbd2hMdpoDDV3QPkTCT1EeRhnVcUNpS8DA0KJoQFSvV7RMFTAkRCG7YJgQ',
    p: '519gNjtbaN_CBGevojADve7Z6NxR7cEr-kU4SMXhYSP1cQ8Ak0hdUTGpLawVAkZchB30WjAzsvtPOvQItEeWZd3O3iXB3LViaSNVWJ6roGtDfJhciLLPXYlU70mTSIfJkMBF1mC2liXrIncljMZ30Qs5XMX8tWuakFokuMpbxSk',
    q: '3jwomlbNmveZFhNFCpoys082lfj6ATWsK0KnMs3IB3S1eaai8bKCygOkwDILOKLkbnhtJVkEybYnv2I-Oe16TpbMqqx6AXxJpzVYJ9Ml83rC5wqh81G0SGhcggOuHG8rzY82KDt05KGozIseBRQtCATgTtbjJSMA5DnwyBoA7WE',
    dp: 'nXo_A-p2lvTlGxZvZlaD1XyCeImsgcRe6GLAold8xR8yaRcq7xPr392LJnjfe8LkKVAyBkiUh5ehH6EFY57t8Lt9l5nfTxdtud3Asyab7f3T2zPgl3IMzb8xPgS36D_zo0AayITfAWchmT27IwvadT_MdSaUj-6DLwkLwXKJ77E',
    dq: 'NwPtiUez3oks_KoIjXde1cTmXnokaeg_lvYJLiqDOlVKF7OI4wyuFBSS1IGPBZZNtotZecVvyf-uF1La1LxVat8qC5ZnHbcHBL3P9QvweTYKyed38CRp3QL447bFg4SB84FghtUxOuhKQVivNdKo0zNh1CKeWLMxpU4yrVbCpAE',
    qi: 'UQ8SuP6pZhawXEeeB5RKhIWkzy2y-XbGbbTSMG244VN2LvxiunbQPKBiqmyw8QcfjiWEVkXtl3A1Ae5zzGkvkm7XYZ7elmhUwLT0-S6Vw9FpsyaUTUJYxU4Qry1T7z1oR5dfXtA02oWmWzhzS-RR_hMEAbsdQyKxrlxdSiMwqkc',
    kid: 'access',
    alg: 'RS256',
  },
};
