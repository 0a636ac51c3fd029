/** `make`, called at most once, when it is first asked; what it holds is let go then. */
export function once<T>(make: () => T): () => T {
  let making: (() => T) | undefined = make;
  let made: T;
  return () => {
    if (making) {
      made = making();
      making = undefined;
    }
    return made;
  };
}
