/** The folder of this build below `host`, set by widget/tools/build.ts. */
declare const BUILD: string;

/** Fetches a file of this build, whose type the caller names, from a Worker's address with its slash. */
export const fetchPart = <Part>(host: string, name: string): Promise<Part> =>
  import(`${host}w/${BUILD}/${name}.js`);
