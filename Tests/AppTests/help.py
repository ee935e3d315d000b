"""Opens the manual on a screen, with a browser that only notes what it is to show, and the help in short.

help.py PROGRAM ARCHIVE FOLDER: F1 on a screen opens its page of the manual; Shift+F1 shows the help in short, which leads
there too; without a browser F1 shows the help in short, which says so. Exit code 0 where all of it was seen.
"""

import os
import pathlib
import subprocess
import sys

from drive import Atspi, done, find, key, program_of, wait

ENTRY = """[Desktop Entry]
Type=Application
Name=Browser
Exec={script} %u
MimeType=text/html;x-scheme-handler/file;
"""


def browser(folder):
    """Makes a browser the one of this desktop; gives the file in which it notes what it was to show."""
    shown, script = folder / "shown", folder / "browser"
    script.write_text(f'#!/bin/sh\necho "$1" >>"{shown}"\n')
    script.chmod(0o755)
    (folder / "applications").mkdir()
    (folder / "applications/browser.desktop").write_text(ENTRY.format(script=script))
    (folder / "mimeapps.list").write_text("[Default Applications]\ntext/html=browser.desktop\n")
    return shown


def run(arguments, environment, steps):
    """Runs the program while the steps are taken."""
    process = subprocess.Popen(arguments, env=environment)
    try:
        program = wait("the window", lambda: program_of(process.pid))
        wait("the window's frame", lambda: find(program, "frame", "Comune di Valdoria"))
        steps(program)
    finally:
        process.terminate()
        process.wait(timeout=20)


def page_of(program, number, title):
    """Goes to a screen by keyboard."""
    key(f"alt+{number}")
    wait(f"the page {title}", lambda: find(program, "panel", title, exact=True))


def help_in_short(program, title):
    """The window of the help in short, open on a topic."""
    frame = wait("the help", lambda: find(program, "frame", "Aiuto"))
    wait("its topic", lambda: find(frame, "heading", title, exact=True))
    return frame


def main():
    Atspi.set_timeout(3000, 15000)
    folder = pathlib.Path(sys.argv[3])
    arguments = [sys.argv[1], "--archive", sys.argv[2], "--alone"]
    shown = browser(folder)
    environment = dict(os.environ, XDG_CONFIG_HOME=str(folder), XDG_DATA_HOME=str(folder))

    def has_shown(page):
        return shown.exists() and shown.read_text().rstrip().endswith(f"/manuale/{page}.html")

    def opens(program):
        for number, title, page in [(8, "Allegati", "allegati"), (3, "Indicatori", "consuntivare")]:
            page_of(program, number, title)
            key("F1")
            wait(page, lambda: has_shown(page))
            done(f"the manual on {title}")
        page_of(program, 7, "Verifiche")
        key("shift+F1")
        help_in_short(program, "Verifiche")
        key("alt+m")
        wait("verifiche", lambda: has_shown("verifiche"))
        done("the help in short leads to the manual")

    run(arguments, environment, opens)

    empty = folder / "empty"
    empty.mkdir()
    # Files have their types all the same: pictures are not loaded without.
    (empty / "mime").symlink_to("/usr/share/mime")
    bare = dict(environment, XDG_CONFIG_HOME=str(empty), XDG_DATA_HOME=str(empty), XDG_DATA_DIRS=str(empty))

    def says(program):
        page_of(program, 7, "Verifiche")
        key("F1")
        frame = help_in_short(program, "Verifiche")
        wait("the reason", lambda: find(frame, "label", "verifiche.html non si può aprire"))
        done("without a browser the help says so")

    run(arguments, bare, says)


if __name__ == "__main__":
    main()
