/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Laws that hold for any tree, tried on random ones: with names that no kernel would take, references that lead nowhere or to
 * two nodes, attributes nobody knows, nodes removed again. What the tree computes cleverly is compared with what is written
 * down here simply.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/schema/nearest.h"
#include "model/tree/tree_json.h"
#include "small_tree.h"

#define ROUNDS 400

static unsigned next(unsigned *seed, unsigned below)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 8) % below;
}

static const char *const names[] = {
	"a",	  "b",	       "A",	    "0",	   "1",	    "0x1",  "01",      "t",
	"",	  ".",	       "..",	    "a/b",	   "luns",  "\\",   "\\x41",   "\xff",
	"\x01\n", "f\xc3\xbc", "boxes/a/a", "targets/t/b", "*host", "HOST", "a b c d", "hw0",
};
static const char *const attrs[] = { "size",	"size_mb", "user", "mode", "id",
				     "enabled", "odd",	   "even", "file", "portal" };
static const char *const users[] = { "alice secret", "alice secret2", "bob secret", "secret" };
static const char *const values[] = { "1", "0", "0x10", "FAST", "", "/a//b", "none", "x\xfe" };

#define PICK(seed, table) ((table)[next(seed, sizeof(table) / sizeof((table)[0]))])

static void random_attr(struct lw_tree *t, lw_node n, unsigned *seed)
{
	const char *attr = PICK(seed, attrs), *value;

	value = strcmp(attr, "user") ? PICK(seed, values) : PICK(seed, users);
	switch (next(seed, 6)) {
	case 0:
		lw_tree_set_state(t, n, attr, next(seed, 5));
		break;
	case 1:
	case 2:
		add_value(t, n, attr, value);
		break;
	default:
		set(t, n, attr, value);
	}
}

static struct lw_tree *random_tree(unsigned *seed)
{
	struct lw_tree *t = new_tree();
	unsigned size = 4 + next(seed, 60);

	for (unsigned i = 0; i < size; i++) {
		lw_node parent = 1 + next(seed, t->nnode - 1), n;

		n = add(t, parent, 1 + next(seed, T_NKIND - 1), PICK(seed, names));
		if (!n)
			continue;
		for (unsigned k = next(seed, 5); k; k--)
			random_attr(t, n, seed);
		if (next(seed, 2))
			refer(t, n, PICK(seed, names));
		lw_tree_set_depth(t, n, next(seed, 3));
		t->nodes[n].origin = (uint8_t)(next(seed, 2) ? next(seed, 5) : 0);
		t->nodes[n].flags |= next(seed, 4) ? 0 : LW_NODE_HALF;
		if (!next(seed, 12))
			lw_tree_remove(t, 1 + next(seed, t->nnode - 1));
	}
	assert_int_equal(lw_tree_status(t), 0);
	return t;
}

static const struct lw_schema *find(const char *name)
{
	(void)name;
	return &test_schema;
}

static char *text_of(const struct lw_tree *t)
{
	char *text = NULL;

	assert_int_equal(lw_tree_write_json(t, LW_JSON_SECRETS, &text), 0);
	return text;
}

static void assert_same_text(const struct lw_tree *a, const struct lw_tree *b)
{
	char *x = text_of(a), *y = text_of(b);

	assert_string_equal(x, y);
	free(x);
	free(y);
}

static void each_tree(void (*law)(struct lw_tree *t, unsigned *seed))
{
	for (unsigned round = 1; round <= ROUNDS; round++) {
		unsigned seed = round * 7919;
		struct lw_tree *t = random_tree(&seed);

		law(t, &seed);
		lw_tree_free(t);
	}
}

/* ---- the tree itself */

/* Index, lists and counts say the same. */
static void law_whole(struct lw_tree *t, unsigned *seed)
{
	size_t seen = 0;

	(void)seed;
	for (lw_node n = 1; n; n = lw_tree_walk(t, 1, n)) {
		lw_node before = 0;

		seen++;
		assert_false(t->nodes[n].flags & LW_NODE_DEAD);
		for (lw_node c = lw_node_first(t, n); c; c = lw_node_next(t, c)) {
			assert_int_equal(lw_node_parent(t, c), n);
			assert_true(c > before);
			before = c;
			assert_int_equal(
				lw_tree_find_interned(t, n, lw_node_kind(t, c), t->nodes[c].name),
				c);
		}
		assert_int_equal(t->nodes[n].last, before);
		for (unsigned i = 1; i < lw_node_attr_count(t, n); i++) {
			const struct attr *attr = t->attrs + t->nodes[n].attrs + i;

			assert_true(attr[-1].def <= attr->def);
			if (attr[-1].def == attr->def)
				assert_true(attr[-1].flags & attr->flags & LW_ATTR_REPEATED);
		}
	}
	assert_int_equal(seen, lw_tree_size(t));
	assert_int_equal(t->index_used, seen - 1);
}

static void lists_index_and_runs_agree(void **state)
{
	(void)state;
	each_tree(law_whole);
}

/* A path leads to its node, or to the first of those whose paths look the same: a target and a port of one name. */
static void law_path(struct lw_tree *t, unsigned *seed)
{
	(void)seed;
	for (lw_node n = 1; n; n = lw_tree_walk(t, 1, n)) {
		char *path = lw_node_path(t, n);
		lw_node found = lw_tree_find_path(t, path);

		if (found != n) {
			char *same = lw_node_path(t, found);

			assert_string_equal(same, path);
			free(same);
		}
		assert_null(strpbrk(path, "\n\x01\xff"));
		free(path);
	}
}

static void paths_lead_back(void **state)
{
	(void)state;
	each_tree(law_path);
}

static void law_copy(struct lw_tree *t, unsigned *seed)
{
	struct lw_tree *host = new_tree(), *copy = lw_tree_copy(t), *adopted;

	add(host, 1, T_BOX, "so that offsets differ");
	adopted = lw_tree_adopt(t, host);
	assert_same_text(t, copy);
	assert_same_text(t, adopted);
	law_whole(copy, seed);
	law_whole(adopted, seed);
	lw_tree_free(copy);
	lw_tree_free(adopted);
	lw_tree_free(host);
}

static void copies_are_equal(void **state)
{
	(void)state;
	each_tree(law_copy);
}

/* Node by node into another tree, references by path. */
static void law_copy_node(struct lw_tree *t, unsigned *seed)
{
	struct lw_tree *into = lw_tree_new_sharing(&test_schema, t);
	lw_node *map = calloc(t->nnode, sizeof(*map));

	(void)seed;
	assert_non_null(map);
	lw_tree_resolve(t);
	map[1] = 1;
	for (lw_node n = 1; (n = lw_tree_walk(t, 1, n));) {
		map[n] = lw_tree_copy_node(into, map[lw_node_parent(t, n)], t, n);
		assert_int_not_equal(map[n], 0);
	}
	for (lw_node n = 2; n < t->nnode; n++) {
		lw_node to = lw_node_ref(t, n);

		if (!map[n])
			continue;
		if (to)
			lw_tree_refer(into, map[n], map[to]);
		assert_int_equal(lw_node_ref(into, map[n]), map[to]);
	}
	assert_same_text(t, into);
	free(map);
	lw_tree_free(into);
}

static void trees_copied_node_by_node_are_equal(void **state)
{
	(void)state;
	each_tree(law_copy_node);
}

/* ---- resolve, as simply as it can be said */

static lw_node simple_find(const struct lw_tree *t, lw_node n, const char *text)
{
	const struct lw_kind_spec *kind = lw_kind(&test_schema, lw_node_kind(t, n));
	bool local = kind->flags & LW_K_REF_LOCAL;
	lw_node found = strchr(text, '/') ? lw_tree_find_path(t, text) : 0;
	unsigned count = 0;

	if (found && lw_kind_in(kind->ref_kinds, lw_node_kind(t, found)) &&
	    (!local || lw_tree_export(t, found) == lw_tree_export(t, n)))
		return found;
	found = 0;
	for (lw_node to = 2; to < t->nnode; to++) {
		if (t->nodes[to].flags & LW_NODE_DEAD ||
		    !lw_kind_in(kind->ref_kinds, lw_node_kind(t, to)) ||
		    strcmp(lw_node_name(t, to), text) != 0)
			continue;
		if (local && lw_tree_export(t, to) != lw_tree_export(t, n))
			continue;
		found = to;
		count++;
	}
	return count == 1 ? found : 0;
}

/* Does another spelling of the name fit? Then the simple way has no say. */
static bool is_spelt_otherwise(const struct lw_tree *t, lw_node n, const char *text)
{
	(void)t;
	return lw_node_kind(t, n) == T_MAP && strspn(text, "0123456789x") == strlen(text);
}

static void law_resolve(struct lw_tree *t, unsigned *seed)
{
	struct lw_tree *before = lw_tree_copy(t);

	(void)seed;
	assert_int_equal(lw_tree_resolve(t), 0);
	for (lw_node n = 2; n < t->nnode; n++) {
		const char *text = lw_node_ref_name(before, n);
		const struct lw_kind_spec *kind = lw_kind(&test_schema, lw_node_kind(before, n));

		if (t->nodes[n].flags & LW_NODE_DEAD || !kind->ref_kinds)
			continue;
		if (!text && kind->flags & LW_K_REF_IS_NAME)
			text = lw_node_name(before, n);
		if (text && !is_spelt_otherwise(t, n, text))
			assert_int_equal(lw_node_ref(t, n), simple_find(before, n, text));
	}
	lw_tree_free(before);
}

static void resolve_finds_what_a_plain_search_finds(void **state)
{
	(void)state;
	each_tree(law_resolve);
}

/* ---- JSON, canon, check */

static void law_json(struct lw_tree *t, unsigned *seed)
{
	struct lw_tree *again = NULL;
	char *text;

	(void)seed;
	lw_tree_resolve(t);
	text = text_of(t);
	assert_int_equal(lw_tree_parse_json(find, "x", text, strlen(text), NULL, &again, NULL), 0);
	assert_int_equal(lw_tree_size(again), lw_tree_size(t));
	assert_same_text(t, again);
	free(text);
	lw_tree_free(again);
}

static void json_reads_what_it_wrote(void **state)
{
	(void)state;
	each_tree(law_json);
}

static void law_canon(struct lw_tree *t, unsigned *seed)
{
	struct lw_tree *once;
	int r;

	lw_tree_resolve(t);
	r = lw_tree_canon(t, NULL);
	assert_true(r == 0 || r == -EINVAL);
	law_whole(t, seed);
	once = lw_tree_copy(t);
	assert_int_equal(lw_tree_canon(t, NULL), r);
	assert_same_text(t, once);
	lw_tree_free(once);
}

static void canon_is_idempotent(void **state)
{
	(void)state;
	each_tree(law_canon);
}

/* Two declared devices of one name, anywhere, are the only case of an engine-wide name in this vocabulary. */
static bool has_twins(const struct lw_tree *t)
{
	for (lw_node a = 2; a < t->nnode; a++) {
		for (lw_node b = 2; b < a; b++) {
			bool alive = !((t->nodes[a].flags | t->nodes[b].flags) & LW_NODE_DEAD);
			bool said = t->nodes[a].origin == LW_FROM_DECLARED ||
				    t->nodes[b].origin == LW_FROM_DECLARED;

			if (alive && said && t->nodes[a].kind == T_DEVICE &&
			    t->nodes[b].kind == T_DEVICE && t->nodes[a].name == t->nodes[b].name)
				return true;
		}
	}
	return false;
}

static void law_check(struct lw_tree *t, unsigned *seed)
{
	struct lw_report *report = lw_report_new();
	struct lw_tree *before;
	bool told = false;
	int r;

	(void)seed;
	lw_tree_resolve(t);
	lw_tree_canon(t, NULL);
	before = lw_tree_copy(t);
	r = lw_tree_check(t, report);
	assert_int_equal(r, lw_report_count(report, LW_ERROR) ? -EINVAL : 0);
	assert_same_text(t, before); /* looking changes nothing */
	for (size_t i = 0; i < lw_report_size(report); i++) {
		const struct lw_problem *p = lw_report_get(report, i);

		assert_null(strstr(p->message, "secret"));
		assert_null(strchr(p->message, '\n'));
		told |= !strncmp(p->message, "device \"", 8) &&
			strstr(p->message, "is there already: boxes/");
	}
	assert_int_equal(told, has_twins(t));
	lw_report_free(report);
	lw_tree_free(before);
}

static void check_sees_twins_and_tells_no_secret(void **state)
{
	(void)state;
	each_tree(law_check);
}

/* ---- distance, by its definition */

static unsigned simple_distance(const char *a, const char *b)
{
	unsigned best;

	if (!*a || !*b)
		return (unsigned)(strlen(a) + strlen(b));
	best = simple_distance(a + 1, b + 1) + (*a != *b);
	if (simple_distance(a + 1, b) + 1 < best)
		best = simple_distance(a + 1, b) + 1;
	if (simple_distance(a, b + 1) + 1 < best)
		best = simple_distance(a, b + 1) + 1;
	if (a[1] && a[0] == b[1] && a[1] == b[0] && simple_distance(a + 2, b + 2) + 1 < best)
		best = simple_distance(a + 2, b + 2) + 1;
	return best;
}

static void distance_is_its_definition(void **state)
{
	unsigned seed = 5, near = 0;

	(void)state;
	for (unsigned round = 0; round < 3000; round++) {
		char a[8] = "", b[8] = "";
		unsigned want, la = next(&seed, 7), lb = next(&seed, 7), longer = la > lb ? la : lb;

		for (unsigned i = 0; i < la; i++)
			a[i] = (char)('a' + next(&seed, 3));
		for (unsigned i = 0; i < lb; i++)
			b[i] = (char)('a' + next(&seed, 3));
		want = simple_distance(a, b);
		if (want > (longer < 3 ? 0 : longer < 6 ? 1 : 2))
			want = LW_FAR;
		near += want && want != LW_FAR;
		assert_int_equal(lw_distance(a, b), want);
		assert_int_equal(lw_distance(b, a), want);
	}
	assert_true(near > 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_index_and_runs_agree),
		cmocka_unit_test(paths_lead_back),
		cmocka_unit_test(copies_are_equal),
		cmocka_unit_test(trees_copied_node_by_node_are_equal),
		cmocka_unit_test(resolve_finds_what_a_plain_search_finds),
		cmocka_unit_test(json_reads_what_it_wrote),
		cmocka_unit_test(canon_is_idempotent),
		cmocka_unit_test(check_sees_twins_and_tells_no_secret),
		cmocka_unit_test(distance_is_its_definition),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
