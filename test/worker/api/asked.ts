/** What a request is made of besides the operation's method and path. */
export type Asked = {
  /** What stands for each `{name}` of the path. */
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
};

/** How each operation is asked for something that it can do, by its id. */
export type Cases = Record<string, () => Asked | Promise<Asked>>;
