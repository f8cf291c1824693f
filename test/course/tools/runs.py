"""Runs nbgrader's commands in the folder of a course, one after another in one process, as its own tests do.

The first argument lists them, as JSON; "mark" among them is none of nbgrader's: it saves a person's mark, as the page for
marking does (server_extensions/formgrader/apihandlers.py, GradeHandler). Then prints what the gradebook says of the assignment that the second names, if
there is one: per submission the points of each graded cell, as JSON.
"""

import json
import sys

from jupyter_core.application import NoStart
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderApp


def mark(assignment, notebook, cell, student, score):
    with Gradebook("sqlite:///gradebook.db") as gradebook:
        grade = gradebook.find_grade(cell, notebook, assignment, student)
        grade.manual_score = float(score)
        grade.needs_manual_grade = False
        gradebook.db.commit()


for command in json.loads(sys.argv[1]):
    if command[0] == "mark":
        mark(*command[1:])
        continue
    app = NbGraderApp.instance()
    try:
        app.initialize(command)
        app.start()
    except NoStart:
        pass  # the command inside has run
    except SystemExit as end:
        if end.code:
            sys.exit(f"nbgrader {command} ended with {end.code}")
    finally:
        NbGraderApp.clear_instance()

if len(sys.argv) > 2:
    marks = {}
    with Gradebook("sqlite:///gradebook.db") as gradebook:
        for submission in gradebook.assignment_submissions(sys.argv[2]):
            marks[submission.student.id] = {
                grade.name: [grade.score, grade.max_score]
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
    print(json.dumps(marks))
