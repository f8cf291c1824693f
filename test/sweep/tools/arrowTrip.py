"""Reads a table in Arrow's file format, says what it found as JSON, and writes it again."""

import json
import sys

import pyarrow
import pyarrow.ipc

source, target = sys.argv[1:]
with pyarrow.ipc.open_file(source) as reader:
    table = reader.read_all()
table.validate(full=True)


def said(value):
    """JSON has no nought below nought, and no infinity."""
    return repr(value) if isinstance(value, float) else value


json.dump(
    {
        "types": {field.name: str(field.type) for field in table.schema},
        "nulls": {name: table[name].null_count for name in table.column_names},
        "rows": [{name: said(value) for name, value in row.items()} for row in table.to_pylist()],
    },
    sys.stdout,
)
with pyarrow.OSFile(target, "wb") as sink, pyarrow.ipc.new_file(sink, table.schema) as writer:
    writer.write_table(table)
