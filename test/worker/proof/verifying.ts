import { verifyFiles } from '../../../worker/proof/compare.ts';
import type { Finding, Known } from '../../../worker/proof/finding.ts';

/** Checks one file alone, as those who get it do. */
export const verifyText = async (text: string, known: Known = {}): Promise<Finding[]> => {
  const [found = []] = (await verifyFiles([text], known)).files;
  return found;
};
