"""Runs a notebook of 30 cells with 20 lines each in nbclient, again and again; prints the complete cells of each run."""

import sys

import nbformat
from nbclient import NotebookClient

runs, cells, lines = (int(text) for text in sys.argv[1:4])
for _ in range(runs):
    source = [f"for (let i = 0; i < {lines}; i++) console.log({cell}, i)" for cell in range(cells)]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in source])
    NotebookClient(notebook, kernel_name="genloss", timeout=120).execute()
    complete = 0
    for number, cell in enumerate(notebook.cells):
        wanted = "".join(f"{number} {line}\n" for line in range(lines))
        # On a busy machine one cell's text may come in two messages, which nbclient keeps apart.
        kinds = {(output.output_type, output.get("name")) for output in cell.outputs}
        text = "".join(output.get("text", "") for output in cell.outputs)
        complete += kinds == {("stream", "stdout")} and text == wanted
    print(complete, flush=True)
