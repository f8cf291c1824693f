"""Writes golden.ipynb: a notebook with everything hard to write, as Jupyter's own nbformat writes it.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install nbformat==5.11.1
    /tmp/venv/bin/python test/kernel/notebook/writeGolden.py
"""

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

cells = [
    new_markdown_cell("# Title\n\nümläut, 😀, \u2028 separator, tab\t, \"quotes\" and \\", id="first"),
    new_raw_cell("", id="empty"),
    new_code_cell("", id="empty-code"),
    new_code_cell(
        "const a = 1\r\nconst b = 2\n",
        id="windows",
        execution_count=3,
        metadata={"tags": ["x", "a"], "10": 1, "9": {"b": [], "a": {}}, "Z": None, "\U0001f600": True, "\uffee": False},
        outputs=[
            new_output("stream", name="stdout", text="10%\r20%\rdone\n\n  last"),
            new_output("stream", name="stderr", text="\x0b\x0c\x1c\x85 odd ends"),
            new_output(
                "execute_result",
                execution_count=3,
                data={
                    "text/plain": "two\nlines",
                    "text/html": "",
                    "application/json": {"text": "not\nsplit", "list": [1, -2.5, 1e100, []]},
                    "application/vnd.vegalite.v5+json": {"mark": "bar"},
                    "image/png": "aGVsbG8=\n",
                    "image/svg+xml": "<svg>\n</svg>",
                },
                metadata={"image/png": {"width": 5}},
            ),
            new_output("display_data", data={"application/json": "a\nplain text"}),
            new_output("error", ename="E", evalue="v\nw", traceback=["a\nb", ""]),
        ],
    ),
]
cells[0]["attachments"] = {"pasted.png": {"image/png": "aGVsbG8="}}
notebook = new_notebook(cells=cells, metadata={"kernelspec": {"name": "ts", "display_name": "TypeScript"}})
notebook.nbformat_minor = 5
nbformat.validate(notebook)
nbformat.write(notebook, Path(__file__).with_name("golden.ipynb"))
