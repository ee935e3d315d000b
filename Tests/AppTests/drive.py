"""Uses the window as a person does: by keyboard, and reading it as a screen reader does (AT-SPI).

drive.py PROGRAM TOOL ARCHIVE OUTPUT: opens the sample, changes an actual, sees the score follow, takes it back, takes a
template that Calc filled in, goes from a finding to its field, exports a PDF. Prints a line for each step; exit code 0
where all of them were seen.
"""

import os
import shutil
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 120.0  # for a step; a machine that does other things beside takes that long


def every(thing):
    """The thing and all that is in it; what is hidden, without what is in it."""
    return (here for here, _ in stated(thing))


def stated(thing, depth=0):
    """The same, each with its states: every question is a message to the program and back."""
    if thing is None or depth > 40:
        return
    thing.clear_cache()  # without a main loop nobody else tells what has changed
    states = thing.get_state_set()
    yield thing, states
    if depth > 0 and not states.contains(Atspi.StateType.VISIBLE):
        return
    for index in range(thing.get_child_count()):
        yield from stated(thing.get_child_at_index(index), depth + 1)


def is_visible(thing):
    return thing.get_state_set().contains(Atspi.StateType.VISIBLE)


def find(root, role, text, exact=False):
    """The first visible thing of a role whose name holds the text."""
    for thing, states in stated(root):
        if thing.get_role_name() != role or not states.contains(Atspi.StateType.VISIBLE):
            continue
        name = thing.get_name() or ""
        if name == text if exact else text in name:
            return thing
    return None


def program_of(number):
    """The program of a process. Others are not even asked for their name: the test that waits for us would not answer."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for index in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(index)
        if program and program.get_process_id() == number:
            return program
    return None


def texts(root):
    """The names of all that is visible."""
    return {thing.get_name() for thing, states in stated(root) if states.contains(Atspi.StateType.VISIBLE)}


def wait(what, look):
    """What `look` finds within the patience of a test; fails with what was waited for."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = look()
        except Exception:  # the tree changes while it is read
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise SystemExit(f"not seen within {PATIENCE:.0f} s: {what}")


def key(*names, rest=0.15):
    for name in names:
        subprocess.run(["xdotool", "key", "--clearmodifiers", name], check=True)
        time.sleep(rest)


def write(text):
    subprocess.run(["xdotool", "type", "--delay", "15", text], check=True)
    time.sleep(0.15)


def open_page(window, keys, title):
    """Goes to a page by keyboard and waits until it is shown."""
    key(keys)
    return wait(f"the page {title}", lambda: find(window, "panel", title, exact=True))


def done(step):
    print("seen:", step, flush=True)


def focused(root):
    """What has the keyboard."""
    for thing, states in stated(root):
        if states.contains(Atspi.StateType.FOCUSED):
            return thing
    return None


def press(window, name):
    """Presses a button once."""
    button = wait(f"the button {name}", lambda: find(window, "push button", name))
    wait(f"the button {name} to be allowed", lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE))
    Atspi.Action.do_action(button, 0)


def template_comes_back(window, tool, archive, folder):
    """A template that Calc filled in comes back by two clicks: what it says anew is taken, though each had an actual."""
    template, filled = folder + "/modello.xlsx", folder + "/compilato.ods"
    subprocess.run([tool, "template", "actuals", "--year", "2025", "--archive", archive, "-o", template], check=True)
    calc = os.path.join(os.path.dirname(__file__), "../ToolTests/Programs/calc.py")
    subprocess.run(["/usr/bin/python3", calc, "fill", template, filled], check=True, stdout=subprocess.DEVNULL)
    page = open_page(window, "alt+9", "Importa")
    press(page, "Scegli i file")
    wait("the dialog of files", lambda: windows(window.get_process_id()) > 1)
    time.sleep(2)  # until its field has the keyboard
    key("ctrl+a")
    write(filled)
    key("Return")
    wait("what was understood", lambda: any("33 indicatori" in text for text in texts(page)))
    told = lambda word: any(text.startswith(word) for text in texts(page))
    wait("values told as newer", lambda: told("Aggiornato: ") and not told("In conflitto"))
    press(page, "Acquisisci")
    page = open_page(window, "alt+3", "Indicatori")
    key("ctrl+f", "ctrl+a")
    write("alberi censiti")
    wait("the figure that Calc wrote", lambda: any(text.endswith(",5") for text in texts(page)))
    assert "3.724" not in texts(page), "the former actual is still there"
    done("a template filled in by Calc comes back by two clicks")
    key("ctrl+z")
    wait("the undo of the import", lambda: any("Annullato: Importazione" in text for text in texts(window)))
    page = open_page(window, "alt+3", "Indicatori")
    wait("the former actual", lambda: "3.724" in texts(page))
    done("undo takes the whole template back")


def wheel_turns_the_page(page):
    """Over a table that is in sight as a whole the wheel moves the page around it."""
    table = wait("the indicators of the objective", lambda: find(page, "tree table", "Indicatori", exact=True))
    before = Atspi.Component.get_extents(table, Atspi.CoordType.WINDOW)
    place = [str(before.x + before.width // 3), str(before.y + before.height // 2)]
    subprocess.run(["xdotool", "mousemove", *place, "click", "5", "click", "5"], check=True)
    wait("the page moved", lambda: top_of(table) < before.y)
    done("the wheel over a short table moves the page")


def a_row_that_is_filtered_out_gives_its_focus_on(window):
    """Where the row with the focus leaves the filter, the one in its place has the focus, and that is told."""
    page = open_page(window, "alt+3", "Indicatori")
    to_states = ["ctrl+f", "ctrl+a", "BackSpace", "Tab", "Tab", "Tab", "Tab", "space"]
    key(*to_states, "Down", "Down", "Return")
    wait("the indicators that have a score", lambda: "30 di 33" in texts(page))
    key("ctrl+f", "Return")
    wait("the focus in the actual", lambda: focused(page).get_name() == "3.724")
    hear_focus("41", lambda: key("Delete"))
    assert focused(page).get_name() == "41", focused(page).get_name()
    key("ctrl+z")
    wait("the row again", lambda: "3.724" in texts(page))
    key(*to_states, "Home", "Return")
    wait("all indicators", lambda: "30 di 33" not in texts(page))
    done("a row that is filtered out gives its focus to the one in its place")


def hear_focus(name, act):
    """Does `act` and waits until it is told that something of this name has got the keyboard."""
    heard = []
    listener = Atspi.EventListener.new(lambda event: event.detail1 and heard.append(event.source.get_name()))
    listener.register("object:state-changed:focused")
    act()

    def is_told():
        while GLib.MainContext.default().iteration(False):
            pass
        return name in heard

    wait(f"the focus told of {name}", is_told)
    listener.deregister("object:state-changed:focused")


def top_of(thing):
    thing.clear_cache()
    return Atspi.Component.get_extents(thing, Atspi.CoordType.WINDOW).y


def drive(window, tool, archive, output):
    page = open_page(window, "alt+3", "Indicatori")
    key("ctrl+f")
    wait("the focus in the search", lambda: focused(page).get_role_name() in ("text", "entry"))
    write("alberi censiti")
    wait("the indicator alone in the table", lambda: {"1 di 33", "3.724", "100 %"} <= texts(page))
    done("the search leaves one indicator")

    key("Return")
    wait("the focus in the cell of the actual", lambda: focused(page).get_name() == "3.724")
    key("F2", "ctrl+a")
    write("1750")
    key("Return")
    wait("the achievement of 50 %", lambda: {"1750", "50 %"} <= texts(page))
    done("a typed actual changes the score")

    key("ctrl+z")
    wait("the former achievement", lambda: {"3.724", "100 %"} <= texts(page))
    done("undo brings actual and score back")

    page = open_page(window, "ctrl+h", "Cronologia")
    wait("the undo as a moment of its own", lambda: "annullamento" in texts(page))
    wait("what it changed", lambda: {"1750", "3.724"} <= texts(page))
    done("the history of the indicator tells the edit and its undo")
    a_row_that_is_filtered_out_gives_its_focus_on(window)

    if shutil.which("soffice") and subprocess.run(["/usr/bin/python3", "-c", "import uno"]).returncode == 0:
        template_comes_back(window, tool, archive, os.path.dirname(output))
    else:
        print("SKIPPED: LibreOffice Calc or python3-uno is not there", flush=True)

    page = open_page(window, "alt+7", "Verifiche")
    wait("the finding", lambda: find(page, "table cell", "«242»"))
    wait("the focus on the finding", lambda: "«242»" in focused(page).get_name() or key("Down"))
    key("Return")
    page = wait("the page of the plan", lambda: find(window, "panel", "Piano", exact=True))
    wait("the objective's form", lambda: {"Alberi censiti", "3.724"} <= texts(page))
    done("a finding leads to its indicator")
    wheel_turns_the_page(page)

    page = open_page(window, "alt+8", "Allegati")
    export = wait("the button that exports", lambda: find(page, "push button", "Esporta PDF"))
    wait("the pages", lambda: find(page, "image", "Pagina 1 di") and export)
    Atspi.Action.do_action(export, 0)
    wait("the dialog of files", lambda: windows(window.get_process_id()) > 1)
    time.sleep(2)  # until its field has the keyboard
    key("ctrl+a")
    write(output)
    key("Return")
    wait("the PDF", lambda: os.path.exists(output) and open(output, "rb").read(5) == b"%PDF-")
    done("the PDF is on disk")


def ends_when_asked(process, window):
    """The system asks the program to end, at logout for instance, though the printer's dialog waits for an answer."""
    wait("the window alone", lambda: windows(process.pid) == 1)
    button = wait("the button that prints", lambda: find(window, "push button", "Stampa"))
    try:
        Atspi.Action.do_action(button, 0)
    except Exception:  # the answer comes when the dialog is closed
        pass
    wait("the printer's dialog", lambda: windows(process.pid) > 1)
    process.terminate()
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        time.sleep(0.1)
    if process.poll() != 0:
        raise SystemExit(f"asked to end, the program gave {process.poll()}")
    done("asked to end, the program ends though a dialog is open")


def windows(number):
    """How many windows the program shows, by the display: the accessibility bus may still name one that is gone."""
    search = ["xdotool", "search", "--onlyvisible", "--pid", str(number)]
    return len(subprocess.run(search, capture_output=True, text=True).stdout.split())


def main():
    Atspi.set_timeout(3000, 15000)
    program, tool, archive, output = sys.argv[1:5]
    process = subprocess.Popen([program, "--archive", archive, "--alone"])
    try:
        window = wait("the window", lambda: find(program_of(process.pid), "frame", "Comune di Valdoria"))
        done("the window is open on the sample")
        drive(window, tool, archive, output)
        ends_when_asked(process, window)
    finally:
        if process.poll() is None:
            process.kill()


if __name__ == "__main__":
    main()
