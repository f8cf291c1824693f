"""What jupyter_kernel_test needs to know of the kernel. One line per test: its outcome and name."""

import sys
import unittest

import jupyter_kernel_test


class Kernel(jupyter_kernel_test.KernelTests):
    kernel_name = "genloss"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('test')"
    completion_samples = [
        {"text": "consol", "matches": {"console"}},
        {"text": "Math.ma", "matches": {"max"}},
        {"text": "'🙂'; Math.flo", "matches": {"floor"}},
    ]
    complete_code_samples = ["1", "const a = 1", "function f() { return 1 }", "`a${1}b`", "class A { x?: string }"]
    incomplete_code_samples = ["function f() {", "const a = `x", "[1,", "f(", "/* open", "if (true) {\n  1"]
    invalid_code_samples = ["let = = 3", "1 +* 2", "const a = )"]
    code_page_something = "Math.max?"
    code_generate_error = "throw new Error('x')"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "const s: string = 'a'; s + 'b'", "result": "'ab'"},
        {"code": "await Promise.resolve([1, 2])", "result": "[ 1, 2 ]"},
    ]
    code_display_data = [{"code": "display({ a: 1 })", "mime": "text/plain"}]
    code_history_pattern = "?*7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max"
    code_clear_output = "clearOutput()"


class Welcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "genloss"
    support_iopub_welcome = True


class Lines(unittest.TextTestResult):
    def _say(self, outcome, test):
        print(f"{outcome} {test.id().rsplit('.', 1)[-1]}", flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._say("passed", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._say("failed", test)

    def addError(self, test, err):
        super().addError(test, err)
        self._say("failed", test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._say("skipped", test)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._say("failed", test)


loader = unittest.TestLoader()
suite = unittest.TestSuite(loader.loadTestsFromTestCase(case) for case in (Kernel, Welcome))
result = unittest.TextTestRunner(stream=sys.stderr, resultclass=Lines, verbosity=0).run(suite)
sys.exit(0 if result.wasSuccessful() else 1)
