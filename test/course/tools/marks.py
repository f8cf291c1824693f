"""Prints what nbgrader's gradebook says: per submission of an assignment, the points of each graded cell, as JSON."""

import json
import sys

from nbgrader.api import Gradebook

assignment = sys.argv[1]
marks = {}
with Gradebook("sqlite:///gradebook.db") as gradebook:
    for submission in gradebook.assignment_submissions(assignment):
        marks[submission.student.id] = {
            grade.name: [grade.score, grade.max_score, bool(grade.needs_manual_grade)]
            for notebook in submission.notebooks
            for grade in notebook.grades
        }
print(json.dumps(marks))
