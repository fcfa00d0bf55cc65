/** Imports a module; at another address too where it does not come, for browsers remember a failed import. */
export const importModule = (address: string) =>
  import(address).catch(() => import(`${address}?${Date.now()}`));
