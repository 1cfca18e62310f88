/* SPDX-License-Identifier: Apache-2.0 */
#include "ktree_test.h"

#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

static char *below(const char *root, const char *path)
{
	char *full;

	assert_true(asprintf(&full, "%s/%s", root, path) > 0);
	return full;
}

void tree_file(const char *root, const char *path, const char *text, unsigned mode)
{
	char *full = below(root, path);
	int fd = open(full, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	assert_int_equal(fchmod(fd, mode), 0);
	close(fd);
	free(full);
}

void tree_dir(const char *root, const char *path)
{
	char *full = below(root, path);

	assert_int_equal(mkdir(full, 0755), 0);
	free(full);
}

void tree_link(const char *root, const char *path, const char *target)
{
	char *full = below(root, path);

	assert_int_equal(symlink(target, full), 0);
	free(full);
}

char *tree_make(void)
{
	const char *tmp = getenv("TMPDIR");
	char *root = below(tmp ? tmp : "/tmp", "lunward-ktree-XXXXXX");

	umask(022);
	assert_non_null(mkdtemp(root));
	assert_int_equal(chmod(root, 0755), 0);
	tree_file(root, "setup_id", "0x21\n[key]\n", 0644);
	tree_file(root, "version", "3.11\n", 0444);
	tree_file(root, "empty", "", 0644);
	tree_dir(root, "devices");
	tree_dir(root, "devices/disk1");
	tree_file(root, "devices/disk1/filename", "/srv/a\tb\\c\n[key]\n\n", 0644);
	tree_dir(root, "handlers");
	tree_link(root, "handlers/disk1", "../devices/disk1");
	tree_dir(root, "targets");
	return root;
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st;
	(void)flag;
	(void)ftw;
	return remove(path);
}

void tree_remove(char *root)
{
	assert_int_equal(nftw(root, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
	free(root);
}

struct lw_ktree *tree_open(const char *root)
{
	struct lw_error error = LW_ERROR_INIT;
	struct lw_ktree *kt = NULL;

	if (lw_kt_real_open(root, &kt, &error) < 0)
		fail_msg("%s", error.message);
	return kt;
}

/* A failure must name its path and carry its number; then it is shown as a word. */
static char *failure(int r, const char *path, const struct lw_error *error)
{
	char *text;

	assert_int_equal(error->err, r);
	assert_string_equal(error->object, *path ? path : "/");
	assert_non_null(strstr(error->message, *path ? path : "/"));
	assert_true(asprintf(&text, "<%s>", strerrorname_np(-r)) > 0);
	return text;
}

char *read_of(struct lw_ktree *kt, const char *path)
{
	struct lw_error error = LW_ERROR_INIT;
	struct lw_str value = LW_STR_INIT;
	int r = lw_kt_read(kt, path, &value, &error);

	if (r >= 0)
		return lw_str_take(&value);
	assert_int_equal(value.len, 0);
	lw_str_done(&value);
	return failure(r, path, &error);
}

char *link_of(struct lw_ktree *kt, const char *path)
{
	struct lw_error error = LW_ERROR_INIT;
	struct lw_str value = LW_STR_INIT;
	int r = lw_kt_readlink(kt, path, &value, &error);

	if (r >= 0)
		return lw_str_take(&value);
	assert_int_equal(value.len, 0);
	lw_str_done(&value);
	return failure(r, path, &error);
}

char *stat_of(struct lw_ktree *kt, const char *path)
{
	struct lw_error error = LW_ERROR_INIT;
	struct lw_kt_stat st;
	int r = lw_kt_stat(kt, path, &st, &error);
	char *text;

	if (r < 0)
		return failure(r, path, &error);
	assert_true(asprintf(&text, "%04o %c", st.mode, st.type) > 0);
	return text;
}

char *list_of(struct lw_ktree *kt, const char *path)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	struct lw_error error = LW_ERROR_INIT;
	struct lw_str text = LW_STR_INIT;
	int r = lw_kt_list(kt, path, &list, &error);

	if (r < 0) {
		assert_int_equal(list.count, 0);
		return failure(r, path, &error);
	}
	for (uint32_t i = 0; i < list.count; i++) {
		assert_int_equal(list.entries[i].len, strlen(list.entries[i].name));
		lw_str_addf(&text, "%s%s:%c", i ? " " : "", list.entries[i].name,
			    list.entries[i].type);
	}
	return lw_str_take(&text);
}

void expect_text(char *got, const char *want, const char *file, int line)
{
	_assert_string_equal(got, want, file, line);
	free(got);
}

static void add_and_free(struct lw_str *out, const char *what, char *text)
{
	lw_str_addf(out, " %s=", what);
	lw_str_add_shown(out, text, strlen(text));
	free(text);
}

void walk(struct lw_ktree *kt, const char *path, struct lw_str *out)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	struct lw_kt_stat st = { 0 };

	(void)lw_kt_stat(kt, path, &st, NULL);
	lw_str_addf(out, "%s:", path);
	add_and_free(out, "stat", stat_of(kt, path));
	if (st.type == LW_KT_FILE)
		add_and_free(out, "read", read_of(kt, path));
	if (st.type == LW_KT_LINK)
		add_and_free(out, "link", link_of(kt, path));
	if (st.type == LW_KT_DIR)
		add_and_free(out, "list", list_of(kt, path));
	lw_str_add_char(out, '\n');
	if (st.type != LW_KT_DIR || lw_kt_list(kt, path, &list, NULL) < 0)
		return;
	for (uint32_t i = 0; i < list.count; i++) {
		LW_AUTO_STR struct lw_str child = LW_STR_INIT;

		lw_str_add(&child, path);
		assert_int_equal(lw_kt_join(&child, list.entries[i].name, list.entries[i].len), 0);
		walk(kt, lw_str_text(&child), out);
	}
}
