/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Attributes. Which files are attributes, and which of them are read, is the vocabulary's to say: what
 * it calls volatile is never opened. A file that it does not know is kept by name if it can be read
 * and written, for kernels differ; what can only be read is no configuration, and kept as a fact, so
 * that who declares it learns whether that is so.
 */
#include <errno.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "base/num.h"
#include "engine/scst/reader.h"

struct scst_value scst_value(const char *text, size_t len)
{
	static const char mark[] = "[key]";
	const char *end = text + len, *newline = memchr(text, '\n', len);
	struct scst_value value = { text, newline ? (size_t)(newline - text) : len, false };

	while (newline && !value.keyed) {
		const char *line = newline + 1;

		newline = memchr(line, '\n', (size_t)(end - line));
		value.keyed = (size_t)((newline ? newline : end) - line) == strlen(mark) &&
			      !memcmp(line, mark, strlen(mark));
	}
	return value;
}

int scst_put(struct scst_reader *reader, lw_node node, uint16_t def, const struct scst_value *value,
	     uint32_t instance)
{
	uint32_t text = lw_tree_intern(reader->tree, value->text, value->len);
	struct attr *attr = lw_tree_put(reader->tree, node, def);

	if (!attr || lw_tree_status(reader->tree) < 0)
		return lw_error_memory(&reader->why);
	attr->state = LW_SET;
	attr->value = text;
	attr->src = instance;
	if (value->keyed)
		attr->flags |= LW_ATTR_KEYED;
	return 0;
}

static int put_state(struct scst_reader *reader, lw_node node, uint16_t def,
		     enum lw_attr_state state)
{
	struct attr *attr = lw_tree_put(reader->tree, node, def);

	if (!attr)
		return lw_error_memory(&reader->why);
	attr->state = (uint8_t)state;
	return 0;
}

/* The file at reader->path could not be read. What the kernel really means, see the top of reader.h. */
static int cannot_read(struct scst_reader *reader, lw_node node, uint16_t def, int err)
{
	const struct lw_attr_spec *spec =
		lw_tree_attr_spec(reader->tree, lw_node_kind(reader->tree, node), def);
	struct lw_kt_stat st;
	int r;

	if (err == -EACCES) {
		/* The kernel refuses even root what the mode does not offer; anything else is our lack of rights. */
		r = lw_kt_stat(reader->kt, lw_str_text(&reader->path), &st, NULL);
		return r >= 0 && !(st.mode & 0444) ? put_state(reader, node, def, LW_UNREADABLE)
						   : err;
	}
	/* Seen: a second OutgoingUser leaves a file behind that nobody can read until the daemon restarts. */
	if (err == -EINVAL) {
		scst_left_out(reader, NULL, "cannot be read: the kernel says that it is invalid");
		return put_state(reader, node, def, LW_UNREADABLE);
	}
	if (err != -ENOENT && err != -ENODEV)
		return err;
	r = scst_failed(reader, err);
	if (r == SCST_GONE || !spec || spec->flags & LW_A_MULTI)
		return r == SCST_GONE ? r : 0;
	return put_state(reader, node, def, LW_ABSENT);
}

int scst_attr(struct scst_reader *reader, lw_node node, uint16_t def, const char *name,
	      uint32_t instance)
{
	size_t mark = reader->path.len;
	struct scst_value value;
	int r;

	r = scst_enter(reader, name);
	if (r < 0)
		return r;
	r = lw_kt_read(reader->kt, lw_str_text(&reader->path), &reader->value, &reader->why);
	value = scst_value(lw_str_text(&reader->value), reader->value.len);
	if (r < 0) {
		r = cannot_read(reader, node, def, r);
	} else if (memchr(value.text, '\0', value.len)) {
		scst_left_out(reader, NULL, "left out: its value holds a NUL");
		r = put_state(reader, node, def, LW_UNREADABLE);
	} else {
		r = scst_put(reader, node, def, &value, instance);
	}
	lw_kt_cut(&reader->path, mark);
	return r;
}

/*
 * IncomingUser, IncomingUser1, IncomingUser2...: instances of one multi-valued attribute. Returns its
 * number in the table, or -1 if the name is none of these.
 */
static int find_instance(const struct lw_kind_spec *kind, const struct lw_kt_entry *entry,
			 uint32_t *ret_instance)
{
	size_t len = entry->len;
	uint64_t number;
	int known;

	while (len && entry->name[len - 1] >= '0' && entry->name[len - 1] <= '9')
		len--;
	if (len == entry->len || entry->name[len] == '0' ||
	    !lw_parse_u64(entry->name + len, entry->len - len, LW_NUM_DEC, &number) ||
	    number >= UINT32_MAX)
		return -1;
	known = lw_kind_attr(kind, entry->name, len);
	if (known < 0 || !(kind->attrs[known].flags & LW_A_MULTI))
		return -1;
	*ret_instance = (uint32_t)number;
	return known;
}

static bool has_file(const struct lw_kt_list *list, const char *name)
{
	const struct lw_kt_entry *entry = lw_kt_list_find(list, name);

	return entry && entry->type == LW_KT_FILE;
}

/* Nobody has asked for it, perhaps: that it cannot be read is no failure, and not worth a word; it is as if not there. */
static int read_fact(struct scst_reader *reader, lw_node node, uint16_t def, const char *name)
{
	size_t mark = reader->path.len;
	struct scst_value value;
	unsigned count;
	int r;

	r = scst_enter(reader, name);
	if (r < 0)
		return r;
	r = lw_kt_read(reader->kt, lw_str_text(&reader->path), &reader->value, &reader->why);
	if (r == -ENOENT || r == -ENODEV)
		r = scst_failed(reader, r);
	lw_kt_cut(&reader->path, mark);
	if (r)
		return r == -ENOMEM || r == SCST_GONE ? r : 0;
	value = scst_value(lw_str_text(&reader->value), reader->value.len);
	if (memchr(value.text, '\0', value.len))
		return 0;
	r = scst_put(reader, node, def, &value, 0);
	if (!r)
		lw_tree_attr_run(reader->tree, node, def, &count)->state = LW_FIXED;
	return r;
}

/* A file that the vocabulary does not name. */
static int unknown_attr(struct scst_reader *reader, lw_node node, const struct lw_kt_entry *entry)
{
	size_t mark = reader->path.len;
	struct lw_kt_stat st = { 0, 0, LW_KT_OTHER };
	uint16_t def;
	int r;

	if (!reader->attrs || !strcmp(entry->name, "mgmt") ||
	    !scst_asks(reader, node, NULL, entry->name))
		return 0;
	r = scst_enter(reader, entry->name);
	if (r < 0)
		return r;
	r = lw_kt_stat(reader->kt, lw_str_text(&reader->path), &st, &reader->why);
	if (r == -ENOENT || r == -ENODEV)
		r = scst_failed(reader, r) == SCST_GONE ? SCST_GONE : 0;
	lw_kt_cut(&reader->path, mark);
	if (r || !(st.mode & 0444))
		return r;

	def = lw_tree_attr_def(reader->tree, lw_node_kind(reader->tree, node), entry->name,
			       entry->len);
	if (def == UINT16_MAX)
		return lw_error_memory(&reader->why);
	return st.mode & 0222 ? scst_attr(reader, node, def, entry->name, 0)
			      : read_fact(reader, node, def, entry->name);
}

/* NOLINTNEXTLINE(readability-function-size): what the caller knows of the file, one fact each */
static int known_attr(struct scst_reader *reader, lw_node node, const struct lw_attr_spec *spec,
		      uint16_t def, const struct lw_kt_list *list, const char *name,
		      uint32_t instance)
{
	if (scst_asks_fact(reader, node, spec))
		return read_fact(reader, node, def, name);
	if (!reader->attrs || spec->reading == LW_READ_VOLATILE ||
	    !scst_asks(reader, node, spec, name))
		return 0;
	/* Rounded as it may be (size_mb of a small file), an alias says nothing that its attribute does not. */
	if (spec->alias && has_file(list, spec->alias))
		return 0;
	if (spec->reading == LW_READ_WRITE_ONLY)
		return put_state(reader, node, def, LW_UNREADABLE);
	return scst_attr(reader, node, def, name, instance);
}

/* What the table names and the kernel does not show; an empty set is shown by no file. */
static int absent_attrs(struct scst_reader *reader, lw_node node, const struct lw_kind_spec *kind,
			const struct lw_kt_list *list)
{
	int r = 0;

	for (uint16_t def = 0; def < kind->nattr && r >= 0; def++) {
		const struct lw_attr_spec *spec = &kind->attrs[def];

		if (spec->reading == LW_READ_VOLATILE || spec->reading == LW_READ_WRITE_ONLY ||
		    spec->alias || spec->flags & LW_A_MULTI || has_file(list, spec->name) ||
		    !scst_asks(reader, node, spec, spec->name))
			continue;
		r = put_state(reader, node, def, LW_ABSENT);
	}
	return r;
}

/* What is asked for by name alone, and there is no such thing. */
static int absent_unknown(struct scst_reader *reader, lw_node node, const struct lw_kt_list *list)
{
	const char *name;
	unsigned count;
	int r = 0;

	for (unsigned n = 0; (name = scst_asked_unknown(reader, node, n)) && r >= 0; n++) {
		uint16_t def;

		if (lw_kt_list_find(list, name))
			continue;
		def = lw_tree_attr_def(reader->tree, lw_node_kind(reader->tree, node), name,
				       strlen(name));
		if (def == UINT16_MAX)
			return lw_error_memory(&reader->why);
		if (!lw_tree_attr_run(reader->tree, node, def, &count))
			r = put_state(reader, node, def, LW_ABSENT);
	}
	return r;
}

int scst_attrs(struct scst_reader *reader, lw_node node, const struct lw_kt_list *list)
{
	const struct lw_kind_spec *kind = node_kind(reader->tree, node);
	int r = 0;

	if (!reader->attrs && !reader->identity && !reader->counters && !reader->agreed)
		return 0;
	for (uint32_t i = 0; i < list->count && !r; i++) {
		const struct lw_kt_entry *entry = &list->entries[i];
		uint32_t instance = 0;
		int known;

		if (entry->type != LW_KT_FILE)
			continue;
		known = lw_kind_attr(kind, entry->name, entry->len);
		if (known < 0)
			known = find_instance(kind, entry, &instance);
		if (known < 0)
			r = unknown_attr(reader, node, entry);
		else
			r = known_attr(reader, node, &kind->attrs[known], (uint16_t)known, list,
				       entry->name, instance);
	}
	if (r || !reader->attrs)
		return r;
	r = absent_attrs(reader, node, kind, list);
	return r < 0 ? r : absent_unknown(reader, node, list);
}

int scst_attrs_asked(struct scst_reader *reader, lw_node node)
{
	const struct lw_kind_spec *kind = node_kind(reader->tree, node);
	int r = 0;

	for (uint16_t def = 0; def < kind->nattr && !r; def++) {
		const struct lw_attr_spec *spec = &kind->attrs[def];

		if (spec->reading == LW_READ_VOLATILE || spec->alias ||
		    !scst_asks(reader, node, spec, spec->name) ||
		    scst_lun_tells(reader, node, spec))
			continue;
		if (spec->reading == LW_READ_WRITE_ONLY)
			r = put_state(reader, node, def, LW_UNREADABLE);
		else
			r = scst_attr(reader, node, def, spec->name, 0);
	}
	return r;
}
