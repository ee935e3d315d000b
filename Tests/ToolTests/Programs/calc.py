#!/usr/bin/python3
"""Fills in a template with LibreOffice Calc as a person does, and saves it in several formats.

    calc.py FILE OUT.ods OUT.xlsx OUT.csv…    the format is that of the name; prints {"types": …} of the first row
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


def prop(name, value):
    return PropertyValue(Name=name, Value=value)


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


def main(path, outputs):
    with tempfile.TemporaryDirectory() as home:
        pipe = f"barometro{os.getpid()}"
        process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{home}/profile",
             f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            context = connect(pipe, process)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            document = desktop.loadComponentFromURL("file://" + os.path.abspath(path), "_blank", 0,
                                                    (prop("Hidden", True),))
            sheet = document.Sheets.getByIndex(1)
            head = next(r for r in range(20) if sheet.getCellByPosition(0, r).String == "Linea strategica")
            names = {}
            while sheet.getCellByPosition(len(names), head).String:
                names[sheet.getCellByPosition(len(names), head).String] = len(names)
            actual = next(c for n, c in names.items() if n.startswith("Consuntivo"))
            row = head + 1
            facts = {"protected": sheet.isProtected(), "locked": sheet.getCellByPosition(0, row).CellProtection.IsLocked,
                     "open": not sheet.getCellByPosition(actual, row).CellProtection.IsLocked,
                     "hidden": not sheet.Columns.getByIndex(names["Chiave Barometro"]).IsVisible,
                     "validations": []}
            facts["names"] = []
            while sheet.getCellByPosition(names["Chiave Barometro"], row).String:
                facts["names"].append(sheet.getCellByPosition(names["Indicatore"], row).String)
                cell = sheet.getCellByPosition(actual, row)
                facts["validations"].append(str(cell.Validation.Type.value))
                # As typed into the cell, in the language of the program.
                cell.setFormula(str(100.5 + row - head - 1))
                sheet.getCellByPosition(names["Note"], row).setString(f"riga {row - head - 1}")
                row += 1
            facts["rows"] = row - head - 1
            document.CurrentController and document.CurrentController.setActiveSheet(sheet)
            for out in outputs:
                values = [prop("FilterName", FILTERS[out.rsplit(".", 1)[1]])]
                if out.endswith(".csv"):
                    # Semicolons, UTF-8, the second sheet.
                    values.append(prop("FilterOptions", "59,34,76,1,,0,false,true,false,false,false,2"))
                document.storeToURL("file://" + os.path.abspath(out), tuple(values))
            document.close(True)
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
