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
for name in ("XDefaultRootWindow", "XCreateSimpleWindow", "XInternAtom"):
    getattr(X11, name).restype = ctypes.c_ulong
SIZE = (1280, 1024)
# What goes on moving after an answer is there is no part of it: the cursor of a field, the scroll bar that fades.
CALM = "[Settings]\ngtk-cursor-blink=false\ngtk-overlay-scrolling=false\n"
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
        self.claim_to_be_managed()
        with open(os.path.join(self.folder, "Xvfb_screen0"), "rb") as file:
            self.memory = memoryview(mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ))
        fields = struct.unpack(">25I", self.memory[:100])
        self.line = fields[12]
        self.start = fields[0] + fields[19] * 12

    def claim_to_be_managed(self):
        """Says that there is a window manager, as on every desktop: where none is, GTK asks for one many times a frame."""
        root = ctypes.c_ulong(X11.XDefaultRootWindow(self.handle))
        window = ctypes.c_ulong(X11.XCreateSimpleWindow(self.handle, root, -9, -9, 1, 1, 0, *[ctypes.c_ulong(0)] * 2))
        name = ctypes.c_ulong(X11.XInternAtom(self.handle, b"_NET_SUPPORTING_WM_CHECK", 0))
        for holder in (root, window):
            X11.XChangeProperty(self.handle, holder, name, ctypes.c_ulong(33), 32, 0, ctypes.byref(window), 1)
        X11.XFlush(self.handle)

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

    def point(self, x, y):
        """Moves the pointer there, and waits until the picture rests."""
        self.changes(
            lambda: XTEST.XTestFakeMotionEvent(self.handle, -1, x, y, 0) and X11.XFlush(self.handle), patience=0.5)

    def click(self):
        """Presses the pointer's first button."""
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


class Turns:
    """How long single turns of a program's main loop take: from the end of a wait for several files to the next one."""

    EVENT = re.compile(r"(\d+\.\d+): +syscalls:sys_(enter|exit)_poll:(?:.*nfds: (0x[0-9a-f]+))?")

    def __init__(self, process):
        self.file = tempfile.mktemp()
        self.recorder = subprocess.Popen(
            ["perf", "record", "-q", "-k", "CLOCK_MONOTONIC", "-t", str(process), "-o", self.file,
             "-e", "syscalls:sys_enter_poll,syscalls:sys_exit_poll"])
        time.sleep(1)

    def all(self):
        """Begin and length in seconds of each turn, once the recording is over."""
        self.recorder.send_signal(2)
        self.recorder.wait()
        script = ["perf", "script", "-i", self.file, "-F", "time,event,trace"]
        turns, begin, files = [], None, 0
        for line in subprocess.run(script, capture_output=True, text=True).stdout.splitlines():
            found = self.EVENT.search(line)
            if not found:
                continue
            moment = float(found[1])
            if found[2] == "enter":
                files = int(found[3], 16)
                if files > 1 and begin is not None:
                    turns.append((begin, moment - begin))
                    begin = None
            elif files > 1:
                begin = moment
        os.remove(self.file)
        return turns


def told(name, values, unit="ms"):
    values = sorted(value for value in values if value is not None)
    if not values:
        return print(f"{name:34} nothing changed")
    at = lambda part: values[min(len(values) - 1, int(len(values) * part))]
    print(f"{name:34} median {at(0.5):7.1f}  p99 {at(0.99):7.1f}  max {values[-1]:7.1f} {unit}  ({len(values)})", flush=True)


def memory_of(process):
    """Resident memory, and what is not shared with other programs, in MB."""
    with open(f"/proc/{process}/smaps_rollup") as file:
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in file if line.endswith("kB\n")}
    return sizes["Rss"] / 1024, (sizes["Private_Clean"] + sizes["Private_Dirty"]) / 1024


def processor_of(process):
    """The milliseconds that the main thread ran: they do not grow where other programs run beside it."""
    with open(f"/proc/{process}/task/{process}/schedstat") as file:
        return int(file.read().split()[0]) / 1e6


def measure(display, process, name, acts):
    """Does each of the acts and tells how long they took."""
    first, last, spans, ran = [], [], [], []
    turns = Turns(process)
    for act in acts:
        begin = time.monotonic()
        before = processor_of(process)
        changed = display.changes(act)
        ran.append(processor_of(process) - before)
        spans.append((begin, begin + (changed[1] or 0) / 1000 + 0.02))
        first.append(changed[0])
        last.append(changed[1])
    turns = turns.all()
    inside = [[length * 1000 for begin, length in turns if span[0] <= begin <= span[1]] for span in spans]
    told(name + ": first change", first)
    told(name + ": last change", last)
    told(name + ": longest turn", [max(lengths, default=0) for lengths in inside])
    told(name + ": all turns together", [sum(lengths) for lengths in inside])
    told(name + ": processor", ran)


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
    asked.add_argument("--only", help="what is measured of edit, undo, down, page, search, sort; all without it")
    asked.add_argument("--pages", help="the pages that are visited before, 0 to 9; without it all, and none with --only")
    asked.add_argument("--profile", help="where perf puts what it records meanwhile")
    asked = asked.parse_args()
    display = Display()
    settings = os.path.join(display.folder, "gtk-4.0")
    os.mkdir(settings)
    with open(os.path.join(settings, "settings.ini"), "w") as file:
        file.write(CALM)
    environment = os.environ | {"DISPLAY": display.name, "GDK_BACKEND": "x11", "GSETTINGS_BACKEND": "memory",
                                "XDG_CONFIG_HOME": display.folder}
    process = None

    def start():
        nonlocal process
        process = subprocess.Popen([asked.program, "--archive", asked.archive, "--alone"], env=environment)

    try:
        first, last = display.changes(start, quiet=2.0)
        print(f"start: first picture {first:.0f} ms, last change {last:.0f} ms", flush=True)
        print("memory: {:.0f} MB resident, {:.0f} MB of its own".format(*memory_of(process.pid)), flush=True)
        for number in ("" if asked.only else "1234567890") if asked.pages is None else asked.pages:
            page = display.changes(lambda: display.key(f"Alt_L+{number}"), quiet=1.0)
            print(f"page {number}: first picture {page[0] or 0:.0f} ms, last change {page[1] or 0:.0f} ms", flush=True)
        for number in "" if asked.only else "1234567890":
            before = processor_of(process.pid)
            page = display.changes(lambda: display.key(f"Alt_L+{number}"), quiet=0.5)
            told(f"page {number} again: processor", [processor_of(process.pid) - before])
        print("memory: {:.0f} MB resident, {:.0f} MB of its own".format(*memory_of(process.pid)), flush=True)
        keys(display, "Alt_L+3")
        recorder = asked.profile and subprocess.Popen(
            ["perf", "record", "-q", "-g", "--call-graph", "fp", "-t", str(process.pid), "-o", asked.profile])

        def typed(number):
            keys(display, "F2", "Control_L+a", *str(100 + number * 7))
            return lambda: display.key("Return")

        def pressed(names):
            return (lambda name=name: display.key(name) for name in names)

        words = ["i", "n", "d", "space", "7", "7"] + ["BackSpace"] * 6
        heads = [(700, 112), (700, 112), (780, 112), (780, 112), (400, 112), (400, 112)]
        kinds = {
            "edit": lambda: (typed(number) for number in range(asked.times)),
            "undo": lambda: pressed(["Control_L+z"] * asked.times),
            "down": lambda: pressed(["Down"] * asked.times),
            "page": lambda: pressed(["Next"] * asked.times),
            "search": lambda: keys(display, "Control_L+f") or pressed(words),
            "sort": lambda: (display.point(*head) or display.click for head in heads),
        }
        for name, acts in kinds.items():
            if asked.only in (None, name):
                measure(display, process.pid, name, acts())
        if recorder:
            recorder.send_signal(2)
            recorder.wait()
        if asked.picture:
            subprocess.run(["import", "-display", display.name, "-window", "root", asked.picture])
    finally:
        if process and process.poll() is None:
            process.kill()
        display.close()


if __name__ == "__main__":
    sys.exit(main())
