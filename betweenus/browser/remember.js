// Something that a tab remembers about its pages, and never an answer. The quick exit forgets it.

export function remember(key) {
  return {
    read() {
      try {
        return JSON.parse(sessionStorage.getItem(key));
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        sessionStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Refused or full: the page works on, and has it only until it is left.
      }
    },
  };
}
