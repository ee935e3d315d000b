"""Walks through every page as a screen reader does.

walk.py PROGRAM ARCHIVE: on each page every control has a name that is no name of a class and is spoken once, and cells
say their column; the menu gives the focus back to where it was. Exit code 0 where all of it holds.
"""

import subprocess
import sys
import time

from drive import Atspi, done, every, find, focused, key, program_of, wait

PAGES = [
    "Quadro", "Piano", "Indicatori", "Servizi", "Progetti", "Organizzazione", "Verifiche", "Allegati", "Importa",
    "Cronologia",
]
CONTROLS = {
    "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry", "spin button", "slider",
    "page tab", "list item", "table row", "table", "tree table", "heading", "image", "label", "link", "menu item",
    "password text", "list", "status bar", "row header",
}


def names(thing):
    """The names that a screen reader would say: the thing's own and those of its labels."""
    found = [thing.get_name() or ""]
    for relation in thing.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            found += [relation.get_target(i).get_name() or "" for i in range(relation.get_n_targets())]
    return [name for name in dict.fromkeys(found) if name]


def faults_of(thing):
    """What is wrong with the name of a thing, in words."""
    role, spoken = thing.get_role_name(), names(thing)
    if role == "table cell":
        if "Gtk" in "".join(spoken):
            yield "is called by its class"
        if thing.get_name() and not (thing.get_description() or "").strip() and thing.get_name().strip():
            yield "does not say its column"
        return
    if role not in CONTROLS:
        return
    if not spoken:
        yield "has no name"
    for name in spoken:
        if name.startswith("Gtk"):
            yield "is called by its class"
        half = len(name) // 2
        if "_" in name or len(name) > 4 and name[:half] == name[half + 1 :] and name[half] == " ":
            yield "is spoken twice"
    if spoken and spoken[0] == thing.get_description():
        yield "is described by its name"


def walk(window):
    faults = []
    for number, title in enumerate(PAGES, 1):
        key(f"alt+{number % 10}")
        page = wait(f"the page {title}", lambda: find(window, "panel", title, exact=True))
        time.sleep(0.6)
        count = 0
        for thing in every(window if number == 1 else page):
            count += 1
            for fault in faults_of(thing):
                faults.append(f"{title}: {thing.get_role_name()} {names(thing)} {fault}")
        done(f"{title}: {count} things are named")
    return faults


def menu(window):
    """The menu and its submenu give the focus back."""
    key("alt+3")
    before = wait("a focus", lambda: focused(window))
    name = before.get_name()
    key("F10")
    for _ in range(12):
        if "Anno" in (focused(window).get_name() if focused(window) else ""):
            break
        key("Up")
    key("Return", "Escape")
    wait("the focus where it was", lambda: focused(window).get_name() == name)
    key("Down")
    wait("a focus that moves on", lambda: focused(window).get_name() != name)
    done("the menu gives the focus back")


def main():
    Atspi.set_timeout(3000, 15000)
    process = subprocess.Popen([sys.argv[1], "--archive", sys.argv[2], "--alone"])
    try:
        window = wait("the window", lambda: find(program_of(process.pid), "frame", "Comune di Valdoria"))
        faults = walk(window)
        menu(window)
        if faults:
            raise SystemExit("\n".join(sorted(set(faults))))
    finally:
        process.terminate()
        process.wait(timeout=20)


if __name__ == "__main__":
    main()
