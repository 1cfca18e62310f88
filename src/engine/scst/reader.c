/* SPDX-License-Identifier: Apache-2.0 */
/* The walk itself: directories, objects, and what it means that something is not there any more. */
#include "engine/scst/reader.h"

#include <errno.h>
#include <string.h>

#include "base/fail.h"

/* How often something is looked for that comes and goes. */
#define TRIES 3

int scst_enter(struct scst_reader *reader, const char *name)
{
	int r = lw_kt_join(&reader->path, name, strlen(name));

	if (r == -ENOMEM)
		return lw_error_memory(&reader->why);
	return r < 0 ? lw_kt_fail(&reader->why, r, name) : 0;
}

static bool says_gone(int r)
{
	/* ENODEV: the file was open already, or its attribute's owner is being removed. */
	return r == -ENOENT || r == -ENODEV;
}

/* 0: the object at hand is there; SCST_GONE; or what asking for it gave. The path stays as it is. */
static int object_state(struct scst_reader *reader)
{
	char *path = reader->path.data, cut = '\0';
	struct lw_kt_stat st;
	int r;

	if (path) {
		cut = path[reader->object];
		path[reader->object] = '\0';
	}
	r = lw_kt_stat(reader->kt, path ? path : "", &st, &reader->why);
	if (path)
		path[reader->object] = cut;
	return says_gone(r) ? SCST_GONE : r;
}

int scst_failed(struct scst_reader *reader, int r)
{
	int state = says_gone(r) ? object_state(reader) : 0;

	return state ? state : r;
}

int scst_unloaded(struct scst_reader *reader)
{
	return lw_error_set(&reader->why, -ENODEV, LW_CODE_GONE, "SCST is not there any more");
}

/* What is missing of an object that is there: that is another one of the same name, and worth a second look. */
static bool look_again(struct scst_reader *reader, int *r, unsigned *tries)
{
	int state;

	if (!says_gone(*r))
		return false;
	state = object_state(reader);
	if (state)
		*r = state;
	return !state && ++*tries < TRIES;
}

int scst_list(struct scst_reader *reader, struct lw_kt_list *ret)
{
	unsigned tries = 0;
	int r;

	do {
		r = lw_kt_list(reader->kt, lw_str_text(&reader->path), ret, &reader->why);
	} while (look_again(reader, &r, &tries));
	return r;
}

int scst_link_name(struct scst_reader *reader, const char *name, const char **ret)
{
	size_t mark = reader->path.len;
	unsigned tries = 0;
	const char *slash;
	int r;

	r = scst_enter(reader, name);
	if (r < 0)
		return r;
	do {
		r = lw_kt_readlink(reader->kt, lw_str_text(&reader->path), &reader->value,
				   &reader->why);
	} while (look_again(reader, &r, &tries));
	if (r)
		return r;
	lw_kt_cut(&reader->path, mark);
	slash = strrchr(lw_str_text(&reader->value), '/');
	*ret = slash ? slash + 1 : lw_str_text(&reader->value);
	return 0;
}

void scst_left_out(struct scst_reader *reader, const char *name, const char *message)
{
	LW_AUTO_STR struct lw_str object = LW_STR_INIT;
	struct lw_problem problem = {
		.size = sizeof(problem),
		.severity = LW_WARNING,
		.code = LW_CODE_INVALID,
		.message = message,
	};

	lw_str_add_shown(&object, lw_str_text(&reader->path), reader->path.len);
	if (name && object.len)
		lw_str_add_char(&object, '/');
	if (name)
		lw_str_add_shown(&object, name, strlen(name));
	problem.object = lw_str_text(&object);
	lw_report_add(reader->report, &problem);
}

/*
 * A name is anything that a file may be called: the kernel takes names that a configuration may not
 * have, and such an object is there all the same. Impossible is only what the kernel never makes.
 */
static bool possible(const struct lw_kind_spec *kind, const struct lw_kt_entry *entry)
{
	LW_AUTO_STR struct lw_str canon = LW_STR_INIT;

	for (uint32_t i = 0; i < entry->len; i++) {
		if ((unsigned char)entry->name[i] < 0x20 || entry->name[i] == 0x7f)
			return false;
	}
	if (kind->order != LW_ORDER_NUMBER)
		return true;
	return lw_value_canon(&kind->key, entry->name, entry->len, &canon, NULL) >= 0 &&
	       (lw_str_bad(&canon) || !strcmp(lw_str_text(&canon), entry->name));
}

int scst_add(struct scst_reader *reader, lw_node parent, int kind, const struct lw_kt_entry *entry,
	     lw_node *ret)
{
	*ret = 0;
	if (kind < 0 || !possible(lw_kind(lw_tree_schema(reader->tree), (unsigned)kind), entry)) {
		scst_left_out(reader, entry->name,
			      "left out: SCST has no object of this name here");
		return 0;
	}
	*ret = lw_tree_add(reader->tree, parent, (unsigned)kind, entry->name, entry->len);
	if (!*ret && lw_tree_status(reader->tree) < 0)
		return lw_error_memory(&reader->why);
	if (!*ret) {
		scst_left_out(reader, entry->name, "left out: it is there already");
		return 0;
	}
	node_at(reader->tree, *ret)->origin = LW_FROM_OBSERVED;
	lw_tree_set_depth(reader->tree, *ret, scst_depth(reader, *ret));
	return 0;
}

/* In the object's own directory. */
static int read_object(struct scst_reader *reader, lw_node node, scst_body *body)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	int r;

	if (scst_needs_no_list(reader, node)) {
		r = scst_attrs_asked(reader, node);
	} else {
		r = scst_list(reader, &list);
		if (!r)
			r = scst_attrs(reader, node, &list);
	}
	if (!r && body)
		r = body(reader, node, &list);
	return r;
}

int scst_object(struct scst_reader *reader, lw_node parent, int kind,
		const struct lw_kt_entry *entry, scst_body *body)
{
	size_t mark = reader->path.len, outer = reader->object;
	lw_node node;
	int r;

	r = scst_add(reader, parent, kind, entry, &node);
	if (r < 0 || !node)
		return r;
	r = scst_enter(reader, entry->name);
	if (r < 0)
		return r;
	reader->object = reader->path.len;
	r = read_object(reader, node, body);
	reader->object = outer;
	lw_kt_cut(&reader->path, mark);
	if (r != SCST_GONE)
		return r;

	/* It may have gone because what is around it went. */
	lw_tree_remove(reader->tree, node);
	return object_state(reader);
}

int scst_objects_listed(struct scst_reader *reader, lw_node parent, const struct lw_kt_list *list,
			const char *word, scst_body *body)
{
	const struct lw_schema *schema = lw_tree_schema(reader->tree);
	unsigned parent_kind = lw_node_kind(reader->tree, parent);
	int r = 0;

	for (uint32_t i = 0; i < list->count && !r; i++) {
		const struct lw_kt_entry *entry = &list->entries[i];

		if (entry->type == LW_KT_DIR)
			r = scst_object(reader, parent,
					lw_schema_child_kind(schema, parent_kind, word, entry->name,
							     entry->len),
					entry, body);
	}
	return r;
}

int scst_objects(struct scst_reader *reader, lw_node parent, const char *dir, const char *word,
		 scst_body *body)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	size_t mark = reader->path.len;
	int r;

	r = scst_enter(reader, dir);
	if (!r)
		r = scst_list(reader, &list);
	if (!r)
		r = scst_objects_listed(reader, parent, &list, word, body);
	lw_kt_cut(&reader->path, mark);
	return r;
}
