/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What holds for every tree and every text:
 *
 *	read(write(tree)) = tree
 *	write(read(text)) is stable
 *	a text cut anywhere, and a text with any byte changed, is read or refused, never worse
 *	any allocation that fails makes the call fail with -ENOMEM, and nothing leaks
 */
#include "random_tree.h"

#include "alloc_fault.h"

static unsigned rounds(unsigned quick)
{
	return getenv("LW_TEST_LONG") ? 50 * quick : quick;
}

static void reading_what_was_written_gives_the_tree(void **state)
{
	uint64_t seed = 1;

	(void)state;
	for (unsigned i = 0; i < rounds(2500); i++) {
		struct lw_tree *tree = random_tree(&seed), *again;
		char *text = must_write(tree), *second;

		again = must_read(text, strlen(text));
		assert_trees_equal(tree, again);
		assert_trees_equal(again, tree);
		second = must_write(again);
		assert_string_equal(text, second);
		free(text);
		free(second);
		lw_tree_free(tree);
		lw_tree_free(again);
	}
}

/* Reads without judging; the text is copied so that the sanitizers see a byte too far. */
static bool survives(const char *text, size_t len, struct lw_report *report)
{
	char *exact = malloc(len ? len : 1);
	struct lw_tree *tree = NULL;
	int r;

	memcpy(exact, text, len);
	r = lw_format_read(LW_FORMAT_SCST_CONF, "c", exact, len, NULL, &tree, report);
	free(exact);
	assert_true(r == 0 || r == -EINVAL);
	assert_true(!tree == !!r);
	if (tree) {
		char *written = must_write(tree);

		expect_stable(written, strlen(written));
		free(written);
	}
	lw_tree_free(tree);
	return r == 0;
}

static void a_text_cut_anywhere_is_refused_or_whole(void **state)
{
	size_t len;
	char *text = read_example("ha-pair.conf", &len);
	unsigned depth = 0;
	bool comment = false;

	(void)state;
	for (size_t cut = 0; cut <= len; cut++) {
		struct lw_report *report = lw_report_new();
		bool good = survives(text, cut, report);

		/* Whatever ends inside a block is not whole. */
		if (depth && good)
			fail_msg("cut at byte %zu, inside a block, and not refused", cut);
		if (!good && !lw_report_count(report, LW_ERROR))
			fail_msg("cut at byte %zu: refused without a word", cut);
		if (lw_report_count(report, LW_ERROR) > 2)
			fail_msg("cut at byte %zu: an avalanche", cut);
		lw_report_free(report);

		if (text[cut] == '#' && (!cut || strchr(" \t\n", text[cut - 1])))
			comment = true;
		if (text[cut] == '\n')
			comment = false;
		depth += !comment && text[cut] == '{';
		depth -= !comment && text[cut] == '}';
	}
	free(text);
}

static void a_text_with_any_byte_changed_is_survived(void **state)
{
	static const char bytes[] = "{}\"#\\; \n\x01=";
	unsigned step = getenv("LW_TEST_LONG") ? 1 : 4;
	size_t len;
	char *text = read_example("chap.conf", &len);

	(void)state;
	for (size_t at = 0; at < len; at++) {
		char kept = text[at];

		/* The NUL at the end is one of them. */
		for (size_t i = at % step; i < sizeof(bytes); i += step) {
			text[at] = bytes[i];
			survives(text, len, NULL);
		}
		text[at] = kept;
	}
	free(text);
}

static void random_text_is_survived(void **state)
{
	static const char *const parts[] = { "HANDLER ",
					     "DEVICE ",
					     "TARGET_DRIVER ",
					     "TARGET ",
					     "LUN ",
					     "GROUP ",
					     "INITIATOR ",
					     "HW_TARGET",
					     "ALUA ",
					     "DEVICE_GROUP ",
					     "TARGET_GROUP ",
					     "{",
					     "}",
					     "\n",
					     "\n",
					     "\n",
					     " ",
					     "\"",
					     "#",
					     "\\",
					     ";",
					     "0 ",
					     "a ",
					     "x=1",
					     "iscsi ",
					     "vdisk_fileio ",
					     "enabled 1\n",
					     "\r\n" };
	uint64_t seed = 7;

	(void)state;
	for (unsigned i = 0; i < rounds(3000); i++) {
		LW_AUTO_STR struct lw_str text = LW_STR_INIT;
		unsigned count = next_random(&seed) % 60;

		lw_str_add(&text, "");
		while (count--)
			lw_str_add(&text,
				   parts[next_random(&seed) % (sizeof(parts) / sizeof(parts[0]))]);
		survives(lw_str_text(&text), text.len, NULL);
	}
}

static void every_allocation_of_the_reader_may_fail(void **state)
{
	size_t len;
	char *text = read_example("ha-pair.conf", &len);
	bool fired = true;

	(void)state;
	for (unsigned n = 1; fired; n++) {
		struct lw_tree *tree = NULL;
		int r;

		alloc_fault_arm(n);
		r = lw_format_read(LW_FORMAT_SCST_CONF, "c", text, len, NULL, &tree, NULL);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(r, fired ? -ENOMEM : 0);
		assert_true(!tree == fired);
		lw_tree_free(tree);
	}
	free(text);
}

/* With mistakes to tell: their text may be lost, that there was one may not. */
static void mistakes_are_mistakes_also_when_memory_is_short(void **state)
{
	static const char text[] = "a x#y\nHANDLER h {\n\tLUN 0 a\n\tdevice y {\n\t}\n}\n}\na b "
				   "c\n\"x\\#\" \"y\\z\"\n";
	bool fired = true;

	(void)state;
	for (unsigned n = 1; fired; n++) {
		struct lw_report *report = lw_report_new();
		struct lw_tree *tree = NULL;
		int r;

		alloc_fault_arm(n);
		r = lw_format_read(LW_FORMAT_SCST_CONF, "c", text, strlen(text), NULL, &tree,
				   report);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_true(r == -EINVAL || (fired && r == -ENOMEM));
		assert_null(tree);
		lw_report_free(report);
	}
}

static void every_allocation_of_the_writer_may_fail(void **state)
{
	size_t len;
	char *text = read_example("ha-pair.conf", &len);
	struct lw_tree *tree = must_read(text, len);
	bool fired = true;

	(void)state;
	for (unsigned n = 1; fired; n++) {
		struct lw_error err = LW_ERROR_INIT;
		char *written = NULL;
		int r;

		alloc_fault_arm(n);
		r = lw_format_write(LW_FORMAT_SCST_CONF, tree, n % 2 ? LW_WRITE_SECRETS : 0,
				    &written, &err);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		assert_int_equal(r, fired ? -ENOMEM : 0);
		assert_int_equal(err.err, r);
		assert_true(!written == fired);
		free(written);
	}
	lw_tree_free(tree);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reading_what_was_written_gives_the_tree),
		cmocka_unit_test(a_text_cut_anywhere_is_refused_or_whole),
		cmocka_unit_test(a_text_with_any_byte_changed_is_survived),
		cmocka_unit_test(random_text_is_survived),
		cmocka_unit_test(every_allocation_of_the_reader_may_fail),
		cmocka_unit_test(mistakes_are_mistakes_also_when_memory_is_short),
		cmocka_unit_test(every_allocation_of_the_writer_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
