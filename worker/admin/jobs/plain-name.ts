/** A name of a column as it is compared: `E-Mail_Address:` is `e mail address`. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_.:*-]+/g, ' ')
    .trim();
