/* SPDX-License-Identifier: Apache-2.0 */
/* Whole runs of the program, each allocation failing in turn: what is said is said whole, or that memory is short. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "alloc_fault.h"
#include "cli/command.h"

#define WORDS 8
#define FIRED 64 /* set in the exit code when an allocation failed */

static const char *const mistakes[][WORDS] = {
	{ "lunward", "--verison" },
	{ "lunward", "chek" },
	{ "lunward", "diff", "one" },
	{ "lunward", "plan", "--from", "one", "two", "three" },
	{ "lunward", "plan", "--from", "one", "--keep=", "two" },
	{ "lunward", "check", "--as", "scst", "one" },
	{ "lunward", "check", "-x" },
	{ "lunward", "schema", "scts" },
	{ "lunward", "completion", "fish" },
};

static const char bad[] = "TARGET_DRIVER iscsi {\n"
			  "\tTARGET iqn.2026-11.com.example:t {\n"
			  "\t\tLUN 0 missing\n"
			  "\t\trel_tgt_id 70000\n"
			  "\t}\n"
			  "}\n";

/* Runs in a child, whose standard input is @in; returns its exit code, and what it said in @said. */
static int run(const char *const *words, const char *in, unsigned n, char *said, size_t size)
{
	char *argv[WORDS + 1] = { NULL };
	int argc = 0, from[2], to[2], status;
	size_t len = 0;
	ssize_t got;
	pid_t child;

	while (words[argc]) {
		argv[argc] = (char *)(uintptr_t)words[argc];
		argc++;
	}
	assert_int_equal(pipe(from), 0);
	assert_int_equal(pipe(to), 0);
	assert_int_equal(write(to[1], in, strlen(in)), strlen(in));
	close(to[1]);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		int code;

		dup2(to[0], STDIN_FILENO);
		dup2(from[1], STDERR_FILENO);
		alloc_fault_arm(n);
		code = cli_main(argc, argv);
		_exit(code | (alloc_fault_fired() ? FIRED : 0));
	}
	close(from[1]);
	close(to[0]);
	while ((got = read(from[0], said + len, size - 1 - len)) > 0)
		len += (size_t)got;
	said[len] = '\0';
	close(from[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void a_wrong_usage_is_told_whole(void **state)
{
	char said[4096];

	(void)state;
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		int code;

		for (unsigned n = 1; (code = run(mistakes[i], "", n, said, sizeof(said))) & FIRED;
		     n++) {
			assert_int_equal(code, FIRED | CLI_FAILED);
			assert_string_equal(said, "lunward: memory is short\n");
		}
		assert_int_equal(code, CLI_INVALID);
		assert_non_null(strstr(said, "lunward"));
	}
}

static void a_mistake_in_a_file_has_words(void **state)
{
	static const char *const words[WORDS] = { "lunward", "check", "-" };
	char said[4096];
	int code;

	(void)state;
	for (unsigned n = 1; (code = run(words, bad, n, said, sizeof(said))) & FIRED; n++) {
		assert_in_range(code & ~FIRED, CLI_FAILED, CLI_INVALID);
		assert_null(strstr(said, "error: \n"));
		assert_true(*said);
	}
	assert_int_equal(code, CLI_INVALID);
	assert_non_null(strstr(said, "\"missing\""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wrong_usage_is_told_whole),
		cmocka_unit_test(a_mistake_in_a_file_has_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
