/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether two groups can match one initiator. The rule is short, so it is held against brute force: all patterns of up to
 * five characters over a small alphabet, against all names of up to the length that could tell two of them apart.
 */
#include "schema/scst_hooks.h"
#include "schema/scst_kinds.h"
#include "schema_test.h"

/* The kernel's own rule, written as its documentation says it. */
static bool glob_matches(const char *pattern, const char *name)
{
	if (*pattern == '*')
		return glob_matches(pattern + 1, name) ||
		       (*name && glob_matches(pattern, name + 1));
	if (!*pattern || !*name)
		return !*pattern && !*name;
	return (*pattern == '?' || *pattern == *name) && glob_matches(pattern + 1, name + 1);
}

static bool matches(const char *pattern, const char *name)
{
	return *pattern == '!' ? !glob_matches(pattern + 1, name) : glob_matches(pattern, name);
}

/* The n-th text over an alphabet, shortest first: "", a, b, aa, ab ...; false past the length. */
static bool nth_text(unsigned n, const char *alphabet, size_t max, char *ret)
{
	size_t base = strlen(alphabet), len = 0, count = 1;

	for (; n >= count; len++) {
		n -= (unsigned)count;
		count *= base;
	}
	if (len > max)
		return false;
	/* Back to front: all texts of a length come, in whatever order. */
	for (size_t i = 0; i < len; i++, n /= (unsigned)base)
		ret[i] = alphabet[n % base];
	ret[len] = '\0';
	return true;
}

#define NAMES 1100
static char names[NAMES][12];
static unsigned name_count;

static int make_names(void **state)
{
	(void)state;
	while (name_count < NAMES && nth_text(name_count, "ab", 9, names[name_count]))
		name_count++;
	return 0;
}

static bool really_overlap(const char *a, const char *b)
{
	for (unsigned i = 0; i < name_count; i++)
		if (matches(a, names[i]) && matches(b, names[i]))
			return true;
	return false;
}

/*
 * Without ! the answer is exact. Patterns of at most four characters that meet do so in a name of at most eight: that is what
 * the walk through both can need.
 */
static void patterns_without_not_are_exact(void **state)
{
	char a[8], b[8];

	(void)state;
	for (unsigned i = 1; nth_text(i, "a*?", 4, a); i++) {
		for (unsigned j = 1; nth_text(j, "ab*?", 3, b); j++) {
			bool want = really_overlap(a, b);

			if (lw_scst_patterns_overlap(a, b) != want)
				fail_msg("%s and %s: %d", a, b, !want);
			assert_int_equal(lw_scst_patterns_overlap(b, a), want);
		}
	}
}

static void random_patterns_without_not_are_exact(void **state)
{
	uint64_t seed = 1;
	char a[8], b[8];

	(void)state;
	for (unsigned n = 0; n < 4000; n++) {
		nth_text(1 + next_random(&seed) % 1364, "ab*?", 5, a);
		nth_text(1 + next_random(&seed) % 340, "ab*?", 4, b);
		if (lw_scst_patterns_overlap(a, b) != really_overlap(a, b))
			fail_msg("%s and %s", a, b);
	}
}

static bool really_covers(const char *a, const char *b)
{
	for (unsigned i = 0; i < name_count; i++)
		if (matches(b, names[i]) && !matches(a, names[i]))
			return false;
	return true;
}

/* A name is covered or not; of patterns only the plain case is known, and that must be true. */
static void what_is_covered_is_never_reached(void **state)
{
	unsigned covered = 0;
	char a[8], b[8];

	(void)state;
	for (unsigned i = 1; nth_text(i, "!a*?", 4, a); i++) {
		if (strchr(a + 1, '!') || !strcmp(a, "!"))
			continue;
		for (unsigned j = 1; nth_text(j, "ab*?!", 3, b); j++) {
			bool name = !strpbrk(b, "*?!");

			if (strchr(b + 1, '!') || !strcmp(b, "!"))
				continue;
			if (name && lw_scst_pattern_covers(a, b) != matches(a, b))
				fail_msg("%s and the name %s", a, b);
			if (!lw_scst_pattern_covers(a, b))
				continue;
			covered++;
			if (!really_covers(a, b))
				fail_msg("%s does not cover %s", a, b);
		}
	}
	assert_true(covered > 100);
}

static void what_is_too_long_covers_nothing(void **state)
{
	char name[300];

	(void)state;
	memset(name, 'a', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	assert_false(lw_scst_pattern_covers("a*", name));
	assert_false(lw_scst_pattern_covers("!b*", name));
}

/* With ! a wrong "no" would let a plan reorder groups unseen; a wrong "yes" only costs a step. */
static void patterns_with_not_are_never_missed(void **state)
{
	unsigned apart = 0;
	char a[8], b[8];

	(void)state;
	a[0] = '!';
	for (unsigned i = 1; nth_text(i, "a*?", 3, a + 1); i++) {
		for (unsigned j = 1; nth_text(j, "ab*?!", 3, b); j++) {
			/* A ! counts at the start only, and no group has a pattern of it alone. */
			if (strchr(b + 1, '!') || !strcmp(b, "!"))
				continue;
			if (lw_scst_patterns_overlap(a, b)) {
				assert_true(lw_scst_patterns_overlap(b, a));
				continue;
			}
			apart++;
			if (really_overlap(a, b) || lw_scst_patterns_overlap(b, a))
				fail_msg("%s and %s do overlap", a, b);
		}
	}
	assert_true(apart > 20);
}

static void plain_cases(void **state)
{
	static const struct {
		const char *a, *b;
		bool want;
	} cases[] = {
		{ "iqn.a:x", "iqn.a:x", true },
		{ "iqn.a:x", "IQN.A:X", true }, /* case does not count */
		{ "iqn.a:x", "iqn.a:y", false },
		{ "iqn.a:*", "iqn.a:x", true },
		{ "iqn.a:*", "iqn.b:x", false },
		{ "IQN.A:*", "iqn.*:y", true },
		{ "*#192.0.2.1", "iqn.a:x#*", true },
		{ "*#192.0.2.1", "*#192.0.2.2", false },
		{ "*", "!iqn.a:x", true },
		{ "!*", "iqn.a:x", false },
		{ "!*", "!iqn.a:x", false },
		{ "!iqn.a:x", "iqn.a:x", false },
		{ "!iqn.a:x", "IQN.a:x", false },
		{ "!iqn.a:*", "iqn.a:x", false },
		{ "!iqn.a:*", "iqn.b:x", true },
		{ "!iqn.a:*", "!iqn.b:*", true },
		{ "!a*", "a*", false },
		{ "h?st", "host", true },
		{ "h?st", "hst", false },
		{ "**", "", true },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		if (lw_scst_patterns_overlap(cases[i].a, cases[i].b) != cases[i].want)
			fail_msg("%s and %s", cases[i].a, cases[i].b);
		if (lw_scst_patterns_overlap(cases[i].b, cases[i].a) != cases[i].want)
			fail_msg("%s and %s", cases[i].b, cases[i].a);
	}
}

/* Longer than any name can be: no answer is no reason to read past the end. */
static void endless_patterns_overlap(void **state)
{
	char a[600], b[600];

	(void)state;
	memset(a, 'a', sizeof(a) - 1);
	memset(b, '*', sizeof(b) - 1);
	a[sizeof(a) - 1] = b[sizeof(b) - 1] = '\0';
	assert_true(lw_scst_patterns_overlap(a, b));
	a[255] = b[255] = '\0';
	assert_true(lw_scst_patterns_overlap(a, b));
	b[254] = 'b';
	assert_false(lw_scst_patterns_overlap(a, b));
}

static lw_node make_group(struct lw_tree *tree, const char *target, const char *group,
			  const char *const *initiators)
{
	lw_node root = lw_tree_root(tree), node;

	node = lw_tree_find(tree, root, SCST_ISCSI_DRIVER, "iscsi", 5);
	if (!node)
		node = add_node(tree, root, SCST_ISCSI_DRIVER, "iscsi");
	node = add_node(tree, node, SCST_ISCSI_TARGET, target);
	node = add_node(tree, node, SCST_GROUP, group);
	add_node(tree, node, SCST_LUN, "0");
	for (; *initiators; initiators++)
		add_node(tree, node, SCST_INITIATOR, *initiators);
	return node;
}

static void groups(void **state)
{
	static const char *const web[] = { "iqn.a:web1", "iqn.a:web2", NULL };
	static const char *const db[] = { "iqn.a:db1", "iqn.b:*", NULL };
	static const char *const rest[] = { "*", NULL };
	static const char *const none[] = { NULL };
	struct lw_tree *one = lw_tree_new(&lw_schema_scst), *two = lw_tree_new(&lw_schema_scst);
	lw_node a = make_group(one, "t1", "web", web), b = make_group(two, "t1", "db", db);
	lw_node c = make_group(two, "t2", "rest", rest), d = make_group(two, "t3", "none", none);

	(void)state;
	assert_false(lw_scst_groups_overlap(one, a, two, b));
	assert_true(lw_scst_groups_overlap(one, a, two, c));
	assert_true(lw_scst_groups_overlap(two, c, two, b));
	assert_false(lw_scst_groups_overlap(two, c, two, d));
	assert_true(lw_schema_scst.kinds[SCST_GROUP].hooks.overlaps == lw_scst_groups_overlap);
	lw_tree_free(one);
	lw_tree_free(two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(patterns_without_not_are_exact),
		cmocka_unit_test(random_patterns_without_not_are_exact),
		cmocka_unit_test(patterns_with_not_are_never_missed),
		cmocka_unit_test(what_is_covered_is_never_reached),
		cmocka_unit_test(what_is_too_long_covers_nothing),
		cmocka_unit_test(plain_cases),
		cmocka_unit_test(endless_patterns_overlap),
		cmocka_unit_test(groups),
	};

	return cmocka_run_group_tests_name("schema: groups that overlap", tests, make_names, NULL);
}
