/* SPDX-License-Identifier: Apache-2.0 */
/* The product's reader sees in the simulator what it sees in the recordings. */
#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"
#include "engine/scst/scst.h"
#include "ktree_sim.h"
#include "lunward/format.h"
#include "lunward/tree.h"
#include "recorded.h"
#include "sim_test.h"

/* ---- a view without inode numbers: recordings have none, and say that an order is not known */

struct bare {
	struct lw_ktree kt;
	struct lw_ktree *inner;
};

static struct lw_ktree *inner(struct lw_ktree *kt)
{
	return ((struct bare *)kt)->inner;
}

static int bare_list(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
		     struct lw_error *error)
{
	int err = inner(kt)->ops->list(inner(kt), path, ret, error);

	for (uint32_t i = 0; i < ret->count; i++)
		ret->entries[i].ino = 0;
	return err;
}

static int bare_read(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		     struct lw_error *error)
{
	return inner(kt)->ops->read(inner(kt), path, ret, error);
}

static int bare_readlink(struct lw_ktree *kt, const char *path, struct lw_str *ret,
			 struct lw_error *error)
{
	return inner(kt)->ops->readlink(inner(kt), path, ret, error);
}

static int bare_stat(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
		     struct lw_error *error)
{
	int err = inner(kt)->ops->stat(inner(kt), path, ret, error);

	ret->ino = 0;
	return err;
}

static const struct lw_ktree_ops bare_ops = {
	.size = sizeof(bare_ops),
	.list = bare_list,
	.read = bare_read,
	.readlink = bare_readlink,
	.stat = bare_stat,
};

/* ---- reading */

static char *text_of(const struct lw_tree *tree)
{
	char *text = NULL;

	assert_int_equal(lw_format_write(LW_FORMAT_TREE_JSON, tree, LW_WRITE_SECRETS, &text, NULL),
			 0);
	return text;
}

/* With the sessions, and all that is configuration. */
static char *read_sim(struct sim *sim, bool inodes)
{
	struct lw_engine_read_options options = LW_ENGINE_READ_OPTIONS_INIT;
	struct lw_tree *tree = lw_tree_new(lw_engine_scst.schema);
	struct lw_error error = LW_ERROR_INIT;
	struct bare bare = { .kt.ops = &bare_ops };
	struct lw_ktree *kt;
	char *text;

	options.flags = LW_READ_SESSIONS;
	assert_non_null(tree);
	assert_int_equal(lw_kt_sim_open(sim, &kt), 0);
	bare.inner = kt;
	if (lw_engine_scst.read(inodes ? kt : &bare.kt, &options, tree, NULL, &error))
		fail_msg("%s: %s", error.object, error.message);
	lw_kt_close(kt);
	text = text_of(tree);
	lw_tree_free(tree);
	return text;
}

static char *read_recorded(const char *name)
{
	char *recorded = recorded_file(name, "txt", true), *text;
	struct lw_tree *tree = NULL;

	assert_int_equal(lw_recorded_read(name, recorded, strlen(recorded), LW_READ_SESSIONS, NULL,
					  &tree, NULL),
			 0);
	text = text_of(tree);
	lw_tree_free(tree);
	free(recorded);
	return text;
}

/* The first line that differs says more than two texts of many pages. */
static void same_text(const char *name, const char *seen, const char *wanted)
{
	const char *a = seen, *b = wanted;
	unsigned line = 1;

	while (*a && strcspn(a, "\n") == strcspn(b, "\n") && !strncmp(a, b, strcspn(a, "\n"))) {
		a += strcspn(a, "\n");
		b += strcspn(b, "\n");
		a += *a == '\n';
		b += *b == '\n';
		line++;
	}
	if (*a || *b)
		fail_msg("%s, line %u: simulated %.*s, recorded %.*s", name, line,
			 (int)strcspn(a, "\n"), a, (int)strcspn(b, "\n"), b);
}

/* Only whole recordings can be read; what leads from one to the next goes through the others. */
static void test_same_tree(void **unused)
{
	static const struct {
		const char *name;
		bool whole;
	} states[] = {
		{ "00-core-only", true },	  { "01-handlers", false },
		{ "02-drivers-nodaemon", false }, { "03-fresh", true },
		{ "04-no-default-local", false }, { "10-devices", true },
		{ "11-device-attrs", false },	  { "12-device-attrs-back", false },
		{ "20-iscsi-targets", true },	  { "21-iscsi-session", true },
		{ "30-local-session", false },	  { "40-alua", true },
		{ "50-cleared", true },
	};
	struct sim *sim = sim_new(NULL);

	(void)unused;
	assert_non_null(sim);
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++) {
		char *seen, *wanted;

		assert_int_equal(replay_writes(sim, states[i].name), 0);
		if (!states[i].whole)
			continue;
		seen = read_sim(sim, false);
		wanted = read_recorded(states[i].name);
		same_text(states[i].name, seen, wanted);
		free(seen);
		free(wanted);
	}
	sim_free(sim);
}

/* Groups are searched in order of creation, which only the inodes tell: recordings have none. */
static void test_order_of_groups(void **state)
{
	struct sim *sim = *state;
	const char *b, *a;
	char *text;

	put(sim, "targets/iscsi/mgmt", "add_target t", 0);
	put(sim, "targets/iscsi/t/ini_groups/mgmt", "create zz-first", 0);
	put(sim, "targets/iscsi/t/ini_groups/mgmt", "create aa-second", 0);
	text = read_sim(sim, true);
	b = strstr(text, "zz-first");
	a = strstr(text, "aa-second");
	assert_true(a && b && b < a);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_tree),
		cmocka_unit_test_setup_teardown(test_order_of_groups, sim_start, sim_stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
