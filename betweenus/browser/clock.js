// A clock that counts down. It reckons from the time of day and counts no ticks, which come late or not
// at all while a tab is hidden or a device sleeps.

/**
 * @param {(left: number) => void} tick told the milliseconds left, each second
 * @param {() => void} over told once when nothing is left
 */
export function openClock({ tick, over }) {
  let rest = 0; // milliseconds left, while it stands
  let end; // the time of day at which nothing will be left, while it runs
  let timer;

  const left = () => (end === undefined ? rest : Math.max(0, end - Date.now()));
  const stand = () => {
    rest = left();
    end = undefined;
    clearTimeout(timer);
  };
  const look = () => {
    clearTimeout(timer);
    tick(left());
    if (end === undefined) return;
    if (left() > 0) {
      timer = setTimeout(look, left() % 1000 || 1000);
      return;
    }
    stand();
    over();
  };

  return {
    get left() {
      return left();
    },
    get running() {
      return end !== undefined;
    },
    /** Set the time left; a clock that runs runs on. */
    set(milliseconds) {
      rest = milliseconds;
      if (end !== undefined) end = Date.now() + milliseconds;
      look();
    },
    go() {
      end ??= Date.now() + rest;
      look();
    },
    pause: stand,
    look,
  };
}
