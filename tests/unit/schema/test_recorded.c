/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tables against what real kernels showed: every file has a row, every value that could be written is accepted, and what
 * the table calls fresh is what a fresh object had.
 */
#include "recorded_lio.h"
#include "recorded_scst.h"
#include "schema_test.h"

/* The row whose file this is; NULL if the kind has none. */
static const struct lw_attr_spec *row_of_file(const struct lw_kind_spec *kind, const char *file)
{
	const char *slash = strchr(file, '/'), *name = slash ? slash + 1 : file;
	int at = lw_kind_attr(kind, name, strlen(name));
	const struct lw_attr_spec *row = at < 0 ? NULL : &kind->attrs[at];
	size_t len = slash ? (size_t)(slash - file) : 0;

	if (!row || (row->dir ? strlen(row->dir) : 0) != len ||
	    strncmp(row->dir ? row->dir : "", file, len) != 0)
		return NULL;
	return row;
}

static bool configures(const struct lw_attr_spec *row)
{
	return row->when != LW_WHEN_NEVER;
}

static void expect_values_accepted(const struct lw_kind_spec *kind, const struct lw_attr_spec *row,
				   const char *values)
{
	const char *end;

	for (;; values = end + 1) {
		struct lw_error why = LW_ERROR_INIT;
		char *value, *canon, *again;

		end = strchrnul(values, '\n');
		value = strndup(values, (size_t)(end - values));
		canon = canon_of(row, value, &why);
		if (!canon)
			fail_msg("%s.%s: the kernel shows \"%s\": %s", kind->name, row->name, value,
				 why.message);
		again = canon_of(row, canon, NULL);
		assert_non_null(again);
		assert_string_equal(again, canon);
		free(again);
		free(canon);
		free(value);
		if (!*end)
			return;
	}
}

/* Fabrics of hardware have files of their own, which no table needs: attributes that it does not name are legal. */
static bool exempt(const char *kind)
{
	return !strncmp(kind, "other_", 6);
}

static void expect_recorded(const struct lw_schema *schema, const struct recorded *list,
			    size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct lw_kind_spec *kind = &schema->kinds[kind_of(schema, list[i].kind)];
		const struct lw_attr_spec *row = row_of_file(kind, list[i].file);

		if (!row && !exempt(list[i].kind))
			fail_msg("%s has no row for %s", list[i].kind, list[i].file);
		if (row && configures(row) && list[i].values)
			expect_values_accepted(kind, row, list[i].values);
		/* What can be written is not forbidden by mistake: a file without values was never writable. */
		if (row && !list[i].values && row->when == LW_WHEN_ANY && list[i].fresh)
			fail_msg("%s.%s cannot be written", list[i].kind, list[i].file);
	}
}

static void scst_rows_cover_the_kernel(void **state)
{
	(void)state;
	expect_recorded(&lw_schema_scst, recorded_scst, ARRAY_LEN(recorded_scst));
}

static void lio_rows_cover_the_kernel(void **state)
{
	(void)state;
	expect_recorded(&lw_schema_lio, recorded_lio, ARRAY_LEN(recorded_lio));
}

/* Names that the recorded fresh objects had. */
static const struct {
	const char *kind, *parent, *name;
} objects[] = {
	{ "fileio_device", "vdisk_fileio", "disk1" },
	{ "blockio_device", "vdisk_blockio", "blk1" },
	{ "nullio_device", "vdisk_nullio", "null1" },
	{ "cdrom_device", "vcdrom", "cd1" },
	{ "pass_device", "dev_disk", "0:0:0:0" },
	{ "fileio_so", NULL, "f0" },
	{ "iblock_so", NULL, "b0" },
	{ "ramdisk_so", NULL, "r0" },
};

/* A tree with one object of the kind, or with the root alone, which then stands for it: constants need no more. */
static lw_node make_object(struct lw_tree *tree, const struct lw_schema *schema, const char *kind)
{
	lw_node parent = lw_tree_root(tree), node;
	unsigned number = kind_of(schema, kind);

	lw_tree_set_depth(tree, parent, LW_DEPTH_FULL);
	for (size_t i = 0; i < ARRAY_LEN(objects); i++) {
		if (strcmp(objects[i].kind, kind) != 0)
			continue;
		if (objects[i].parent)
			parent = add_node(tree, parent,
					  (unsigned)__builtin_ctzll(schema->kinds[number].parents),
					  objects[i].parent);
		node = add_node(tree, parent, number, objects[i].name);
		if (!strcmp(kind, "fileio_so"))
			set_value(tree, node, "udev_path", "/srv/f0.img");
		return node;
	}
	return 0;
}

static char *fresh_value(const struct lw_schema *schema, const struct lw_attr_spec *row,
			 const char *kind)
{
	struct lw_tree *tree = lw_tree_new(schema);
	char *fresh = NULL;
	lw_node node;

	assert_non_null(tree);
	node = make_object(tree, schema, kind);
	if (node)
		fresh = fresh_of(tree, node, row->name);
	else
		fresh = strdup(row->fresh ? row->fresh : "?");
	lw_tree_free(tree);
	return fresh;
}

static unsigned compare_fresh(const struct lw_schema *schema, const struct recorded *list,
			      size_t count)
{
	unsigned compared = 0;

	for (size_t i = 0; i < count; i++) {
		const struct lw_kind_spec *kind = &schema->kinds[kind_of(schema, list[i].kind)];
		const struct lw_attr_spec *row = row_of_file(kind, list[i].file);
		char *want, *got;

		if (!row || !list[i].fresh || row->when == LW_WHEN_NEVER)
			continue;
		got = fresh_value(schema, row, list[i].kind);
		want = canon_of(row, list[i].fresh, NULL);
		if (!want)
			fail_msg("%s.%s: \"%s\"", list[i].kind, list[i].file, list[i].fresh);
		if (strcmp(got, "?") != 0 && strcmp(got, want) != 0)
			fail_msg("%s.%s: fresh is \"%s\", the table says \"%s\"", list[i].kind,
				 list[i].file, want, got);
		compared += strcmp(got, "?") != 0;
		free(want);
		free(got);
	}
	return compared;
}

static void scst_fresh_values_are_the_kernels(void **state)
{
	(void)state;
	assert_true(compare_fresh(&lw_schema_scst, recorded_scst, ARRAY_LEN(recorded_scst)) > 100);
}

static void lio_fresh_values_are_the_kernels(void **state)
{
	(void)state;
	assert_true(compare_fresh(&lw_schema_lio, recorded_lio, ARRAY_LEN(recorded_lio)) > 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scst_rows_cover_the_kernel),
		cmocka_unit_test(lio_rows_cover_the_kernel),
		cmocka_unit_test(scst_fresh_values_are_the_kernels),
		cmocka_unit_test(lio_fresh_values_are_the_kernels),
	};

	return cmocka_run_group_tests_name("schema: recorded kernels", tests, NULL, NULL);
}
