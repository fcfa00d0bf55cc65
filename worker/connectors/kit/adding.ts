import { ToolError } from './ask.ts';
import type { Contact } from './connector.ts';

/**
 * Adds someone and finds them then. Where no answer comes they are looked for too: they may be there, and what stands
 * there is what we have just written.
 */
export const addAndFind = async (
  add: () => Promise<unknown>,
  find: () => Promise<Contact[]>,
): Promise<Contact[]> => {
  try {
    await add();
  } catch (error) {
    if (!(error instanceof ToolError && error.kind === 'unreachable')) throw error;
    const found = await find();
    if (found.length === 0) throw error;
    return found;
  }
  return find();
};
