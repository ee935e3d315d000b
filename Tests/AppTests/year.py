"""A year by keyboard alone, from the first start to the report that is kept as it was approved.

year.py PROGRAM FOLDER: begins without an archive, makes one in FOLDER, writes organisation and plan, types targets and
actuals, reads the score, freezes the report and locks the year. Prints a line for each step; exit code 0 where all of
them were seen.
"""

import json
import os
import subprocess
import sys
import time

from drive import Atspi, done, find, focused, key, program_of, texts, wait, write

MUNICIPALITY = "Comune di Prova"


def name_of(thing):
    """The name of a thing, also where another thing names it."""
    if thing is None:
        return ""
    if thing.get_name():
        return thing.get_name()
    for relation in thing.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY and relation.get_n_targets():
            return relation.get_target(0).get_name() or ""
    return ""


def tab_to(window, name, limit=60, step="Tab"):
    """Goes by Tab to the control of a name."""
    here = focused(window())
    for _ in range(limit):
        if here is not None and name in name_of(here):
            return here
        key(step, rest=0)
        here = moved(window, here)
    raise SystemExit(f"not reached by {step}: {name}; last: {name_of(here)}")


def moved(window, before, patience=5):
    """What has the keyboard once it is somewhere else."""
    end = time.monotonic() + patience
    here = None
    while time.monotonic() < end:
        here = focused(window())
        if here is not None and here != before:
            break
        time.sleep(0.05)
    return here


class Year:
    def __init__(self, program, folder):
        self.process = subprocess.Popen([program, "--alone", "--author", "Ufficio"])
        self.folder = folder

    def window(self, title=None):
        return find(program_of(self.process.pid), "frame", title or MUNICIPALITY)

    def page(self, name):
        return wait(f"the page {name}", lambda: find(self.window(), "panel", name, exact=True))

    def begin(self):
        wait("the first window", lambda: self.window("Barometro"))
        tab_to(lambda: self.window("Barometro"), "Nuovo archivio")
        key("Return")
        dialog = wait("the dialog of a new archive", lambda: self.window("Nuovo archivio"))
        write(MUNICIPALITY)
        tab_to(lambda: dialog, "Anno del primo piano")
        key("ctrl+a", "Delete", "Return")
        if find(program_of(self.process.pid), "push button", "Crea"):
            raise SystemExit("a year that is none was taken")
        key("ctrl+a")
        write("2026")
        key("Return")
        wait("the dialog of folders", lambda: find(program_of(self.process.pid), "push button", "Crea"))
        key("ctrl+l", "ctrl+a")
        write(self.folder)
        key("Return")
        wait("the new archive", lambda: self.window())
        done("a new archive is open")

    def organise(self):
        key("alt+6")
        page = self.page("Organizzazione")
        tab_to(self.window, "Nuovo settore")
        key("Return")
        self.fill("Settore", "Lavori pubblici")
        wait("the sector in the list", lambda: find(page, "table cell", "Lavori pubblici"))
        done("a sector is there")

    def plan(self):
        key("alt+2")
        page = self.page("Piano")
        for keys, field, title in [
            ("ctrl+Insert", "Titolo", "Una città per tutti"),
            ("shift+Insert", "Titolo", "Servizi vicini"),
            ("Insert", "Titolo", "Aprire lo sportello"),
        ]:
            key("alt+2", keys)
            self.fill(field, title)
            wait(title, lambda: find(page, "table cell", title))
        tab_to(self.window, "Settore")
        self.fill("Settore", "Lavori pubblici")
        tab_to(self.window, "Responsabile")
        self.fill("Responsabile", "Prima persona")
        done("a plan is there: line, strategic objective, objective")

    def service(self):
        key("alt+4")
        self.page("Servizi")
        wait("the focus on what begins", lambda: "Nuovo servizio" in name_of(focused(self.window())))
        key("Insert")
        self.fill("Servizio", "Biblioteca")
        wait("the service", lambda: find(self.page("Servizi"), "table cell", "Biblioteca"))
        key("alt+2")
        self.page("Piano")
        done("the first service is begun by a key")

    def indicators(self):
        for name, target, weight in [("Sportelli", "4", "40"), ("Pratiche", "1000", "30"), ("Ore", "30", "30")]:
            tab_to(self.window, "Nuovo indicatore")
            # Without a pause, as who knows the keys types.
            subprocess.run(["xdotool", "key", "--delay", "0", "Return", *name], check=True)
            for text in [target, None, weight]:
                key("Tab")
                if text:
                    write(text)
            key("Return")
        done("three indicators are there")

    def actuals(self):
        key("alt+3")
        page = self.page("Indicatori")
        wait("the focus in a cell", lambda: focused(page).get_role_name() == "table cell")
        for text in ["4", "900", "33"]:
            write(text)
            key("Return")
        wait("the percentages", lambda: {"100 %", "90 %"} <= texts(page))
        key("alt+1")
        wait("the score of the year", lambda: "97,00" in texts(self.page("Quadro")))
        done("the actuals make the score of the year")

    def value(self):
        key("alt+2")
        page = self.page("Piano")
        tab_to(self.window, "% valutata")
        write("95")
        key("Tab")
        wait("the focus in the reason", lambda: "Motivo" in name_of(focused(self.window())))
        write("Sportello aperto in ritardo")
        key("Return")
        wait("the calculated percentage beside it", lambda: any("Calcolata: 100 %" in text for text in texts(page)))
        wait("no question for the reason", lambda: not any("Scrivere il motivo" in text for text in texts(page)))
        done("a percentage is valued by hand, with its reason")

    def freeze(self):
        key("alt+8")
        page = self.page("Allegati")
        wait("the focus on what to print", lambda: focused(page).get_role_name() in ("combo box", "push button", "toggle button"))
        key("space", "End", "Return")
        wait("the pages of the report", lambda: "Relazione" in name_of(focused(page)) or find(page, "label", "Relazione sulla performance"))
        tab_to(self.window, "Congela come pubblicato")
        key("Return")
        wait("the dialog of the act", lambda: find(program_of(self.process.pid), "frame", "Congela come pubblicato"))
        for text in ["Giunta", "1", "31/3/2027"]:
            write(text)
            key("Tab")
        key("space", "shift+Tab", "Return")
        wait("the frozen report", lambda: "Giunta" in " ".join(texts(page)))
        wait("the year locked", lambda: find(self.window(), "label", "bloccato", exact=True))
        done("the report is frozen and the year locked")

    def close(self):
        key("F10")
        wait("the menu", lambda: find(self.window(), "menu item", "Esci"))
        key("ctrl+q")
        end = time.monotonic() + 20
        while self.process.poll() is None and time.monotonic() < end:
            time.sleep(0.2)
        if self.process.poll() != 0:
            raise SystemExit(f"the program ended with {self.process.poll()}")
        with open(self.folder + "/archive.json") as file:
            json.load(file)
        frozen = os.listdir(self.folder + "/published/2026")
        if len(frozen) != 1 or "relazione" not in frozen[0]:
            raise SystemExit(f"not the report alone is frozen: {frozen}")
        done("the program is closed and the report is on disk")

    def fill(self, field, text):
        """Writes into the field that has the focus, which has that name."""
        wait(f"the focus in {field}", lambda: field in name_of(focused(self.window())))
        key("ctrl+a")
        write(text)
        key("Return")

def main():
    Atspi.set_timeout(3000, 15000)
    program, folder = sys.argv[1:3]
    os.makedirs(folder, exist_ok=True)
    year = Year(program, folder)
    try:
        year.begin()
        year.organise()
        year.plan()
        year.service()
        year.indicators()
        year.actuals()
        year.value()
        year.freeze()
        year.close()
    finally:
        if year.process.poll() is None:
            year.process.terminate()
            year.process.wait(timeout=20)


if __name__ == "__main__":
    main()
