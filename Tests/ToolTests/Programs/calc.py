#!/usr/bin/python3
"""LibreOffice Calc as a person uses it: fills in templates, and tells what it makes of files.

    calc.py fill FILE OUT.ods OUT.xlsx OUT.csv…    the format is that of the name; prints what it found in the template
    calc.py show FILE…                             every sheet of every file as JSON: cells with their types
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

FILTERS = {"ods": "calc8", "xlsx": "Calc MS Excel 2007 XML", "csv": "Text - txt - csv (StarCalc)"}
DATE, PERCENT, FORMULAS = 2, 128, 16


def prop(name, value):
    return PropertyValue(Name=name, Value=value)


def url(path):
    return "file://" + os.path.abspath(path)


def connect(pipe, process):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            if process.poll() is not None:
                sys.exit("soffice ended")
            time.sleep(0.1)
    sys.exit("soffice does not answer")


def load(desktop, path):
    values = [prop("Hidden", True)]
    if path.endswith(".csv"):
        # As an Italian Calc takes them: semicolons, UTF-8, dates and shares recognised.
        values += [prop("FilterName", FILTERS["csv"]), prop("FilterOptions", "59,34,76,1,,1040,false,true")]
    return desktop.loadComponentFromURL(url(path), "_blank", 0, tuple(values))


def fill(desktop, path, outputs):
    document = load(desktop, path)
    sheet = document.Sheets.getByIndex(1)
    head = next(r for r in range(20) if sheet.getCellByPosition(1, r).String)
    names = {}
    while sheet.getCellByPosition(len(names), head).String:
        names[sheet.getCellByPosition(len(names), head).String] = len(names)
    key = names["Chiave Barometro"]
    years = [n for n in names if n.isdigit()]
    asked = next((c for n, c in names.items() if n.startswith("Consuntivo")), names[max(years)] if years else None)
    said = names.get("Indicatore", names.get("Serie"))
    row = head + 1
    facts = {"protected": sheet.isProtected(), "locked": sheet.getCellByPosition(0, row).CellProtection.IsLocked,
             "open": not sheet.getCellByPosition(asked, row).CellProtection.IsLocked,
             "hidden": not sheet.Columns.getByIndex(key).IsVisible, "validations": [], "names": []}
    while sheet.getCellByPosition(key, row).String:
        facts["names"].append(sheet.getCellByPosition(said, row).String)
        cell = sheet.getCellByPosition(asked, row)
        facts["validations"].append(str(cell.Validation.Type.value))
        # As typed into the cell, in the language of the program.
        cell.setFormula(str(100.5 + row - head - 1))
        if "Note" in names:
            sheet.getCellByPosition(names["Note"], row).setString(f"riga {row - head - 1}")
        row += 1
    facts["rows"] = row - head - 1
    for out in outputs:
        values = [prop("FilterName", FILTERS[out.rsplit(".", 1)[1]])]
        if out.endswith(".csv"):
            # Semicolons, UTF-8, the second sheet.
            values.append(prop("FilterOptions", "59,34,76,1,,0,false,true,false,false,false,2"))
        document.storeToURL(url(out), tuple(values))
    document.close(True)
    return facts


def shown(document, sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    area = sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)
    rows = []
    for number, row in enumerate(area.getDataArray()):
        cells = []
        for column, value in enumerate(row):
            kind = "text" if value != "" else "empty"
            if isinstance(value, float):
                own = sheet.getCellByPosition(column, number).NumberFormat
                form = document.NumberFormats.getByKey(own).Type
                kind = "percent" if form & PERCENT else "date" if form & DATE else "number"
            cells.append([kind, repr(value) if isinstance(value, float) else value])
        rows.append(cells)
    return {"name": sheet.Name, "formulas": len(area.queryContentCells(FORMULAS).RangeAddresses), "rows": rows}


def show(desktop, paths):
    files = []
    for path in paths:
        document = load(desktop, path)
        files.append([shown(document, document.Sheets.getByIndex(i)) for i in range(document.Sheets.Count)])
        document.close(True)
    return files


def main(command, paths):
    with tempfile.TemporaryDirectory() as home:
        pipe = f"barometro{os.getpid()}"
        process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{home}/profile",
             f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            context = connect(pipe, process)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            facts = fill(desktop, paths[0], paths[1:]) if command == "fill" else show(desktop, paths)
            try:
                desktop.terminate()
            except Exception:
                pass
            json.dump(facts, sys.stdout)
            process.wait(timeout=30)
        finally:
            if process.poll() is None:
                process.kill()


main(sys.argv[1], sys.argv[2:])
