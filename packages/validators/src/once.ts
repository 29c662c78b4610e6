/** Makes a table when it is first asked for: most programs that load this package need few of its tables. */
export const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
