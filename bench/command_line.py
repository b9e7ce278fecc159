"""How soon the command line answers.

python -m bench.command_line
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 7
COMMANDS = {
    "betweenus --help": ["--help"],
    "betweenus plan": ["plan", "--minutes", "90", "--group", "12", "--module", "communication"],
    "betweenus plan --minutes 480": ["plan", "--minutes", "480", "--group", "12", "--module", "challenges"],
}


def main() -> None:
    for name, arguments in COMMANDS.items():
        seconds(arguments)  # what comes from the disk for the first time says nothing
        taken = [seconds(arguments) for _ in range(RUNS)]
        print(f"{name}: {statistics.median(taken):.2f} s ({min(taken):.2f} to {max(taken):.2f})")


def seconds(arguments: list[str]) -> float:
    begin = time.perf_counter()
    command = [Path(sys.executable).parent / "betweenus", *arguments]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
