/* SPDX-License-Identifier: Apache-2.0 */
#include "ktree_test.h"

#include "alloc_fault.h"

#define ROOT "/sys/kernel/scst_tgt"

struct fixture {
	char *root;
	struct lw_ktree *real, *kt;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	f->root = tree_make();
	f->real = tree_open(f->root);
	assert_int_equal(lw_kt_record_open(f->real, ROOT, &f->kt, NULL), 0);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	lw_kt_close(f->kt);
	lw_kt_close(f->real);
	tree_remove(f->root);
	free(f);
	return 0;
}

static struct lw_ktree *replay(const struct lw_str *text, const char *root)
{
	struct lw_report *report = lw_report_new();
	struct lw_ktree *kt = NULL;

	if (lw_kt_replay_open("recorded", lw_str_text(text), text->len, root, &kt, report) < 0)
		fail_msg("%s in\n%s", lw_report_get(report, 0)->message, lw_str_text(text));
	lw_report_free(report);
	return kt;
}

static void a_replayed_recording_answers_as_the_tree_did(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT, want = LW_STR_INIT, seen = LW_STR_INIT,
				  got = LW_STR_INIT;
	struct fixture *f = *state;
	struct lw_ktree *again;

	tree_file(f->root, "odd \xc3\xa9 \\ name", "<ERR:EIO>", 0600);
	tree_file(f->root, "looks", "!WO:EACCES", 0644);
	walk(f->real, "", &want);
	walk(f->kt, "", &seen);
	assert_string_equal(lw_str_text(&seen), lw_str_text(&want));
	assert_int_equal(lw_kt_record_text(f->kt, &text, NULL), 0);

	again = replay(&text, ROOT);
	walk(again, "", &got);
	assert_string_equal(lw_str_text(&got), lw_str_text(&want));
	EXPECT_READ(again, "looks", "!WO:EACCES");
	lw_kt_close(again);
}

static void inodes_survive(void **state)
{
	LW_AUTO_KT_LIST struct lw_kt_list want = LW_KT_LIST_INIT, got = LW_KT_LIST_INIT;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct fixture *f = *state;
	struct lw_ktree *again;

	assert_int_equal(lw_kt_list(f->kt, "", &want, NULL), 0);
	assert_int_equal(lw_kt_record_text(f->kt, &text, NULL), 0);
	assert_int_equal(strncmp(lw_str_text(&text), "# inodes\n", 9), 0);
	again = replay(&text, ROOT);
	assert_int_equal(lw_kt_list(again, "", &got, NULL), 0);
	assert_int_equal(got.count, want.count);
	for (uint32_t i = 0; i < got.count; i++)
		assert_true(got.entries[i].ino == want.entries[i].ino && got.entries[i].ino);
	lw_kt_close(again);
}

static void what_was_never_asked_is_not_known(void **state)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct fixture *f = *state;
	struct lw_ktree *again;

	assert_int_equal(lw_kt_list(f->kt, "", &list, NULL), 0);
	assert_int_equal(lw_kt_record_text(f->kt, &text, NULL), 0);
	again = replay(&text, ROOT);
	EXPECT_LIST(again, "", "devices:d empty:f handlers:d setup_id:f targets:d version:f");
	EXPECT_READ(again, "setup_id", "<ENODATA>");
	EXPECT_LIST(again, "targets", "<ENODATA>");
	EXPECT_STAT(again, "version", "0444 f");
	lw_kt_close(again);
}

static void a_root_that_was_never_listed_is_not_known_either(void **state)
{
	struct fixture *f = *state;

	for (int relative = 0; relative < 2; relative++) {
		LW_AUTO_STR struct lw_str text = LW_STR_INIT;
		struct lw_ktree *again, *record;
		struct lw_kt_stat st;

		assert_int_equal(lw_kt_record_open(f->real, relative ? "" : ROOT, &record, NULL),
				 0);
		EXPECT_READ(record, "version", "3.11\n");
		assert_int_equal(lw_kt_stat(record, "", &st, NULL), 0);
		assert_int_equal(lw_kt_record_text(record, &text, NULL), 0);
		again = replay(&text, relative ? "" : ROOT);
		EXPECT_READ(again, "version", "3.11\n");
		EXPECT_LIST(again, "", "<ENODATA>");
		lw_kt_close(again);
		lw_kt_close(record);
	}
}

/* A file that cannot be read, one that vanishes between listing and reading, one that never was. */
static void failures_are_recorded_as_such(void **state)
{
	static const char inner_text[] =
		"0200\tf\taction\t!WO:EACCES\n0200\tf\tunread\t<WO>\n0644\tf\tsick\t<ERR:EIO>\n"
		"0755\td\tlocked\t<ERR:EPERM>\n0644\tf\tgone\tv\n0644\tf\tgood\tv\n";
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_ktree *inner = NULL, *fault = NULL, *record = NULL, *again;

	(void)state;
	assert_int_equal(lw_kt_replay_open("i", inner_text, strlen(inner_text), "", &inner, NULL),
			 0);
	assert_int_equal(lw_kt_fault_open(inner, &fault, NULL), 0);
	assert_int_equal(lw_kt_record_open(fault, "", &record, NULL), 0);
	assert_int_equal(lw_kt_list(record, "", &list, NULL), 0);
	EXPECT_READ(record, "action", "<EACCES>");
	EXPECT_READ(record, "sick", "<EIO>");
	EXPECT_READ(record, "never", "<ENOENT>");
	EXPECT_READ(record, "good/below", "<ENOTDIR>");
	EXPECT_READ(record, "locked", "<EISDIR>");
	EXPECT_LIST(record, "locked", "<EPERM>");
	EXPECT_LINK(record, "good", "<EINVAL>");
	EXPECT_READ(record, "good", "v");
	EXPECT_LINK(record, "good", "<EINVAL>");
	lw_kt_fault_arm(fault, 0, -ENOENT);
	EXPECT_READ(record, "gone", "<ENOENT>");
	assert_int_equal(lw_kt_record_text(record, &text, NULL), 0);
	assert_string_equal(lw_str_text(&text), "0755\td\t.\t\n"
						"0200\tf\taction\t!WO:EACCES\n"
						"0644\tf\tgone\t<ERR:ENOENT>\n"
						"0644\tf\tgood\tv\n"
						"0755\td\tlocked\t<ERR:EPERM>\n"
						"0644\tf\tsick\t<ERR:EIO>\n"
						"0200\tf\tunread\t!WO:EACCES\n");
	again = replay(&text, "");
	EXPECT_READ(again, "gone", "<ENOENT>");
	EXPECT_READ(again, "action", "<EACCES>");
	EXPECT_LIST(again, "locked", "<EPERM>");
	lw_kt_close(again);
	lw_kt_close(record);
	lw_kt_close(fault);
	lw_kt_close(inner);
}

static void writes_are_told_in_their_order(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct fixture *f = *state;
	struct lw_ktree *again;

	EXPECT_READ(f->kt, "empty", "");
	assert_int_equal(lw_kt_write(f->kt, "empty", "add \"a\"\n", 8, NULL), 0);
	assert_int_equal(lw_kt_write(f->kt, "devices", "x", 1, NULL), -EISDIR);
	assert_int_equal(lw_kt_write(f->kt, "empty", "\x01", 1, NULL), 0);
	EXPECT_READ(f->kt, "empty", "add \"a\"\n\x01");
	assert_int_equal(lw_kt_record_text(f->kt, &text, NULL), 0);
	assert_string_equal(lw_str_text(&text), "#   write empty <- \"add \"a\"\\n\" => ok\n"
						"#   write devices <- \"x\" => EISDIR\n"
						"#   write empty <- \"\\x01\" => ok\n"
						"0644\tf\t" ROOT "/empty\tadd \"a\"\\n\\x01\n");
	again = replay(&text, ROOT);
	EXPECT_READ(again, "empty", "add \"a\"\n\x01");
	lw_kt_close(again);
}

static void what_is_seen_last_counts(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct fixture *f = *state;

	EXPECT_READ(f->kt, "version", "3.11\n");
	tree_file(f->root, "version", "3.12\n", 0444);
	EXPECT_READ(f->kt, "version", "3.12\n");
	assert_int_equal(lw_kt_record_text(f->kt, &text, NULL), 0);
	assert_non_null(strstr(lw_str_text(&text), "3.12"));
	assert_null(strstr(lw_str_text(&text), "3.11"));
}

static void an_empty_recording_is_empty(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct fixture *f = *state;

	assert_int_equal(lw_kt_record_text(f->kt, &text, NULL), 0);
	assert_string_equal(lw_str_text(&text), "");
}

/* Whatever is lost for want of memory, the recording is refused, never shortened. */
static void every_allocation_may_fail(void **state)
{
	struct fixture *f = *state;
	bool fired = true;

	for (unsigned n = 1; fired; n++) {
		LW_AUTO_STR struct lw_str text = LW_STR_INIT, value = LW_STR_INIT;
		LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
		struct lw_ktree *kt = NULL;
		int r;

		alloc_fault_arm(n);
		r = lw_kt_record_open(f->real, ROOT, &kt, NULL);
		if (r >= 0) {
			(void)lw_kt_list(kt, "", &list, NULL);
			(void)lw_kt_read(kt, "setup_id", &value, NULL);
			(void)lw_kt_readlink(kt, "handlers/disk1", &value, NULL);
			(void)lw_kt_write(kt, "empty", "1", 1, NULL);
			r = lw_kt_record_text(kt, &text, NULL);
		}
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		if (r >= 0) {
			/* The answer itself failed, and that is what was recorded; or nothing did. */
			lw_kt_close(replay(&text, ROOT));
			assert_true(!fired || strstr(lw_str_text(&text), "ENOMEM"));
		} else {
			assert_int_equal(r, -ENOMEM);
		}
		lw_kt_close(kt);
	}
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_replayed_recording_answers_as_the_tree_did),
		CASE(inodes_survive),
		CASE(what_was_never_asked_is_not_known),
		CASE(a_root_that_was_never_listed_is_not_known_either),
		CASE(failures_are_recorded_as_such),
		CASE(writes_are_told_in_their_order),
		CASE(what_is_seen_last_counts),
		CASE(an_empty_recording_is_empty),
		CASE(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
