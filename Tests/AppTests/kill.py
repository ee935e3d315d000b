"""Kills the window while a person types, again and again, and looks whether every field that had been left is there.

kill.py BAROMETRO BAROMETROCTL ARCHIVE ROUNDS SEED: the archive is the sample. In each round the window is opened, numbers
are typed into a cell and left with Return or Tab, and at a random moment the process gets SIGKILL. Then the archive is
read by barometroctl: the last number that the table had shown is there, or the one after it whose field had been left;
never a part of a number, and `verify` finds nothing. A round has a session bus of its own: the registry of what screen
readers see does not outlive every kill. Prints a line at the end; exit code 0 where nothing was lost.
"""

import json
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time

from drive import Atspi, every, find, focused, program_of, wait

INDICATOR = "Alberi censiti"


def panel(window, name):
    """A panel near the top, looked for level by level: what a page holds is not gone through, for that takes long."""
    level = [window]
    for _ in range(10):
        for thing in level:
            if thing.get_role_name() == "panel" and thing.get_name() == name:
                return thing
        for thing in level:
            thing.clear_cache()
        level = [thing.get_child_at_index(index) for thing in level for index in range(thing.get_child_count())]
    return None


class Typist:
    """A person who types numbers into one cell until the window is gone."""

    def __init__(self, process, first):
        self.process = process
        self.number = first
        self.asked = 0.0  # when the page was asked for last
        self.fields = 0  # fields that were left, and shown so by the table
        self.shown = None  # the last number that the table showed after its field had been left
        self.sent = []  # the numbers after it whose fields were being left

    def prepare(self):
        """Goes to the one cell, by keyboard."""
        window = wait("the window", self.window)
        # A window takes no key before the display has given it the keyboard: the first one is pressed until it is seen.
        page = wait("the page of the indicators", lambda: self.open(window))
        xdotool("key", "ctrl+f", "type", "--delay", "5", INDICATOR.lower())
        wait("the indicator alone in the table", lambda: find(page, "label", "1 di 33", exact=True))
        xdotool("key", "Return")
        wait("the keyboard in a cell", lambda: focused(page).get_role_name() in ("table cell", "label"))
        # The row is looked at, not the whole page: that is quick.
        self.row = focused(page).get_parent()

    def open(self, window):
        """The page of the indicators; asks for it where it is not shown."""
        page = panel(window, "Indicatori")
        if page is None and time.monotonic() > self.asked + 3:
            xdotool("key", "alt+3")
            self.asked = time.monotonic()
        return page

    def window(self):
        program = program_of(self.process.pid)
        window = program.get_child_at_index(0) if program else None
        return window if window and "Comune di Valdoria" in (window.get_name() or "") else None

    def type(self, chance):
        """Types until the process ends."""
        while self.process.poll() is None:
            self.number += 1
            text = str(self.number)
            leave, back = chance.choice([("Return", []), ("Return", []), ("Tab", ["key", "shift+Tab"])])
            xdotool("key", "F2", "key", "ctrl+a", "type", "--delay", "5", text)
            self.sent.append(text)
            xdotool("key", leave)
            if self.look(text) and back:
                xdotool(*back)

    def look(self, text):
        """Waits until the table shows the number, or the process is gone."""
        end = time.monotonic() + 3
        while self.process.poll() is None and time.monotonic() < end:
            try:
                if any(thing.get_name() == text for thing in every(self.row)):
                    self.shown, self.sent = text, []
                    self.fields += 1
                    return True
            except Exception:  # the tree changes while it is read
                pass
            time.sleep(0.01)
        return False


def xdotool(*words):
    subprocess.run(["xdotool", *words], check=False)


def actual(tool, archive):
    """The figure that the archive has, as it was written, and the exit code of verify."""
    export = [tool, "export", "json", "--archive", archive, "-o", "-"]
    verify = subprocess.Popen([tool, "verify", "--archive", archive], stderr=subprocess.DEVNULL)
    values = json.loads(subprocess.run(export, capture_output=True, check=True).stdout)
    figures = [thing["actual"]["raw"] for thing in objects(values) if thing.get("name") == INDICATOR]
    return figures[0], verify.wait()


def objects(value):
    """All objects in a JSON value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from objects(inner)


def play(program, archive, number, chance):
    """One round; gives the typist when the process is dead."""
    process = subprocess.Popen([program, "--archive", archive, "--alone"], stderr=subprocess.DEVNULL)
    typist = Typist(process, number)
    try:
        typist.prepare()
        threading.Timer(chance.uniform(0.3, 6.0), lambda: process.send_signal(signal.SIGKILL)).start()
        typist.type(chance)
    finally:
        process.kill()
        process.wait()
    return typist


def problem(tool, archive, played, before):
    """What is wrong with an archive after a round, nothing where all is well; and the figure that it has."""
    figure, code = actual(tool, archive)
    allowed = [played["shown"] or before, *played["sent"]]
    if code != 0:
        return f"verify ended with {code}", figure
    return "" if figure in allowed else f"there is {figure}, not one of {allowed}", figure


def play_apart(program, archive, number, seed):
    """One round in a session of its own; what the typist saw."""
    # Through a file, not a pipe: the registry of the session inherits a pipe, and may hold it open after the round.
    with tempfile.NamedTemporaryFile(mode="r", suffix=".json") as seen:
        words = [sys.executable, __file__, "round", program, archive, str(number), str(seed), seen.name]
        subprocess.run(["dbus-run-session", "--", *words], check=True, timeout=600)
        return json.load(seen)


def round_alone(program, archive, number, seed, output):
    """Plays one round and writes what the typist saw."""
    Atspi.set_timeout(3000, 15000)
    typist = play(program, archive, int(number), random.Random(int(seed)))
    seen = {"number": typist.number, "fields": typist.fields, "shown": typist.shown, "sent": typist.sent}
    with open(output, "w") as file:
        json.dump(seen, file)


def main():
    if sys.argv[1] == "round":
        return round_alone(*sys.argv[2:7])
    program, tool, archive, rounds, seed = sys.argv[1:4] + [int(text) for text in sys.argv[4:6]]
    number, fields, bad, idle = 100000, 0, 0, 0
    figure = actual(tool, archive)[0]
    for turn in range(rounds):
        played = play_apart(program, archive, number, seed * 1000 + turn)
        wrong, figure = problem(tool, archive, played, figure)
        number = played["number"]
        fields += played["fields"]
        idle += played["fields"] == 0
        if wrong:
            bad += 1
            print(f"round {turn + 1}: {wrong}", flush=True)
        elif turn % 10 == 9:
            print(f"{turn + 1} rounds, {fields} fields, {bad} bad", flush=True)
    print(f"kills while typing: {rounds} rounds, {fields} fields left, {idle} rounds without one, {bad} bad", flush=True)
    sys.exit(1 if bad or fields == 0 else 0)


if __name__ == "__main__":
    main()
