/* SPDX-License-Identifier: Apache-2.0 */
#include "ktree_test.h"

#include <time.h>

#include "alloc_fault.h"

#define ROOT "/sys/kernel/scst_tgt"

static const char small[] = "# a comment\n"
			    "0755\td\t" ROOT "\t\n"
			    "0644\tf\t" ROOT "/setup_id\t0x21\\n[key]\\n\n"
			    "0755\td\t" ROOT "/devices\t\n"
			    "0755\td\t" ROOT "/devices/disk1\t\n"
			    "0200\tf\t" ROOT "/devices/disk1/sync\t!WO:EACCES\n"
			    "0200\tf\t" ROOT "/devices/disk1/resync\t<WO>\n"
			    "0444\tf\t" ROOT "/devices/disk1/type\t0 - disk\\n\n"
			    "0644\tf\t" ROOT "/devices/disk1/bytes\t\\x06\\x00\\t\\\\\\xfF\n"
			    "0644\tf\t" ROOT "/devices/disk1/broken\t<ERR:EINVAL>\n"
			    "0644\tf\t" ROOT "/devices/disk1/comment\t\n"
			    "\n"
			    "0777\tl\t" ROOT "/handlers/vdisk/disk1\t../../devices/disk1\n"
			    "0755\td\t" ROOT "/devices/disk10\t\n"
			    "0755\td\t" ROOT "/devices/disk1!a\t\n"
			    "0755\td\t" ROOT "/targets\t<ERR:EIO>";

static struct lw_ktree *replay(const char *text, const char *root)
{
	struct lw_report *report = lw_report_new();
	struct lw_ktree *kt = NULL;
	int r = lw_kt_replay_open("t.txt", text, strlen(text), root, &kt, report);

	if (r < 0)
		fail_msg("%d: %s", r,
			 lw_report_size(report) ? lw_report_get(report, 0)->message : "no message");
	assert_int_equal(lw_report_size(report), 0);
	lw_report_free(report);
	return kt;
}

/* All mistakes of a text as "line:column message" lines. */
static void expect_mistakes(const char *text, size_t len, const char *root, const char *want)
{
	struct lw_report *report = lw_report_new();
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;
	struct lw_ktree *kt = NULL;

	assert_int_equal(lw_kt_replay_open("t.txt", text, len, root, &kt, report), -EINVAL);
	assert_null(kt);
	lw_report_sort(report);
	for (size_t i = 0; i < lw_report_size(report); i++) {
		const struct lw_problem *p = lw_report_get(report, i);

		assert_string_equal(p->file, "t.txt");
		assert_int_equal(p->severity, LW_ERROR);
		lw_str_addf(&got, "%u:%u %s\n", p->line, p->column, p->message);
	}
	assert_string_equal(lw_str_text(&got), want);
	lw_report_free(report);
	assert_int_equal(lw_kt_replay_open("t.txt", text, len, root, &kt, NULL), -EINVAL);
}

#define MISTAKES(text, want) expect_mistakes(text, sizeof(text) - 1, "", want)

static void a_recording_answers_as_the_kernel_did(void **state)
{
	struct lw_ktree *kt = replay(small, ROOT);
	LW_AUTO_STR struct lw_str value = LW_STR_INIT;

	(void)state;
	EXPECT_READ(kt, "setup_id", "0x21\n[key]\n");
	EXPECT_READ(kt, "devices/disk1/comment", "");
	EXPECT_READ(kt, "devices/disk1/type", "0 - disk\n");
	EXPECT_LINK(kt, "handlers/vdisk/disk1", "../../devices/disk1");
	assert_int_equal(lw_kt_read(kt, "devices/disk1/bytes", &value, NULL), 0);
	assert_int_equal(value.len, 5);
	assert_memory_equal(value.data, "\x06\0\t\\\xff", 5);
	EXPECT_STAT(kt, "devices/disk1/type", "0444 f");
	EXPECT_STAT(kt, "", "0755 d");
	EXPECT_STAT(kt, "handlers/vdisk/disk1", "0777 l");
	lw_kt_close(kt);
}

static void listings_hold_the_children_only(void **state)
{
	struct lw_ktree *kt = replay(small, ROOT);

	(void)state;
	EXPECT_LIST(kt, "", "devices:d handlers:d setup_id:f targets:d");
	EXPECT_LIST(kt, "devices", "disk1:d disk1!a:d disk10:d");
	EXPECT_LIST(kt, "devices/disk1", "broken:f bytes:f comment:f resync:f sync:f type:f");
	EXPECT_LIST(kt, "devices/disk10", "");
	EXPECT_LIST(kt, "handlers", "vdisk:d");
	EXPECT_LIST(kt, "handlers/vdisk", "disk1:l");
	lw_kt_close(kt);
}

static void modes_hold_for_everybody(void **state)
{
	struct lw_error error = LW_ERROR_INIT;
	struct lw_ktree *kt = replay(small, ROOT);

	(void)state;
	EXPECT_READ(kt, "devices/disk1/sync", "<EACCES>");
	EXPECT_READ(kt, "devices/disk1/resync", "<EACCES>");
	assert_int_equal(lw_kt_write(kt, "devices/disk1/type", "1", 1, &error), -EACCES);
	assert_string_equal(error.message, "devices/disk1/type: Permission denied");
	assert_int_equal(lw_kt_write(kt, "devices/disk1/sync", "1", 1, &error), -EROFS);
	assert_int_equal(lw_kt_write(kt, "setup_id", "1", 1, &error), -EROFS);
	assert_string_equal(error.message, "setup_id: Read-only file system");
	assert_string_equal(error.hint, "this is a recorded tree: it can be read, not changed");
	lw_kt_close(kt);
}

static void failures_are_those_of_a_file_system(void **state)
{
	struct lw_ktree *kt = replay(small, ROOT);

	(void)state;
	EXPECT_READ(kt, "devices/disk1/broken", "<EINVAL>");
	EXPECT_LIST(kt, "targets", "<EIO>");
	EXPECT_READ(kt, "nothing", "<ENOENT>");
	EXPECT_READ(kt, "devices/disk2/type", "<ENOENT>");
	EXPECT_READ(kt, "setup_id/x", "<ENOTDIR>");
	EXPECT_READ(kt, "setup_id/x/y", "<ENOTDIR>");
	EXPECT_READ(kt, "handlers/vdisk/disk1/type", "<ELOOP>");
	EXPECT_READ(kt, "handlers/vdisk/disk1", "<ELOOP>");
	EXPECT_READ(kt, "devices", "<EISDIR>");
	EXPECT_LIST(kt, "setup_id", "<ENOTDIR>");
	EXPECT_LIST(kt, "handlers/vdisk/disk1", "<ENOTDIR>");
	EXPECT_LINK(kt, "setup_id", "<EINVAL>");
	EXPECT_STAT(kt, "devices/../setup_id", "<EINVAL>");
	assert_int_equal(lw_kt_write(kt, "devices", "1", 1, NULL), -EISDIR);
	assert_int_equal(lw_kt_write(kt, "handlers/vdisk/disk1", "1", 1, NULL), -ELOOP);
	assert_int_equal(lw_kt_write(kt, "nothing", "1", 1, NULL), -ENOENT);
	lw_kt_close(kt);
}

static void inodes_are_known_if_recorded(void **state)
{
	struct lw_ktree *kt = replay(
		"# inodes\n0755\td\tg2\t\t7\n0755\td\tg1\t\t18446744073709551615\n0755\td\tg3\t\n",
		"");
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	struct lw_kt_stat st;

	(void)state;
	assert_int_equal(lw_kt_list(kt, "", &list, NULL), 0);
	assert_true(lw_kt_list_find(&list, "g1")->ino == UINT64_MAX);
	assert_true(lw_kt_list_find(&list, "g2")->ino == 7);
	assert_true(lw_kt_list_find(&list, "g3")->ino == 0);
	assert_int_equal(lw_kt_stat(kt, "g2", &st, NULL), 0);
	assert_true(st.ino == 7);
	lw_kt_close(kt);
}

static void an_empty_recording_is_an_empty_tree(void **state)
{
	static const char *const texts[] = { "", "\n\n", "# nothing but words", "0755\td\t.\t\n" };

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct lw_ktree *kt = replay(texts[i], "");

		EXPECT_LIST(kt, "", "");
		EXPECT_READ(kt, "a", "<ENOENT>");
		lw_kt_close(kt);
	}
}

static void a_slash_behind_the_root_does_not_count(void **state)
{
	struct lw_ktree *kt = replay(small, ROOT "//");

	(void)state;
	EXPECT_READ(kt, "setup_id", "0x21\n[key]\n");
	lw_kt_close(kt);
}

static void names_may_be_escaped(void **state)
{
	struct lw_ktree *kt = replay("0644\tf\ta\\x2db\tv\n0644\tf\tnew\\nline\tw\n", "");

	(void)state;
	EXPECT_READ(kt, "a-b", "v");
	EXPECT_LIST(kt, "", "a-b:f new\nline:f");
	lw_kt_close(kt);
}

static void columns_are_checked(void **state)
{
	(void)state;
	MISTAKES("0644\n", "1:5 expected mode, type, path and content, tabs between\n");
	MISTAKES("a line of words", "1:16 expected mode, type, path and content, tabs between\n");
	MISTAKES("0644\tf\tx\tv\t1\t2\n", "1:12 a fifth column without a line \"# inodes\" before\n"
					  "1:14 more than 5 columns\n");
	MISTAKES("x\tq\t\tv\n",
		 "1:1 not a mode: expected four octal digits such as 0644\n"
		 "1:3 not a type: expected d, f or l\n1:5 not a path of a kernel tree\n");
	MISTAKES("0888\tf\ta\tv\n644\tf\tb\tv\n077777\tf\tc\tv\n",
		 "1:1 not a mode: expected four octal digits such as 0644\n"
		 "2:1 not a mode: expected four octal digits such as 0644\n"
		 "3:1 not a mode: expected four octal digits such as 0644\n");
	MISTAKES(
		"# "
		"inodes\n0644\tf\ta\tv\t-1\n0644\tf\tb\tv\t18446744073709551616\n0644\tf\tc\tv\t\n",
		"2:12 not an inode number\n3:12 not an inode number\n4:12 not an inode number\n");
}

static void paths_are_checked(void **state)
{
	static const char outside[] =
		"0644\tf\t/sys/kernel/scst\tv\n0644\tf\t" ROOT "x/a\tv\n0644\tf\t" ROOT "/\tv\n";

	(void)state;
	MISTAKES("0644\tf\t../a\tv\n0644\tf\t/etc/passwd\tv\n0644\tf\ta//b\tv\n0644\tf\ta\\x2fb/"
		 "..\tv\n",
		 "1:8 not a path of a kernel tree\n2:8 not a path of a kernel tree\n3:8 not a path "
		 "of a kernel tree\n"
		 "4:8 not a path of a kernel tree\n");
	MISTAKES("0644\tf\ta\\x00b\tv\n0644\tf\ta\0b\tv\n",
		 "1:8 not a path of a kernel tree\n2:8 not a path of a kernel tree\n");
	MISTAKES("0644\tf\tabc\\q\tv\n0644\tf\ta\\\tv\n0644\tf\ta\\x1\tv\n0644\tf\ta\\x1g\tv\n",
		 "1:11 not an escape: \\n, \\t, \\\\ and \\xNN are\n2:9 not an escape: \\n, \\t, "
		 "\\\\ and \\xNN are\n"
		 "3:9 not an escape: \\n, \\t, \\\\ and \\xNN are\n4:9 not an escape: \\n, \\t, "
		 "\\\\ and \\xNN are\n");
	expect_mistakes(outside, strlen(outside), ROOT,
			"1:8 outside of " ROOT "\n2:8 outside of " ROOT "\n3:8 outside of " ROOT
			"\n");
}

static void contents_are_checked(void **state)
{
	(void)state;
	MISTAKES("0644\tf\ta\tab\\\n0644\tf\tb\t\\x\n",
		 "1:12 not an escape: \\n, \\t, \\\\ and \\xNN are\n"
		 "2:10 not an escape: \\n, \\t, \\\\ and \\xNN are\n");
	MISTAKES(
		"0644\tf\ta\t<ERR:ENOSUCH>\n0644\tf\tb\t<ERR:0>\n0644\tf\tc\t<ERR:4096>\n"
		"0644\tf\td\t<ERR:>\n",
		"1:10 no such errno\n2:10 no such errno\n3:10 no such errno\n4:10 no such errno\n");
	MISTAKES("0755\td\ta\tv\n0777\tl\tb\t\n",
		 "1:10 a directory has no content\n2:10 a link without a target\n");
}

static void contradictions_are_found(void **state)
{
	(void)state;
	MISTAKES(
		"0644\tf\ta\tv\n0644\tf\tb\tv\n0644\tf\ta\tw\n0644\tf\ta\tx\n",
		"3:8 again: it stands in line 1 already\n4:8 again: it stands in line 3 already\n");
	MISTAKES("0644\tf\ta/b/c\tv\n0644\tf\ta\tv\n", "1:8 below line 2, which is no directory\n");
	MISTAKES("0777\tl\ta\tx\n0644\tf\ta/b\tv\n0644\tf\ta/c\tv\n",
		 "2:8 below line 1, which is no directory\n3:8 below line 1, which is no "
		 "directory\n");
}

static void errnos_may_be_numbers(void **state)
{
	struct lw_ktree *kt = replay("0644\tf\ta\t<ERR:5>\n0644\tf\tc\t<ERR:x\n", "");
	struct lw_error error = LW_ERROR_INIT;
	LW_AUTO_STR struct lw_str value = LW_STR_INIT;

	(void)state;
	assert_int_equal(lw_kt_read(kt, "a", &value, &error), -EIO);
	EXPECT_READ(kt, "c", "<ERR:x");
	lw_kt_close(kt);
}

static void deep_paths_are_refused(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_ktree *kt;

	(void)state;
	lw_str_add(&text, "0644\tf\t");
	for (unsigned i = 0; i < LW_KT_DEPTH_MAX - 1; i++)
		lw_str_add(&text, "d/");
	lw_str_add(&text, "e\tv");
	kt = replay(lw_str_text(&text), "");
	EXPECT_LIST(kt, "d/d/d", "d:d");
	lw_kt_close(kt);

	lw_str_clear(&text);
	lw_str_add(&text, "0644\tf\t");
	for (unsigned i = 0; i < LW_KT_DEPTH_MAX; i++)
		lw_str_add(&text, "d/");
	lw_str_add(&text, "e\tv");
	expect_mistakes(lw_str_text(&text), text.len, "", "1:8 not a path of a kernel tree\n");
}

/* 200,000 lines in the order of a hash table: far less than the limit, unless some step is quadratic. */
static void large_recordings_are_no_burden(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	struct lw_ktree *kt;
	clock_t start;

	(void)state;
	for (unsigned i = 0; i < 200000; i++)
		lw_str_addf(&text, "0644\tf\tdevices/disk%u/attr%u\t%u\\n\n",
			    (i / 10 * 7919) % 20000, i % 10, i);
	start = clock();
	kt = replay(lw_str_text(&text), "");
	assert_int_equal(lw_kt_list(kt, "devices", &list, NULL), 0);
	assert_int_equal(list.count, 20000);
	for (uint32_t i = 0; i < list.count; i++) {
		LW_AUTO_STR struct lw_str path = LW_STR_INIT, value = LW_STR_INIT;

		lw_str_addf(&path, "devices/%s/attr3", list.entries[i].name);
		assert_int_equal(lw_kt_read(kt, lw_str_text(&path), &value, NULL), 0);
	}
	assert_true((clock() - start) / CLOCKS_PER_SEC < 20);
	lw_kt_close(kt);
}

static void every_allocation_may_fail(void **state)
{
	static const char text[] =
		"0644\tf\tb/c/a\\x2db\tv\n0644\tf\ta\\n/b\tv\\n\n0777\tl\tl\tx\\n\n";
	bool fired = true;

	(void)state;
	for (unsigned n = 1; fired; n++) {
		LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
		LW_AUTO_STR struct lw_str value = LW_STR_INIT;
		struct lw_ktree *kt = NULL;
		int r;

		alloc_fault_arm(n);
		r = lw_kt_replay_open("t.txt", text, strlen(text), "", &kt, NULL);
		if (r >= 0)
			r = lw_kt_list(kt, "", &list, NULL);
		if (r >= 0)
			r = lw_kt_read(kt, "a\n/b", &value, NULL);
		if (r >= 0)
			r = lw_kt_readlink(kt, "l", &value, NULL);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(r, fired ? -ENOMEM : 0);
		lw_kt_close(kt);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_recording_answers_as_the_kernel_did),
		cmocka_unit_test(listings_hold_the_children_only),
		cmocka_unit_test(modes_hold_for_everybody),
		cmocka_unit_test(failures_are_those_of_a_file_system),
		cmocka_unit_test(inodes_are_known_if_recorded),
		cmocka_unit_test(an_empty_recording_is_an_empty_tree),
		cmocka_unit_test(a_slash_behind_the_root_does_not_count),
		cmocka_unit_test(names_may_be_escaped),
		cmocka_unit_test(columns_are_checked),
		cmocka_unit_test(paths_are_checked),
		cmocka_unit_test(contents_are_checked),
		cmocka_unit_test(contradictions_are_found),
		cmocka_unit_test(errnos_may_be_numbers),
		cmocka_unit_test(deep_paths_are_refused),
		cmocka_unit_test(large_recordings_are_no_burden),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
