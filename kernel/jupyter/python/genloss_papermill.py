"""Parameters for TypeScript notebooks: papermill writes them as a cell of `const` and `let` statements.

papermill knows translators for a few languages and has no entry point for more, but it does load engines by
entry point. Loading the engine below registers the translator, so plain `papermill` works, whatever the engine:

    pip install ./kernel/jupyter/python
    papermill in.ipynb out.ipynb -p n 100 -p label '"a name"'
"""

import json
import math
import re

import nbformat
from papermill.engines import NBClientEngine
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators


# One to a line, as in:  let n: number = 100; // how many
PARAMETER = re.compile(
    r"^\s*(?:let|const|var)\s+([\w$]+)\s*(?::\s*([^=]+?))?\s*=\s*(.+?)\s*;?\s*(?://\s*(.*))?$"
)


class TypeScriptTranslator(Translator):
    """Python values as TypeScript. `let`, so that the notebook may change a parameter, as in Python."""

    @classmethod
    def translate_none(cls, val):
        return "null"

    @classmethod
    def translate_bool(cls, val):
        return "true" if val else "false"

    @classmethod
    def translate_int(cls, val):
        # Beyond 2**53 a number would not be the one that was given.
        return str(val) if abs(val) < 2**53 else f"{val}n"

    @classmethod
    def translate_float(cls, val):
        if math.isnan(val):
            return "NaN"
        if math.isinf(val):
            return "Infinity" if val > 0 else "-Infinity"
        return repr(float(val))

    @classmethod
    def translate_str(cls, val):
        # JSON is TypeScript, and leaves no quote or line end unescaped.
        return json.dumps(str(val))

    @classmethod
    def translate_escaped_str(cls, str_val):
        return cls.translate_str(str_val)

    @classmethod
    def translate_list(cls, val):
        return f"[{', '.join(cls.translate(item) for item in val)}]"

    @classmethod
    def translate_dict(cls, val):
        items = (f"{cls.translate_str(key)}: {cls.translate(item)}" for key, item in val.items())
        return f"{{ {', '.join(items)} }}" if val else "{}"

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def inspect(cls, parameters_cell):
        found = (PARAMETER.match(line) for line in parameters_cell["source"].splitlines())
        return [
            Parameter(name, (kind or "None").strip(), default, (text or "").strip())
            for name, kind, default, text in (match.groups() for match in found if match)
        ]

    @classmethod
    def assign(cls, name, str_val):
        return f"let {name} = {str_val};"


papermill_translators.register("typescript", TypeScriptTranslator)


class Engine(NBClientEngine):
    """papermill's own engine, for notebooks that fail on purpose.

    papermill runs on after a cell tagged `raises-exception`, and in the end fails all the same, since the saved
    notebook holds an error. With `--engine genloss` the errors of such cells are saved as text on stderr.
    """

    @classmethod
    def execute_managed_notebook(cls, nb_man, *args, **kwargs):
        super().execute_managed_notebook(nb_man, *args, **kwargs)
        for cell in nb_man.nb.cells:
            if "raises-exception" in cell.metadata.get("tags", []):
                cell.outputs = [as_text(output) for output in cell.get("outputs", [])]


def as_text(output):
    if output.output_type != "error":
        return output
    text = "\n".join(output.traceback) + "\n"
    return nbformat.v4.new_output("stream", name="stderr", text=text)
