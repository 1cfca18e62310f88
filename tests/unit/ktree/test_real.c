/* SPDX-License-Identifier: Apache-2.0 */
#include "ktree_test.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "alloc_fault.h"

struct fixture {
	char *root;
	struct lw_ktree *kt;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	f->root = tree_make();
	f->kt = tree_open(f->root);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	lw_kt_close(f->kt);
	tree_remove(f->root);
	free(f);
	return 0;
}

static void values_come_whole(void **state)
{
	struct fixture *f = *state;

	EXPECT_READ(f->kt, "setup_id", "0x21\n[key]\n");
	EXPECT_READ(f->kt, "empty", "");
	EXPECT_READ(f->kt, "devices/disk1/filename", "/srv/a\tb\\c\n[key]\n\n");
}

static void directories_are_listed_sorted_with_types_and_inodes(void **state)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	struct fixture *f = *state;
	struct lw_kt_stat st;

	EXPECT_LIST(f->kt, "", "devices:d empty:f handlers:d setup_id:f targets:d version:f");
	EXPECT_LIST(f->kt, "targets", "");
	EXPECT_LIST(f->kt, "handlers", "disk1:l");
	assert_int_equal(lw_kt_list(f->kt, "", &list, NULL), 0);
	assert_int_equal(lw_kt_stat(f->kt, "version", &st, NULL), 0);
	assert_int_not_equal(st.ino, 0);
	assert_int_equal(lw_kt_list_find(&list, "version")->ino, st.ino);
}

static void links_are_data(void **state)
{
	struct fixture *f = *state;

	EXPECT_LINK(f->kt, "handlers/disk1", "../devices/disk1");
	EXPECT_STAT(f->kt, "handlers/disk1", "0777 l");
	EXPECT_LINK(f->kt, "setup_id", "<EINVAL>");
	EXPECT_LINK(f->kt, "devices", "<EINVAL>");
	EXPECT_LINK(f->kt, "nothing", "<ENOENT>");
}

static void modes_are_told(void **state)
{
	struct fixture *f = *state;

	EXPECT_STAT(f->kt, "", "0755 d");
	EXPECT_STAT(f->kt, "version", "0444 f");
	EXPECT_STAT(f->kt, "setup_id", "0644 f");
	EXPECT_STAT(f->kt, "nothing", "<ENOENT>");
	EXPECT_STAT(f->kt, "version/below", "<ENOTDIR>");
}

static void what_is_not_there_is_said_with_its_path(void **state)
{
	struct lw_error error = LW_ERROR_INIT;
	LW_AUTO_STR struct lw_str value = LW_STR_INIT;
	struct fixture *f = *state;

	assert_int_equal(lw_kt_read(f->kt, "devices/disk2/filename", &value, &error), -ENOENT);
	assert_string_equal(error.message, "devices/disk2/filename: No such file or directory");
	assert_string_equal(error.object, "devices/disk2/filename");
	assert_int_equal(error.code, LW_CODE_MISSING);
	EXPECT_LIST(f->kt, "nothing", "<ENOENT>");
	EXPECT_LIST(f->kt, "version", "<ENOTDIR>");
	EXPECT_READ(f->kt, "devices", "<EISDIR>");
	EXPECT_READ(f->kt, "", "<EISDIR>");
}

/* Everything that must not be reached, under every operation that opens something. */
static void expect_refused(struct lw_ktree *kt, const char *path, int err, int or_err)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	LW_AUTO_STR struct lw_str value = LW_STR_INIT;
	int r[3];

	r[0] = lw_kt_read(kt, path, &value, NULL);
	r[1] = lw_kt_write(kt, path, "x", 1, NULL);
	r[2] = lw_kt_list(kt, path, &list, NULL);
	for (unsigned i = 0; i < 3; i++) {
		if (r[i] != err && r[i] != or_err)
			fail_msg("%s: operation %u gave %d", path, i, r[i]);
	}
}

static void nothing_leads_out_of_the_root(void **state)
{
	static const char *const bad[] = {
		"..", "../x", "/etc/passwd", "devices/../setup_id", "a//b", "./version", "version/"
	};
	struct lw_error error = LW_ERROR_INIT;
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		expect_refused(f->kt, bad[i], -EINVAL, -EINVAL);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		EXPECT_LINK(f->kt, bad[i], "<EINVAL>");
	assert_int_equal(lw_kt_write(f->kt, "../x", "1", 1, &error), -EINVAL);
	assert_string_equal(error.message, "../x: Invalid argument");
	assert_non_null(strstr(error.hint, "'..'"));

	tree_link(f->root, "up", "..");
	tree_link(f->root, "etc", "/etc");
	tree_link(f->root, "passwd", "/etc/passwd");
	tree_link(f->root, "inside", "devices/disk1");
	tree_link(f->root, "loop", "loop");
	expect_refused(f->kt, "up/anything", -ELOOP, -ENOTDIR);
	expect_refused(f->kt, "etc/passwd", -ELOOP, -ENOTDIR);
	expect_refused(f->kt, "inside/filename", -ELOOP, -ENOTDIR);
	expect_refused(f->kt, "loop/x", -ELOOP, -ENOTDIR);
	EXPECT_READ(f->kt, "passwd", "<ELOOP>");
	EXPECT_READ(f->kt, "loop", "<ELOOP>");
	EXPECT_LINK(f->kt, "etc", "/etc");
	assert_int_equal(lw_kt_write(f->kt, "passwd", "x", 1, NULL), -ELOOP);
}

/* Opening a FIFO waits for the other end; a socket cannot be opened at all. Neither may stop or confuse us. */
static void what_is_no_file_is_refused_at_once(void **state)
{
	struct fixture *f = *state;
	char *fifo;

	assert_true(asprintf(&fifo, "%s/fifo", f->root) > 0);
	assert_int_equal(mkfifo(fifo, 0600), 0);
	free(fifo);
	EXPECT_READ(f->kt, "fifo", "<EINVAL>");
	EXPECT_STAT(f->kt, "fifo", "0600 ?");
	EXPECT_LIST(f->kt, "",
		    "devices:d empty:f fifo:? handlers:d setup_id:f targets:d version:f");
	assert_int_equal(lw_kt_write(f->kt, "fifo", "1", 1, NULL), -ENXIO);
	assert_int_equal(lw_kt_write(f->kt, "devices", "1", 1, NULL), -EISDIR);
}

static void long_values_have_a_bound(void **state)
{
	struct fixture *f = *state;
	char *text = malloc(LW_KT_READ_MAX + 2), *got;

	memset(text, 'v', LW_KT_READ_MAX + 1);
	text[LW_KT_READ_MAX + 1] = '\0';
	tree_file(f->root, "long", text, 0644);
	EXPECT_READ(f->kt, "long", "<EFBIG>");
	text[LW_KT_READ_MAX] = '\0';
	tree_file(f->root, "long", text, 0644);
	got = read_of(f->kt, "long");
	assert_int_equal(strlen(got), LW_KT_READ_MAX);
	free(got);
	free(text);
}

static void a_huge_directory_is_listed_whole(void **state)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	struct fixture *f = *state;
	char name[32];

	for (unsigned i = 0; i < 5000; i++) {
		snprintf(name, sizeof(name), "targets/t%u", i);
		tree_file(f->root, name, "", 0644);
	}
	assert_int_equal(lw_kt_list(f->kt, "targets", &list, NULL), 0);
	assert_int_equal(list.count, 5000);
	for (uint32_t i = 1; i < list.count; i++)
		assert_true(strcmp(list.entries[i - 1].name, list.entries[i].name) < 0);
	assert_non_null(lw_kt_list_find(&list, "t4711"));
}

static void a_command_is_written_as_it_is(void **state)
{
	struct lw_error error = LW_ERROR_INIT;
	struct fixture *f = *state;

	assert_int_equal(lw_kt_write(f->kt, "empty", "add_device a", 12, &error), 0);
	EXPECT_READ(f->kt, "empty", "add_device a");
	assert_int_equal(lw_kt_write(f->kt, "devices/disk1/filename", "1", 1, &error), 0);
	EXPECT_READ(f->kt, "devices/disk1/filename", "1srv/a\tb\\c\n[key]\n\n");
	assert_int_equal(lw_kt_write(f->kt, "nothing", "1", 1, &error), -ENOENT);
	assert_string_equal(error.message, "nothing: No such file or directory");
}

/* As sysfs does, whose files obey each write; who writes elsewhere in between opens it anew. */
static void one_file_takes_one_command_after_the_other(void **state)
{
	struct fixture *f = *state;
	char *path;

	assert_int_equal(lw_kt_write(f->kt, "empty", "add a;", 6, NULL), 0);
	assert_int_equal(lw_kt_write(f->kt, "empty", "add b;", 6, NULL), 0);
	EXPECT_READ(f->kt, "empty", "add a;add b;");
	assert_true(asprintf(&path, "%s/empty", f->root) > 0);
	assert_int_equal(unlink(path), 0);
	free(path);
	assert_int_equal(lw_kt_write(f->kt, "empty", "add c;", 6, NULL), 0);
	assert_int_equal(lw_kt_write(f->kt, "setup_id", "1", 1, NULL), 0);
	assert_int_equal(lw_kt_write(f->kt, "empty", "add d;", 6, NULL), -ENOENT);
	EXPECT_READ(f->kt, "empty", "<ENOENT>");
}

/* Files of /proc give a record at a time, or a few. */
static void what_comes_in_pieces_is_read_whole(void **state)
{
	struct lw_ktree *kt = NULL;
	char *text;

	(void)state;
	assert_int_equal(lw_kt_real_open("/proc/self", &kt, NULL), 0);
	text = read_of(kt, "smaps");
	assert_true(strlen(text) > 8192);
	assert_non_null(strstr(text, "[stack]"));
	free(text);
	lw_kt_close(kt);
}

static void commands_that_the_kernel_would_cut_or_miss_are_refused(void **state)
{
	struct lw_error error = LW_ERROR_INIT;
	struct fixture *f = *state;
	char text[LW_KT_WRITE_MAX + 1];

	memset(text, 'c', sizeof(text));
	assert_int_equal(lw_kt_write(f->kt, "empty", text, sizeof(text), &error), -E2BIG);
	assert_int_equal(error.code, LW_CODE_LIMIT);
	assert_string_equal(
		error.message,
		"empty: a command of 4097 bytes is more than the 4096 that the kernel takes");
	assert_int_equal(lw_kt_write(f->kt, "empty", "", 0, &error), -EINVAL);
	assert_string_equal(error.message, "empty: an empty command is never seen by the kernel");
	EXPECT_READ(f->kt, "empty", "");
	assert_int_equal(lw_kt_write(f->kt, "empty", text, LW_KT_WRITE_MAX, &error), 0);
}

/* A file that may grow to 5 bytes only takes a part of a longer write, as a kernel file may. */
static void a_short_write_is_an_error_that_says_how_much(void **state)
{
	struct rlimit old, tight = { 5, RLIM_INFINITY };
	struct lw_error error = LW_ERROR_INIT;
	struct fixture *f = *state;
	int r;

	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	tight.rlim_max = old.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
	r = lw_kt_write(f->kt, "empty", "add_device", 10, &error);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);

	assert_int_equal(r, -EIO);
	assert_int_equal(error.code, LW_CODE_PARTIAL);
	assert_string_equal(error.message,
			    "empty: the kernel took only 5 of the command's 10 bytes");
	EXPECT_READ(f->kt, "empty", "add_d");
}

static void a_root_that_is_no_directory_is_refused(void **state)
{
	struct lw_error error = LW_ERROR_INIT;
	struct fixture *f = *state;
	struct lw_ktree *kt = NULL;
	char *path;

	assert_int_equal(lw_kt_real_open("/nonexistent/scst_tgt", &kt, &error), -ENOENT);
	assert_string_equal(error.message, "/nonexistent/scst_tgt: No such file or directory");
	assert_true(asprintf(&path, "%s/version", f->root) > 0);
	assert_int_equal(lw_kt_real_open(path, &kt, &error), -ENOTDIR);
	assert_null(kt);
	free(path);
	lw_kt_close(NULL);
}

static volatile sig_atomic_t alarms;

static void on_alarm(int sig)
{
	(void)sig;
	alarms++;
}

/* Reading goes on after a signal, and one that arrives during a write is delivered after it. */
static void signals_do_no_harm(void **state)
{
	struct sigaction act = { .sa_handler = on_alarm }, old;
	struct itimerval often = { { 0, 500 }, { 0, 500 } }, never = { { 0, 0 }, { 0, 0 } };
	struct fixture *f = *state;
	sigset_t before, after;

	pthread_sigmask(SIG_SETMASK, NULL, &before);
	assert_int_equal(sigaction(SIGALRM, &act, &old), 0);
	assert_int_equal(setitimer(ITIMER_REAL, &often, NULL), 0);
	for (unsigned i = 0; i < 200000 && alarms < 20; i++) {
		EXPECT_READ(f->kt, "version", "3.11\n");
		assert_int_equal(lw_kt_write(f->kt, "empty", "x", 1, NULL), 0);
	}
	assert_int_equal(setitimer(ITIMER_REAL, &never, NULL), 0);
	assert_int_equal(sigaction(SIGALRM, &old, NULL), 0);
	pthread_sigmask(SIG_SETMASK, NULL, &after);
	assert_true(alarms > 0);
	assert_int_equal(sigismember(&after, SIGALRM), sigismember(&before, SIGALRM));
	assert_int_equal(sigismember(&after, SIGTERM), 0);
}

/* Makes openat2 fail for good in this process. */
static bool forbid_openat2(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { sizeof(code) / sizeof(code[0]), code };

	return !prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) &&
	       !prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

/* In a child: what a walk over the tree gives without openat2, to be compared by the parent. */
static void walk_without_openat2(const char *root, int out)
{
	struct lw_str text = LW_STR_INIT;
	struct lw_ktree *kt = NULL;

	if (!forbid_openat2() || lw_kt_real_open(root, &kt, NULL) < 0)
		_exit(77);
	walk(kt, "", &text);
	lw_str_addf(&text, "%d %d %d\n", lw_kt_write(kt, "up/x", "1", 1, NULL),
		    lw_kt_write(kt, "passwd", "1", 1, NULL),
		    lw_kt_write(kt, "nothing/x", "1", 1, NULL));
	if (write(out, lw_str_text(&text), text.len) != (ssize_t)text.len)
		_exit(1);
	lw_str_done(&text);
	lw_kt_close(kt);
	_exit(0);
}

static void without_openat2_the_answers_are_the_same(void **state)
{
	struct fixture *f = *state;
	LW_AUTO_STR struct lw_str want = LW_STR_INIT, got = LW_STR_INIT;
	char buf[4096];
	int fds[2], status;
	ssize_t n;
	pid_t pid;

	tree_link(f->root, "up", "..");
	tree_link(f->root, "passwd", "/etc/passwd");
	walk(f->kt, "", &want);
	lw_str_addf(&want, "%d %d %d\n", -ENOTDIR, -ELOOP, -ENOENT);

	assert_int_equal(pipe(fds), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (!pid)
		walk_without_openat2(f->root, fds[1]);
	close(fds[1]);
	while ((n = read(fds[0], buf, sizeof(buf))) > 0)
		lw_str_add_bytes(&got, buf, (size_t)n);
	close(fds[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 77) {
		print_message(
			"seccomp is not to be had here: the walk without openat2 was not tested\n");
		skip();
	}
	assert_true(WIFEXITED(status) && !WEXITSTATUS(status));
	assert_string_equal(lw_str_text(&got), lw_str_text(&want));
}

static void every_allocation_may_fail(void **state)
{
	struct fixture *f = *state;
	bool fired = true;

	for (unsigned n = 1; fired; n++) {
		LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
		LW_AUTO_STR struct lw_str value = LW_STR_INIT;
		struct lw_ktree *kt = NULL;
		int r;

		alloc_fault_arm(n);
		r = lw_kt_real_open(f->root, &kt, NULL);
		if (r >= 0)
			r = lw_kt_list(kt, "", &list, NULL);
		if (r >= 0)
			r = lw_kt_read(kt, "setup_id", &value, NULL);
		if (r >= 0)
			r = lw_kt_readlink(kt, "handlers/disk1", &value, NULL);
		if (r >= 0)
			r = lw_kt_write(kt, "empty", "1", 1, NULL);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(r, fired ? -ENOMEM : 0);
		lw_kt_close(kt);
	}
}

/* What was read is closed in batches, and at once where files are short. */
static void few_files_are_enough(void **state)
{
	struct fixture *f = *state;
	struct rlimit before, few;

	assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
	few = before;
	few.rlim_cur = 16;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
	for (int n = 0; n < 200; n++)
		EXPECT_READ(f->kt, "setup_id", "0x21\n[key]\n");
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(few_files_are_enough),
		CASE(values_come_whole),
		CASE(directories_are_listed_sorted_with_types_and_inodes),
		CASE(links_are_data),
		CASE(modes_are_told),
		CASE(what_is_not_there_is_said_with_its_path),
		CASE(nothing_leads_out_of_the_root),
		CASE(what_is_no_file_is_refused_at_once),
		CASE(long_values_have_a_bound),
		CASE(what_comes_in_pieces_is_read_whole),
		CASE(a_huge_directory_is_listed_whole),
		CASE(a_command_is_written_as_it_is),
		CASE(one_file_takes_one_command_after_the_other),
		CASE(commands_that_the_kernel_would_cut_or_miss_are_refused),
		CASE(a_short_write_is_an_error_that_says_how_much),
		CASE(a_root_that_is_no_directory_is_refused),
		CASE(signals_do_no_harm),
		CASE(without_openat2_the_answers_are_the_same),
		CASE(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
