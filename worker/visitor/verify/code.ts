/** What the six digits of an entry are made from. */
export const codeOf = (entry: string): string => `entry:${entry}`;
