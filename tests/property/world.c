/* SPDX-License-Identifier: Apache-2.0 */
#include "world.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- texts */

enum { TEXT_BUCKETS = 4096 };

struct text {
	struct text *next;
	char bytes[];
};

static struct text *texts[TEXT_BUCKETS];

static unsigned text_bucket(const char *text)
{
	unsigned hash = 5381;

	for (; *text; text++)
		hash = hash * 33 + (unsigned char)*text;
	return hash % TEXT_BUCKETS;
}

const char *text_of(const char *text)
{
	struct text **bucket, *t;

	if (!text)
		return NULL;
	bucket = &texts[text_bucket(text)];
	for (t = *bucket; t; t = t->next)
		if (!strcmp(t->bytes, text))
			return t->bytes;

	t = malloc(sizeof(*t) + strlen(text) + 1);
	if (!t)
		abort();
	strcpy(t->bytes, text);
	t->next = *bucket;
	*bucket = t;
	return t->bytes;
}

const char *text_format(const char *format, ...)
{
	char text[512];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	return text_of(text);
}

void world_forget_texts(void)
{
	for (unsigned i = 0; i < TEXT_BUCKETS; i++) {
		while (texts[i]) {
			struct text *t = texts[i];

			texts[i] = t->next;
			free(t);
		}
	}
}

/* ---- objects */

void world_init(struct world *w, const struct lw_schema *schema)
{
	memset(w, 0, sizeof(*w));
	w->schema = schema;
	w->used = 1;
	w->clock = 1;
	w->rolling = 1000;
	w->obj[0].name = text_of("");
	w->obj[0].live = true;
}

unsigned world_kind(const struct world *w, const char *kind)
{
	int n = lw_schema_kind_find(w->schema, kind);

	if (n < 0) {
		fprintf(stderr, "the vocabulary has no kind %s\n", kind);
		exit(2);
	}
	return (unsigned)n;
}

obj_id world_add(struct world *w, obj_id parent, unsigned kind, const char *name)
{
	obj_id id = 1;

	while (id < w->used && w->obj[id].live)
		id++;
	if (id == WORLD_OBJECTS) {
		fprintf(stderr, "a world of more than %d objects\n", WORLD_OBJECTS);
		abort();
	}
	if (id == w->used)
		w->used++;
	w->obj[id] = (struct object){ .name = text_of(name),
				      .parent = (uint16_t)parent,
				      .kind = (uint8_t)kind,
				      .live = true,
				      .made = w->clock++ };
	return id;
}

obj_id world_find(const struct world *w, obj_id parent, unsigned kind, const char *name)
{
	name = text_of(name);
	for (obj_id id = 1; id < w->used; id++) {
		const struct object *o = &w->obj[id];

		if (o->live && o->parent == parent && o->kind == kind && o->name == name)
			return id;
	}
	return 0;
}

void world_remove(struct world *w, obj_id id)
{
	w->obj[id].live = false;
	for (obj_id child = 1; child < w->used; child++)
		if (w->obj[child].live && w->obj[child].parent == id)
			world_remove(w, child);
}

void world_remove_children(struct world *w, obj_id id, unsigned kind)
{
	for (obj_id child = 1; child < w->used; child++)
		if (w->obj[child].live && w->obj[child].parent == id && w->obj[child].kind == kind)
			world_remove(w, child);
}

void world_drop_referrers(struct world *w, obj_id id, unsigned kind)
{
	for (obj_id other = 1; other < w->used; other++)
		if (w->obj[other].live && w->obj[other].kind == kind && w->obj[other].ref == id)
			world_remove(w, other);
}

void world_drop_dangling(struct world *w)
{
	bool again = true;

	while (again) {
		again = false;
		for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));) {
			if (!w->obj[id].ref || w->obj[w->obj[id].ref].live)
				continue;
			world_remove(w, id);
			again = true;
		}
	}
}

obj_id world_next(const struct world *w, obj_id after, obj_id parent, int kind)
{
	for (obj_id id = after + 1; id < w->used; id++) {
		const struct object *o = &w->obj[id];

		if (o->live && (parent == WORLD_ANY || o->parent == parent) &&
		    (kind < 0 || o->kind == kind))
			return id;
	}
	return 0;
}

unsigned world_count(const struct world *w, obj_id parent, int kind)
{
	unsigned n = 0;

	for (obj_id id = 0; (id = world_next(w, id, parent, kind));)
		n++;
	return n;
}

bool world_below(const struct world *w, obj_id id, obj_id top)
{
	while (id && id != top)
		id = w->obj[id].parent;
	return id == top;
}

/* ---- attributes */

static struct attribute *attribute(const struct world *w, obj_id id, const char *name)
{
	const struct object *o = &w->obj[id];

	name = text_of(name);
	for (unsigned i = 0; i < o->nattr; i++)
		if (o->attr[i].name == name)
			return (struct attribute *)&o->attr[i];
	return NULL;
}

const char *world_get(const struct world *w, obj_id id, const char *attr)
{
	const struct attribute *a = attribute(w, id, attr);

	return a ? a->value : NULL;
}

bool world_is(const struct world *w, obj_id id, const char *attr, const char *value)
{
	const char *have = world_get(w, id, attr);

	return have && !strcmp(have, value);
}

void world_set(struct world *w, obj_id id, const char *attr, const char *value)
{
	struct attribute *a = attribute(w, id, attr);

	if (a)
		a->value = text_of(value);
	else
		world_add_value(w, id, attr, value);
}

void world_unset(struct world *w, obj_id id, const char *attr)
{
	struct attribute *a;

	while ((a = attribute(w, id, attr)))
		world_drop_value(w, id, a);
}

void world_add_value(struct world *w, obj_id id, const char *attr, const char *value)
{
	struct object *o = &w->obj[id];

	if (o->nattr == WORLD_ATTRS) {
		fprintf(stderr, "more than %d attributes in %s\n", WORLD_ATTRS, o->name);
		abort();
	}
	o->attr[o->nattr++] = (struct attribute){ text_of(attr), text_of(value) };
}

struct attribute *world_word(struct world *w, obj_id id, const char *attr, const char *value)
{
	struct object *o = &w->obj[id];
	size_t len = strcspn(value, " ");

	attr = text_of(attr);
	for (unsigned i = 0; i < o->nattr; i++)
		if (o->attr[i].name == attr && strcspn(o->attr[i].value, " ") == len &&
		    !memcmp(o->attr[i].value, value, len))
			return &o->attr[i];
	return NULL;
}

void world_drop_value(struct world *w, obj_id id, struct attribute *instance)
{
	struct object *o = &w->obj[id];

	*instance = o->attr[--o->nattr];
}
