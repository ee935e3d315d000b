"""Validates JSON files against the schemas of a folder: validate.py SCHEMAS NAME=FILE…

A file that ends in .jsonl is validated line by line. Exit code 0: all valid; 1: the faults stand on standard output.
"""
import json
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")
import jsonschema


def load_schemas(folder):
    schemas = {path.name: json.loads(path.read_text("utf-8")) for path in folder.glob("*.schema.json")}
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    return schemas


def validator(schemas, name):
    try:
        import referencing
    except ImportError:
        # Debian 12's version looks references up in a store.
        resolver = jsonschema.RefResolver(base_uri=name, referrer=schemas[name], store=schemas)
        return jsonschema.Draft202012Validator(schemas[name], resolver=resolver)
    resources = [(key, referencing.Resource.from_contents(value)) for key, value in schemas.items()]
    registry = referencing.Registry().with_resources(resources)
    return jsonschema.Draft202012Validator(schemas[name], registry=registry)


def main(folder, pairs):
    schemas = load_schemas(pathlib.Path(folder))
    faults = 0
    for pair in pairs:
        name, path = pair.split("=", 1)
        text = pathlib.Path(path).read_text("utf-8")
        texts = text.splitlines() if path.endswith(".jsonl") else [text]
        check = validator(schemas, name + ".schema.json")
        for number, one in enumerate(texts, 1):
            for error in check.iter_errors(json.loads(one)):
                faults += 1
                place = "/".join(str(step) for step in error.absolute_path)
                print(f"{path}:{number}: {place}: {error.message[:200]}")
    return 1 if faults else 0


sys.exit(main(sys.argv[1], sys.argv[2:]))
