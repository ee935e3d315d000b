"""How long a person waits in the window: from a key to the picture, read from the memory of a display of its own.

window.py PROGRAM ARCHIVE [--times N]: run it in `dbus-run-session`, on a copy of an archive, which is changed. Prints the
start (the first picture, the last change, memory), then for each kind of key the milliseconds to the first and to the
last change of the picture, and how long the program's main loop was held by one turn. Asserts nothing.
"""

import argparse
import ctypes
import mmap
import os
import re
import struct
import subprocess
import sys
import tempfile
import time

X11 = ctypes.CDLL("libX11.so.6")
XTEST = ctypes.CDLL("libXtst.so.6")
X11.XOpenDisplay.restype = ctypes.c_void_p
X11.XKeysymToKeycode.restype = ctypes.c_ubyte
X11.XStringToKeysym.restype = ctypes.c_ulong
SIZE = (1280, 1024)
QUIET = 0.25  # seconds without a change end what is measured


class Display:
    """An Xvfb whose picture lies in memory that this process reads."""

    def __init__(self):
        self.folder = tempfile.mkdtemp()
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-fbdir", self.folder,
             "-noreset", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        self.name = ":" + os.fdopen(read).readline().strip()
        self.handle = ctypes.c_void_p(X11.XOpenDisplay(self.name.encode()))
        with open(os.path.join(self.folder, "Xvfb_screen0"), "rb") as file:
            self.memory = memoryview(mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ))
        fields = struct.unpack(">25I", self.memory[:100])
        self.line = fields[12]
        self.start = fields[0] + fields[19] * 12

    def picture(self):
        """Every fourth line of the picture."""
        lines = range(self.start, self.start + self.line * SIZE[1], self.line * 4)
        return b"".join(self.memory[line:line + self.line] for line in lines)

    def key(self, names):
        """Presses keys together."""
        codes = [X11.XKeysymToKeycode(self.handle, X11.XStringToKeysym(name.encode())) for name in names.split("+")]
        for code in codes:
            XTEST.XTestFakeKeyEvent(self.handle, code, 1, 0)
        for code in reversed(codes):
            XTEST.XTestFakeKeyEvent(self.handle, code, 0, 0)
        X11.XFlush(self.handle)

    def click(self, x, y):
        """Moves the pointer there and presses its first button."""
        XTEST.XTestFakeMotionEvent(self.handle, -1, x, y, 0)
        X11.XFlush(self.handle)
        time.sleep(0.3)
        XTEST.XTestFakeButtonEvent(self.handle, 1, 1, 0)
        XTEST.XTestFakeButtonEvent(self.handle, 1, 0, 0)
        X11.XFlush(self.handle)

    def changes(self, act, patience=30.0, quiet=QUIET):
        """Acts; the milliseconds to the first and to the last change of the picture."""
        before = self.picture()
        start = time.monotonic()
        act()
        first = last = None
        while True:
            now = time.monotonic()
            picture = self.picture()
            if picture != before:
                before, last = picture, now
                first = first or now
            if now - (last or start + patience - quiet) > quiet:
                break
            time.sleep(0.001)
        return tuple(None if moment is None else (moment - start) * 1000 for moment in (first, last))

    def close(self):
        self.server.terminate()


class Holds:
    """How long single turns of a program's main loop took: the time between two waits for more than one file."""

    LINE = re.compile(r"^(\d+\.\d+) p?poll\(\[\{.*?\}, \{.*= .*<(\d+\.\d+)>$")

    def __init__(self, process):
        self.file = tempfile.NamedTemporaryFile("r")
        self.tracer = subprocess.Popen(
            ["strace", "-p", str(process), "-ttt", "-T", "-e", "trace=poll,ppoll", "-o", self.file.name],
            stderr=subprocess.DEVNULL)
        time.sleep(0.5)

    def longest(self):
        """The longest turn since the last call, in milliseconds."""
        time.sleep(0.05)
        turns, end = [0.0], None
        for line in self.file.read().splitlines():
            if found := self.LINE.match(line):
                begin, took = float(found[1]), float(found[2])
                if end is not None:
                    turns.append((begin - end) * 1000)
                end = begin + took
        return max(turns)

    def close(self):
        self.tracer.terminate()


def told(name, values, unit="ms"):
    values = sorted(value for value in values if value is not None)
    if not values:
        return print(f"{name:34} nothing changed")
    at = lambda part: values[min(len(values) - 1, int(len(values) * part))]
    print(f"{name:34} median {at(0.5):7.1f}  p99 {at(0.99):7.1f}  max {values[-1]:7.1f} {unit}  ({len(values)})", flush=True)


def memory_of(process):
    """Resident memory, and what is not shared with other programs, in MB."""
    with open(f"/proc/{process}/smaps_rollup") as file:
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in file if line.count(":") == 1}
    return sizes["Rss"] / 1024, (sizes["Private_Clean"] + sizes["Private_Dirty"]) / 1024


def measure(display, holds, name, acts):
    """Does each of the acts and tells how long they took."""
    first, last, held = [], [], []
    holds.longest()
    for act in acts:
        changed = display.changes(act)
        first.append(changed[0])
        last.append(changed[1])
        held.append(holds.longest())
    told(name + ": first change", first)
    told(name + ": last change", last)
    told(name + ": longest turn", held)


def keys(display, *names):
    """Presses keys one after another, each when the picture rests."""
    for name in names:
        display.changes(lambda: display.key(name), patience=0.4, quiet=0.12)


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("program")
    asked.add_argument("archive")
    asked.add_argument("--times", type=int, default=20)
    asked.add_argument("--picture", help="where the window's picture is put at the end")
    asked.add_argument("--nice", type=int, default=0)
    asked = asked.parse_args()
    display = Display()
    os.nice(asked.nice)
    environment = os.environ | {"DISPLAY": display.name, "GDK_BACKEND": "x11", "GSETTINGS_BACKEND": "memory"}
    process = None

    def start():
        nonlocal process
        process = subprocess.Popen([asked.program, "--archive", asked.archive, "--alone"], env=environment)

    try:
        first, last = display.changes(start, quiet=2.0)
        print(f"start: first picture {first:.0f} ms, last change {last:.0f} ms", flush=True)
        print("memory: {:.0f} MB resident, {:.0f} MB of its own".format(*memory_of(process.pid)), flush=True)
        for number in "1234567890":
            page = display.changes(lambda: display.key(f"Alt_L+{number}"), quiet=1.0)
            print(f"page {number}: first picture {page[0] or 0:.0f} ms, last change {page[1] or 0:.0f} ms", flush=True)
        print("memory: {:.0f} MB resident, {:.0f} MB of its own".format(*memory_of(process.pid)), flush=True)
        keys(display, "Alt_L+3")
        holds = Holds(process.pid)

        def typed(number):
            keys(display, "F2", "Control_L+a", *str(100 + number * 7))
            return lambda: display.key("Return")

        measure(display, holds, "edit", (typed(number) for number in range(asked.times)))
        measure(display, holds, "undo", (lambda: display.key("Control_L+z") for _ in range(asked.times)))
        measure(display, holds, "down", (lambda: display.key("Down") for _ in range(asked.times)))
        measure(display, holds, "page down", (lambda: display.key("Next") for _ in range(asked.times)))
        keys(display, "Control_L+f")
        letters = ["i", "n", "d", "space", "7", "7", "BackSpace", "BackSpace", "BackSpace", "BackSpace", "BackSpace", "BackSpace"]
        measure(display, holds, "search", (lambda letter=letter: display.key(letter) for letter in letters))
        heads = [(700, 112), (700, 112), (780, 112), (780, 112), (400, 112), (400, 112)]
        measure(display, holds, "sort", (lambda head=head: display.click(*head) for head in heads))
        holds.close()
        if asked.picture:
            subprocess.run(["import", "-display", display.name, "-window", "root", asked.picture])
    finally:
        if process and process.poll() is None:
            process.kill()
        display.close()


if __name__ == "__main__":
    sys.exit(main())
