#!/usr/bin/python3
"""Looks into a workbook, or fills in a template, with openpyxl.

    workbook.py show FILE           every sheet as JSON: cells with their types, what is frozen, locked, hidden, to choose
    workbook.py fill FILE OUT       what was reached into each row, and a note; sorted by indicator
"""
import datetime
import json
import sys

import openpyxl


def kind(cell):
    if cell.value is None:
        return "empty"
    if isinstance(cell.value, (datetime.date, datetime.datetime)):
        return "date"
    if isinstance(cell.value, (int, float)):
        return "percent" if "%" in cell.number_format else "number"
    return "text"


def show(path):
    sheets = []
    for sheet in openpyxl.load_workbook(path).worksheets:
        sheets.append({
            "name": sheet.title,
            "frozen": sheet.freeze_panes,
            "repeated": sheet.print_title_rows,
            "protected": sheet.protection.sheet,
            "hidden": [k for k, d in sheet.column_dimensions.items() if d.hidden],
            "validations": sorted({v.type for v in sheet.data_validations.dataValidation if v.type}),
            "rows": [[[kind(c), str(c.value), bool(c.protection.locked)] for c in row] for row in sheet.iter_rows()],
        })
    json.dump(sheets, sys.stdout)


def fill(path, out):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    sheet.title = "Dati del settore"
    head = next(r for r in range(1, 20) if sheet.cell(r, 1).value == "Linea strategica")
    names = {c.value: c.column for c in sheet[head] if c.value}
    actual = next(c for n, c in names.items() if n.startswith("Consuntivo"))
    last = max(r for r in range(head + 1, sheet.max_row + 1) if sheet.cell(r, names["Chiave Barometro"]).value)
    rows = [[sheet.cell(r, c).value for c in range(1, len(names) + 1)] for r in range(head + 1, last + 1)]
    for index, row in enumerate(rows):
        row[actual - 1] = 100.5 + index
        row[names["Note"] - 1] = f"riga {index}"
    rows.sort(key=lambda row: str(row[names["Indicatore"] - 1]))
    for index, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.cell(head + 1 + index, column + 1).value = value
    book.save(out)


show(sys.argv[2]) if sys.argv[1] == "show" else fill(sys.argv[2], sys.argv[3])
