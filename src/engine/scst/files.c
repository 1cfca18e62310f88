/* SPDX-License-Identifier: Apache-2.0 */
/* The files of an object as they stand, whatever the vocabulary thinks of them, and a write to one that is no configuration. */
#include "engine/scst/files.h"

#include <errno.h>
#include <string.h>

#include "base/fail.h"
#include "engine/scst/exec.h"
#include "schema/scst_kinds.h"

struct showing {
	struct lw_ktree *kt;
	const struct lw_file_query *query;
	struct lw_str path, text;
	struct lw_error *error;
};

/* What cannot be read is shown without a text: a file for writing only, one that has just gone. */
static void read_text(struct showing *s, bool link, struct lw_file_view *ret)
{
	const char *path = lw_str_text(&s->path), *slash;
	int r = link ? lw_kt_readlink(s->kt, path, &s->text, NULL)
		     : lw_kt_read(s->kt, path, &s->text, NULL);

	if (r < 0)
		return;
	ret->text = lw_str_text(&s->text);
	slash = link ? strrchr(ret->text, '/') : NULL;
	if (slash)
		ret->text = slash + 1;
	ret->len = s->text.len - (size_t)(ret->text - lw_str_text(&s->text));
}

static int show(struct showing *s, const char *name)
{
	struct lw_file_view view = LW_FILE_VIEW_INIT;
	size_t mark = s->path.len;
	struct lw_kt_stat st;
	int r = lw_kt_join(&s->path, name, strlen(name));

	if (r < 0)
		return lw_error_memory(s->error);
	r = lw_kt_stat(s->kt, lw_str_text(&s->path), &st, s->error);
	if (r >= 0 && (st.type == LW_KT_FILE || st.type == LW_KT_LINK)) {
		view.name = name;
		view.link = st.type == LW_KT_LINK;
		view.readable = view.link || st.mode & 0400;
		view.writable = !view.link && st.mode & 0200;
		read_text(s, view.link, &view);
		r = s->query->give(s->query->arg, &view);
	}
	lw_kt_cut(&s->path, mark);
	return r == -ENOENT && !s->query->only ? 0 : r;
}

static int show_all(struct showing *s)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	int r = lw_kt_list(s->kt, lw_str_text(&s->path), &list, s->error);

	for (uint32_t i = 0; i < list.count && r >= 0; i++)
		if (list.entries[i].type != LW_KT_DIR)
			r = show(s, list.entries[i].name);
	return r < 0 ? r : 0;
}

/* A member of a target group that is a target of this node is a link to it. */
static lw_node place_of(const struct lw_file_query *query)
{
	lw_node ref = lw_node_ref(query->tree, query->node);

	return ref && lw_node_kind(query->tree, query->node) == SCST_TG_TARGET ? ref : query->node;
}

int scst_files(struct lw_ktree *kt, const struct lw_file_query *query, struct lw_error *error)
{
	struct showing s = { .kt = kt, .query = query, .error = error };
	int r = 0;

	scst_path(query->tree, place_of(query), &s.path);
	if (query->below)
		r = lw_kt_join(&s.path, query->below, strlen(query->below));
	if (r < 0 || lw_str_bad(&s.path))
		r = lw_error_memory(error);
	else
		r = query->only ? show(&s, query->only) : show_all(&s);
	lw_str_done(&s.path);
	lw_str_done(&s.text);
	return r;
}

int scst_act(struct lw_ktree *kt, const struct lw_tree *tree, lw_node node, const char *file,
	     const char *text, struct lw_error *error)
{
	const struct lw_execute_options usual = LW_EXECUTE_OPTIONS_INIT;
	struct lw_executor x = { .kt = kt, .options = usual };
	LW_AUTO_STR struct lw_str path = LW_STR_INIT;
	int r;

	scst_path(tree, node, &path);
	r = lw_kt_join(&path, file, strlen(file));
	if (r == -EINVAL)
		return lw_error_set(error, r, LW_CODE_INVALID, "\"%s\" is no name of a file", file);
	if (r < 0 || lw_str_bad(&path))
		return lw_error_memory(error);
	r = scst_write(&x, lw_str_text(&path), text, strlen(text), 0, error);
	lw_str_done(&x.value);
	return r;
}
