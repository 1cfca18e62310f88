/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "alloc_fault.h"
#include "base/file.h"

/* A folder of its own for each test; paths are made in it. */
static char dir[64];

static const char *path(const char *name)
{
	static char buf[128];

	snprintf(buf, sizeof(buf), "%s/%s", dir, name);
	return buf;
}

static const char *file_of(const char *bytes, size_t len)
{
	const char *name = path("file");
	FILE *file = fopen(name, "we");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
	return name;
}

static int make_dir(void **state)
{
	(void)state;
	strcpy(dir, "/tmp/lunward-file-XXXXXX");
	return mkdtemp(dir) ? 0 : -1;
}

static int remove_dir(void **state)
{
	(void)state;
	(void)unlink(path("file"));
	(void)unlink(path("fifo"));
	(void)rmdir(path("folder"));
	return rmdir(dir);
}

static unsigned open_descriptors(void)
{
	DIR *list = opendir("/proc/self/fd");
	unsigned n = 0;

	assert_non_null(list);
	while (readdir(list))
		n++;
	closedir(list);
	return n;
}

static void a_file_is_read_whole(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	unsigned before = open_descriptors();

	(void)state;
	lw_str_add(&text, "old content");
	assert_int_equal(lw_file_read_all(file_of("a\0b\xff\n", 5), 100, &text, NULL), 0);
	assert_int_equal(text.len, 5);
	assert_memory_equal(text.data, "a\0b\xff\n", 6);
	assert_int_equal(open_descriptors(), before);

	lw_str_add(&text, "more");
	assert_memory_equal(text.data + 5, "more", 5);
}

static void an_empty_file_is_an_empty_text(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	(void)state;
	assert_int_equal(lw_file_read_all(file_of("", 0), 0, &text, NULL), 0);
	assert_int_equal(text.len, 0);
	assert_non_null(text.data);
	assert_string_equal(text.data, "");
}

static void the_limit_is_exact(void **state)
{
	static char bytes[20000];

	(void)state;
	memset(bytes, 'x', sizeof(bytes));
	for (size_t len = 1; len < sizeof(bytes); len = len * 3 + 1) {
		LW_AUTO_STR struct lw_str text = LW_STR_INIT;
		struct lw_error error = LW_ERROR_INIT;
		char want[256];

		file_of(bytes, len);
		assert_int_equal(lw_file_read_all(path("file"), len, &text, &error), 0);
		assert_int_equal(text.len, len);
		assert_int_equal(lw_file_read_all(path("file"), SIZE_MAX, &text, &error), 0);
		assert_int_equal(text.len, len);

		assert_int_equal(lw_file_read_all(path("file"), len - 1, &text, &error), -EFBIG);
		assert_int_equal(error.code, LW_CODE_LIMIT);
		snprintf(want, sizeof(want), "cannot read %s: it is longer than %zu bytes",
			 path("file"), len - 1);
		assert_string_equal(error.message, want);
		assert_string_equal(error.object, path("file"));
		/* What was there before a failure still is. */
		assert_int_equal(text.len, len);
	}
}

/* A pipe tells no size; what comes slowly and in parts is read to its end, and not beyond the limit. */
static void pipes_are_read_to_their_end(void **state)
{
	static const size_t limits[] = { 300000, 299999, 4096, 0 };

	(void)state;
	assert_int_equal(mkfifo(path("fifo"), 0600), 0);
	for (size_t i = 0; i < 4; i++) {
		LW_AUTO_STR struct lw_str text = LW_STR_INIT;
		struct lw_error error = LW_ERROR_INIT;
		pid_t child = fork();
		int r;

		assert_true(child >= 0);
		if (!child) {
			int fd = open(path("fifo"), O_WRONLY | O_CLOEXEC);

			signal(SIGPIPE, SIG_IGN);
			for (int k = 0; k < 300; k++) {
				char block[1000];

				memset(block, 'a' + k % 26, sizeof(block));
				if (write(fd, block, sizeof(block)) < 0)
					break;
			}
			_exit(0);
		}
		r = lw_file_read_all(path("fifo"), limits[i], &text, &error);
		waitpid(child, NULL, 0);
		if (limits[i] < 300000) {
			assert_int_equal(r, -EFBIG);
			assert_int_equal(error.code, LW_CODE_LIMIT);
			assert_int_equal(text.len, 0);
			continue;
		}
		assert_int_equal(r, 0);
		assert_int_equal(text.len, 300000);
		for (size_t k = 0; k < text.len; k++)
			assert_int_equal(text.data[k], 'a' + k / 1000 % 26);
	}
}

static void not_there_and_not_a_file(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_error error = LW_ERROR_INIT;
	char want[256];

	(void)state;
	assert_int_equal(lw_file_read_all(path("nothing"), 10, &text, &error), -ENOENT);
	snprintf(want, sizeof(want), "cannot read %s: No such file or directory", path("nothing"));
	assert_string_equal(error.message, want);
	assert_int_equal(error.code, LW_CODE_MISSING);

	assert_int_equal(mkdir(path("folder"), 0700), 0);
	assert_int_equal(lw_file_read_all(path("folder"), 10, &text, &error), -EISDIR);
	snprintf(want, sizeof(want), "cannot read %s: Is a directory", path("folder"));
	assert_string_equal(error.message, want);
	assert_int_equal(error.code, LW_CODE_INVALID);

	assert_int_equal(lw_file_read_all("", 10, &text, &error), -ENOENT);
	assert_null(text.data);
}

static void odd_names_are_shown_on_one_line(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_error error = LW_ERROR_INIT;

	(void)state;
	assert_int_equal(lw_file_read_all("/no\nsuch\xff", 10, &text, &error), -ENOENT);
	assert_string_equal(error.message,
			    "cannot read /no\\x0asuch\\xff: No such file or directory");
	assert_string_equal(error.object, "/no\nsuch\xff");
}

/* Kernel files say 4096 or 0 and hold something else. */
static void the_reported_size_is_only_a_hint(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	(void)state;
	assert_int_equal(lw_file_read_all("/proc/self/stat", 1 << 20, &text, NULL), 0);
	assert_true(text.len > 10);
	assert_int_equal(text.data[text.len], 0);
	assert_int_equal(lw_file_read_all("/dev/null", 0, &text, NULL), 0);
	assert_int_equal(text.len, 0);
	assert_int_equal(lw_file_read_all("/dev/zero", 100000, &text, NULL), -EFBIG);
}

/* Puts a descriptor in the place of standard input while reading "-". */
static int read_standard_input(int fd, size_t max, struct lw_str *text, struct lw_error *error)
{
	int saved = dup(STDIN_FILENO);
	int r;

	assert_int_equal(dup2(fd, STDIN_FILENO), STDIN_FILENO);
	r = lw_file_read_all("-", max, text, error);
	/* It is not ours to close. */
	assert_true(fcntl(STDIN_FILENO, F_GETFD) >= 0);
	if (saved >= 0) {
		assert_int_equal(dup2(saved, STDIN_FILENO), STDIN_FILENO);
		close(saved);
	}
	return r;
}

static void a_dash_is_standard_input(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_error error = LW_ERROR_INIT;
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "by pipe", 7), 7);
	close(ends[1]);
	assert_int_equal(read_standard_input(ends[0], 7, &text, &error), 0);
	assert_string_equal(lw_str_text(&text), "by pipe");
	close(ends[0]);

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "by pipe", 7), 7);
	close(ends[1]);
	assert_int_equal(read_standard_input(ends[0], 6, &text, &error), -EFBIG);
	assert_string_equal(error.message, "cannot read standard input: it is longer than 6 bytes");
	close(ends[0]);
}

/* Somebody who shares our standard input made it non-blocking: we wait for the writer all the same. */
static void a_non_blocking_input_is_waited_for(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	int ends[2];
	pid_t child;

	(void)state;
	assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		struct timespec pause = { .tv_nsec = 20000000 };

		nanosleep(&pause, NULL);
		_exit(write(ends[1], "late", 4) == 4 ? 0 : 1);
	}
	close(ends[1]);
	assert_int_equal(read_standard_input(ends[0], 100, &text, NULL), 0);
	assert_string_equal(lw_str_text(&text), "late");
	waitpid(child, NULL, 0);
	close(ends[0]);
}

static void on_alarm(int number)
{
	(void)number;
}

/* A signal without SA_RESTART breaks into read() with EINTR. */
static void signals_do_not_cut_the_reading(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct sigaction action = { .sa_handler = on_alarm }, old;
	int ends[2];
	pid_t child;

	(void)state;
	assert_int_equal(sigaction(SIGUSR1, &action, &old), 0);
	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		struct timespec pause = { .tv_nsec = 10000000 };

		for (int i = 0; i < 5; i++) {
			nanosleep(&pause, NULL);
			kill(getppid(), SIGUSR1);
		}
		_exit(write(ends[1], "whole", 5) == 5 ? 0 : 1);
	}
	close(ends[1]);
	assert_int_equal(read_standard_input(ends[0], 100, &text, NULL), 0);
	assert_string_equal(lw_str_text(&text), "whole");
	waitpid(child, NULL, 0);
	close(ends[0]);
	sigaction(SIGUSR1, &old, NULL);
}

static void every_allocation_may_fail(void **state)
{
	static char bytes[30000];
	bool fired = true;

	(void)state;
	memset(bytes, 'x', sizeof(bytes));
	for (unsigned n = 1; fired; n++) {
		LW_AUTO_STR struct lw_str text = LW_STR_INIT;
		struct lw_error error = LW_ERROR_INIT;
		int ends[2], r;

		assert_int_equal(pipe(ends), 0);
		assert_int_equal(write(ends[1], bytes, sizeof(bytes)), sizeof(bytes));
		close(ends[1]);
		alloc_fault_arm(n);
		r = read_standard_input(ends[0], SIZE_MAX, &text, &error);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		close(ends[0]);
		assert_int_equal(r, fired ? -ENOMEM : 0);
		assert_int_equal(error.code, fired ? LW_CODE_MEMORY : LW_CODE_NONE);
		assert_int_equal(text.len, fired ? 0 : sizeof(bytes));
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_dir, remove_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_file_is_read_whole),
		TEST(an_empty_file_is_an_empty_text),
		TEST(the_limit_is_exact),
		TEST(pipes_are_read_to_their_end),
		TEST(not_there_and_not_a_file),
		TEST(odd_names_are_shown_on_one_line),
		TEST(the_reported_size_is_only_a_hint),
		TEST(a_dash_is_standard_input),
		TEST(a_non_blocking_input_is_waited_for),
		TEST(signals_do_not_cut_the_reading),
		TEST(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
