/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The reader while the kernel misbehaves or lives on. The law: a tree that is given out is complete as of some moment; what
 * else happens is an error that names the path.
 */
#include "engine_test.h"

#include "alloc_fault.h"

/* A state small enough to be read some thousand times, with one of everything. */
static const char *const small_trace = "40-alua";

struct fixture {
	struct lw_str text;
	struct lw_ktree *kt;
	char *want; /* the tree as text, sessions included */
};

static const struct lw_engine_read_options everything = {
	sizeof(everything), LW_DEPTH_FULL, LW_READ_SESSIONS, NULL, NULL, false
};

/* Only one device of many stays, to keep the sweeps short. */
static void thin_out(struct lw_str *text)
{
	static const char *const gone[] = { "devices/disk3",
					    "devices/disk4",
					    "devices/disk6",
					    "devices/blk2",
					    "devices/null1",
					    "devices/null3",
					    "devices/null4",
					    "devices/cd2",
					    "devices/disk2",
					    "targets/copy_manager/copy_manager_tgt/luns/2",
					    "targets/copy_manager/copy_manager_tgt/luns/3",
					    "targets/copy_manager/copy_manager_tgt/luns/5" };
	struct lw_str other = LW_STR_INIT;

	for (size_t i = 0; i < sizeof(gone) / sizeof(gone[0]); i++) {
		trace_without(text, gone[i], &other);
		lw_str_done(text);
		*text = other;
		other = (struct lw_str)LW_STR_INIT;
	}
}

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	struct lw_tree *tree;

	trace_load(small_trace, &f->text);
	thin_out(&f->text);
	f->kt = trace_open(&f->text);
	tree = tree_read(f->kt, &everything, NULL);
	f->want = tree_text_of(tree, "/", 0);
	lw_tree_free(tree);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	lw_kt_close(f->kt);
	lw_str_done(&f->text);
	free(f->want);
	free(f);
	return 0;
}

/* Reads; 0 and the tree as text, or an error. */
static int read_text(struct lw_ktree *kt, char **ret, struct lw_report *report,
		     struct lw_error *error)
{
	const struct lw_engine *engine = &lw_engine_scst;
	struct lw_tree *tree = lw_tree_new(engine->schema);
	int r = engine->read(kt, &everything, tree, report, error);

	*ret = r < 0 ? NULL : tree_text_of(tree, "/", 0);
	lw_tree_free(tree);
	return r;
}

/* The number of lines that only one of two texts has; all must speak of @attr. */
static unsigned lines_that_differ(const char *want, const char *got, const char *attr)
{
	unsigned differ = 0;

	while (*want || *got) {
		size_t w = strcspn(want, "\n") + (*want != 0), g = strcspn(got, "\n") + (*got != 0);

		if (w == g && !memcmp(want, got, w)) {
			want += w;
			got += g;
			continue;
		}
		/* Either the value changed, or the line is missing in what we got. */
		if (!w || !*attr || strncmp(want + strspn(want, " "), attr, strlen(attr)) != 0)
			fail_msg("differs beside %s: %.*s", attr, (int)w, want);
		if (!strncmp(got + strspn(got, " "), attr, strlen(attr)) && strchr(got, '<') &&
		    strchr(got, '<') < got + g)
			got += g;
		want += w;
		differ++;
	}
	return differ;
}

/* The attribute's name that a path ends in: "IncomingUser" for ".../IncomingUser1". */
static char *attr_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *attr = strdup(slash ? slash + 1 : path);
	size_t len = strlen(attr);

	while (len && attr[len - 1] >= '0' && attr[len - 1] <= '9')
		attr[--len] = '\0';
	return attr;
}

/*
 * Each access fails once. An error names the path; a tree differs from the true one in that attribute at most, and then the
 * failure was one that an attribute may have.
 */
static void sweep(struct fixture *f, int err, bool may_succeed)
{
	struct lw_ktree *kt = NULL;
	unsigned long survived = 0;
	bool fired = true;

	assert_int_equal(lw_kt_fault_open(f->kt, &kt, NULL), 0);
	for (unsigned long n = 0; fired; n++) {
		struct lw_error error = LW_ERROR_INIT;
		char *got, *attr;
		int r;

		lw_kt_fault_arm(kt, n, err);
		r = read_text(kt, &got, NULL, &error);
		fired = lw_kt_fault_fired(kt);
		if (!fired) {
			assert_int_equal(r, 0);
			assert_string_equal(got, f->want);
		} else if (r < 0) {
			const char *path = lw_kt_fault_path(kt);

			/* A root that is not there is no SCST. */
			if (!*path && error.code == LW_CODE_GONE)
				continue;
			assert_int_equal(r, err);
			assert_int_equal(error.err, err);
			assert_string_equal(error.object, *path ? path : "/");
			if (!strstr(error.message, path))
				fail_msg("%s is not in: %s", path, error.message);
		} else {
			if (!may_succeed)
				fail_msg("read without %s", lw_kt_fault_path(kt));
			attr = attr_of(lw_kt_fault_path(kt));
			assert_true(lines_that_differ(f->want, got, attr) <= 1);
			free(attr);
			survived++;
		}
		free(got);
	}
	assert_true(!may_succeed || survived);
	lw_kt_close(kt);
}

/* Kin of an errno that is swept always: in the long run only. */
static bool is_long(void)
{
	return getenv("LW_TEST_LONG") != NULL;
}

static void an_input_error_anywhere_is_an_error(void **state)
{
	sweep(*state, -EIO, false);
}

static void so_is_what_may_pass_later(void **state)
{
	sweep(*state, -EAGAIN, false);
	if (is_long())
		sweep(*state, -EBUSY, false);
}

static void so_is_a_lack_of_rights(void **state)
{
	sweep(*state, -EACCES, false);
	if (is_long())
		sweep(*state, -EPERM, false);
}

static void a_missing_attribute_is_a_fact_and_a_missing_directory_is_not(void **state)
{
	sweep(*state, -ENOENT, true);
	if (is_long())
		sweep(*state, -ENODEV, true);
}

static void an_attribute_may_be_invalid_and_nothing_else(void **state)
{
	sweep(*state, -EINVAL, true);
}

/* ---- objects that are deleted while we read */

/* A view in which a path, and all below it, is there until access @at. */
struct mortal {
	struct lw_ktree kt;
	struct lw_ktree *inner;
	const char *path;
	unsigned long count, at;
};

static bool is_dead(struct mortal *m, const char *path)
{
	size_t len = strlen(m->path);

	return m->count++ >= m->at && !strncmp(path, m->path, len) && strchr("/", path[len]);
}

static struct mortal *mortal_of(struct lw_ktree *kt)
{
	return (struct mortal *)kt;
}

static int mortal_list(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
		       struct lw_error *error)
{
	struct mortal *m = mortal_of(kt);
	bool later = m->count >= m->at;
	LW_AUTO_STR struct lw_str full = LW_STR_INIT;
	int r;

	if (is_dead(m, path))
		return lw_kt_fail(error, -ENOENT, path);
	r = lw_kt_list(m->inner, path, ret, error);
	for (uint32_t i = 0; r >= 0 && later && i < ret->count; i++) {
		lw_str_clear(&full);
		lw_str_addf(&full, "%s/%s", path, ret->entries[i].name);
		if (strcmp(lw_str_text(&full), m->path) != 0)
			continue;
		memmove(&ret->entries[i], &ret->entries[i + 1],
			(ret->count - i - 1) * sizeof(ret->entries[i]));
		ret->count--;
	}
	return r;
}

static int mortal_read(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		       struct lw_error *error)
{
	if (is_dead(mortal_of(kt), path))
		return lw_kt_fail(error, mortal_of(kt)->count % 2 ? -ENOENT : -ENODEV, path);
	return lw_kt_read(mortal_of(kt)->inner, path, ret, error);
}

static int mortal_readlink(struct lw_ktree *kt, const char *path, struct lw_str *ret,
			   struct lw_error *error)
{
	if (is_dead(mortal_of(kt), path))
		return lw_kt_fail(error, -ENOENT, path);
	return lw_kt_readlink(mortal_of(kt)->inner, path, ret, error);
}

static int mortal_stat(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
		       struct lw_error *error)
{
	if (is_dead(mortal_of(kt), path))
		return lw_kt_fail(error, -ENOENT, path);
	return lw_kt_stat(mortal_of(kt)->inner, path, ret, error);
}

static const struct lw_ktree_ops mortal_ops = {
	.size = sizeof(mortal_ops),
	.list = mortal_list,
	.read = mortal_read,
	.readlink = mortal_readlink,
	.stat = mortal_stat,
};

/* Whenever it goes, the object is there whole or not at all, and everything else is as it was. */
static void expect_all_or_nothing(struct fixture *f, const char *path)
{
	struct mortal m = { .kt = { &mortal_ops }, .inner = f->kt, .path = path };
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	unsigned long with = 0, without = 0;
	struct lw_ktree *other;
	struct lw_tree *tree;
	char *gone, *got;

	trace_without(&f->text, path, &text);
	other = trace_open(&text);
	tree = tree_read(other, &everything, NULL);
	gone = tree_text_of(tree, "/", 0);
	lw_tree_free(tree);
	lw_kt_close(other);

	do {
		struct lw_error error = LW_ERROR_INIT;

		m.count = 0;
		if (read_text(&m.kt, &got, NULL, &error) < 0)
			fail_msg("%s goes at access %lu: %s", path, m.at, error.message);
		if (!strcmp(got, f->want))
			with++;
		else if (!strcmp(got, gone))
			without++;
		else
			fail_msg("%s goes at access %lu: neither there nor gone in\n%s", path, m.at,
				 got);
		free(got);
	} while (m.at++ < m.count);
	assert_true(with && without);
	free(gone);
}

static void objects_may_go_at_any_moment(void **state)
{
	static const char *const paths[] = {
		"targets/scst_local/loc2",
		"targets/iscsi/iqn.2026-01.example:t1/luns/300",
		"targets/iscsi/iqn.2026-01.example:t1/ini_groups/g1",
		"targets/iscsi/iqn.2026-01.example:t1/ini_groups/g1/luns/1",
		"targets/iscsi/iqn.2026-01.example:t2/sessions/iqn.2026-01.example:host1",
		"device_groups/dg1",
		"device_groups/dg1/target_groups/tg1",
		"device_groups/dg1/target_groups/tg1/iqn.2026-01.example:remote1",
		"devices/blk1",
	};

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		/* What refers to the device by a link keeps its name; that is not what is looked at here. */
		if (!strcmp(paths[i], "devices/blk1")) {
			struct fixture *f = *state;
			struct lw_str text = LW_STR_INIT;
			struct lw_tree *tree;

			trace_without(&f->text, "targets/copy_manager/copy_manager_tgt/luns/6",
				      &text);
			lw_kt_close(f->kt);
			lw_str_done(&f->text);
			free(f->want);
			f->text = text;
			f->kt = trace_open(&f->text);
			tree = tree_read(f->kt, &everything, NULL);
			f->want = tree_text_of(tree, "/", 0);
			lw_tree_free(tree);
		}
		expect_all_or_nothing(*state, paths[i]);
	}
}

static void an_engine_that_goes_is_an_error(void **state)
{
	struct lw_error error = LW_ERROR_INIT;
	struct fixture *f = *state;
	struct mortal m = { .kt = { &mortal_ops }, .inner = f->kt, .path = "", .at = 0 };
	char *got;

	assert_int_equal(read_text(&m.kt, &got, NULL, &error), -ENODEV);
	assert_string_equal(error.message, "cannot read SCST: SCST is not there any more");
	assert_int_equal(error.code, LW_CODE_GONE);
}

/* ---- memory */

static void every_allocation_may_fail(void **state)
{
	struct fixture *f = *state;
	bool fired = true;
	unsigned step = is_long() ? 1 : 3;

	for (unsigned n = 1; fired; n += n < 300 ? 1 : step) {
		const struct lw_engine *engine = &lw_engine_scst;
		struct lw_tree *tree = lw_tree_new(engine->schema);
		struct lw_error error = LW_ERROR_INIT;
		int r;

		alloc_fault_arm(n);
		r = engine->read(f->kt, &everything, tree, NULL, &error);
		fired = alloc_fault_fired();
		alloc_fault_disarm();
		if (r < 0) {
			assert_true(fired);
			assert_int_equal(r, -ENOMEM);
			assert_int_equal(error.code, LW_CODE_MEMORY);
		} else {
			char *got = tree_text_of(tree, "/", 0);

			assert_string_equal(got, f->want);
			free(got);
		}
		lw_tree_free(tree);
	}
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(an_input_error_anywhere_is_an_error),
		CASE(so_is_what_may_pass_later),
		CASE(so_is_a_lack_of_rights),
		CASE(a_missing_attribute_is_a_fact_and_a_missing_directory_is_not),
		CASE(an_attribute_may_be_invalid_and_nothing_else),
		CASE(objects_may_go_at_any_moment),
		CASE(an_engine_that_goes_is_an_error),
		CASE(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
