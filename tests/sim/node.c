/* SPDX-License-Identifier: Apache-2.0 */
/* The tree: directories, links and data-named files, found by one hash over (parent, name). */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "internal.h"

/* Inode numbers left free behind a directory for the rows of its table. */
#define SIM_ATTR_INOS 64

static uint32_t hash_of(const struct sim_node *parent, const char *name, size_t len)
{
	return lw_hash_bytes(name, len, (uint32_t)(uintptr_t)parent * 2654435761U);
}

static int hash_grow(struct sim *sim)
{
	uint32_t size = sim->hash_size ? sim->hash_size * 2 : 1024;
	struct sim_node **table = calloc(size, sizeof(*table));

	if (!table)
		return -ENOMEM;
	for (uint32_t i = 0; i < sim->hash_size; i++) {
		struct sim_node *next;

		for (struct sim_node *node = sim->hash[i]; node; node = next) {
			next = node->hash_next;
			node->hash_next = table[node->hash & (size - 1)];
			table[node->hash & (size - 1)] = node;
		}
	}
	free(sim->hash);
	sim->hash = table;
	sim->hash_size = size;
	return 0;
}

static struct sim_node *child_n(const struct sim *sim, const struct sim_node *parent,
				const char *name, size_t len)
{
	uint32_t hash = hash_of(parent, name, len);

	if (!sim->hash_size)
		return NULL;
	for (struct sim_node *node = sim->hash[hash & (sim->hash_size - 1)]; node;
	     node = node->hash_next)
		if (node->hash == hash && node->parent == parent &&
		    !strncmp(node->name, name, len) && !node->name[len])
			return node;
	return NULL;
}

struct sim_node *sim_child(const struct sim *sim, const struct sim_node *parent, const char *name)
{
	return child_n(sim, parent, name, strlen(name));
}

static bool name_taken(const struct sim *sim, const struct sim_node *parent, const char *name)
{
	return parent && (sim_child(sim, parent, name) || sim_attr_find(parent, name));
}

static void node_append(struct sim_node *parent, struct sim_node *node)
{
	node->parent = parent;
	if (!parent)
		return;
	node->prev = parent->last;
	*(parent->last ? &parent->last->next : &parent->child) = node;
	parent->last = node;
}

static struct sim_node *node_new(struct sim *sim, struct sim_node *parent, const char *name,
				 char type)
{
	size_t len = strlen(name);
	struct sim_node *node;

	if (name_taken(sim, parent, name))
		return NULL;
	if (sim->nodes >= sim->hash_size && hash_grow(sim))
		goto fail;
	node = calloc(1, sizeof(*node) + len + 1);
	if (!node)
		goto fail;
	memcpy(node->name, name, len + 1);
	node->type = type;
	node->hash = hash_of(parent, name, len);
	node->ino = sim->next_ino;
	sim->next_ino += type == 'd' ? 1 + SIM_ATTR_INOS : 1;
	node->hash_next = sim->hash[node->hash & (sim->hash_size - 1)];
	sim->hash[node->hash & (sim->hash_size - 1)] = node;
	sim->nodes++;
	node_append(parent, node);
	return node;
fail:
	sim->broken = true;
	return NULL;
}

/* kobject names hold no slash: the kernel puts '!' for it. Links and files keep theirs. */
struct sim_node *sim_dir(struct sim *sim, struct sim_node *parent, const char *name,
			 const struct sim_class *class, void *obj)
{
	char *shown = sim_strdup(sim, name);
	struct sim_node *node = NULL;

	if (!shown)
		return NULL;
	for (char *c = shown; *c; c++)
		if (*c == '/')
			*c = '!';
	node = node_new(sim, parent, shown, 'd');
	free(shown);
	if (node) {
		node->class = class;
		node->obj = obj;
	}
	return node;
}

struct sim_node *sim_link(struct sim *sim, struct sim_node *parent, const char *name,
			  struct sim_node *target)
{
	struct sim_node *node = node_new(sim, parent, name, 'l');

	if (node)
		sim_retarget(node, target);
	return node;
}

struct sim_node *sim_link_out(struct sim *sim, struct sim_node *parent, const char *name,
			      const char *text)
{
	struct sim_node *node = node_new(sim, parent, name, 'l');

	if (node)
		node->text = sim_strdup(sim, text);
	return node;
}

struct sim_node *sim_file(struct sim *sim, struct sim_node *parent, const char *name,
			  const struct sim_attr *attr, const char *text)
{
	struct sim_node *node = node_new(sim, parent, name, 'f');

	if (node) {
		node->attr = attr;
		node->text = sim_strdup(sim, text);
		/* The kernel makes the file, and from then on its directory cannot be read. */
		if (strchr(name, '/'))
			parent->unlistable = true;
	}
	return node;
}

static void unlink_from_target(struct sim_node *link)
{
	if (!link->target)
		return;
	*(link->link_prev ? &link->link_prev->link_next : &link->target->links) = link->link_next;
	if (link->link_next)
		link->link_next->link_prev = link->link_prev;
	link->target = link->link_next = link->link_prev = NULL;
}

void sim_retarget(struct sim_node *link, struct sim_node *target)
{
	unlink_from_target(link);
	link->target = target;
	link->link_next = target->links;
	if (target->links)
		target->links->link_prev = link;
	target->links = link;
}

static void hash_remove(struct sim *sim, struct sim_node *node)
{
	struct sim_node **at = &sim->hash[node->hash & (sim->hash_size - 1)];

	while (*at != node)
		at = &(*at)->hash_next;
	*at = node->hash_next;
	sim->nodes--;
}

static void values_free(struct sim_node *node)
{
	while (node->values) {
		struct sim_value *value = node->values;

		node->values = value->next;
		free(value);
	}
}

static void detach(struct sim_node *node)
{
	struct sim_node *parent = node->parent;

	if (!parent)
		return;
	*(node->prev ? &node->prev->next : &parent->child) = node->next;
	*(node->next ? &node->next->prev : &parent->last) = node->prev;
	if (node->type == 'f' && parent->unlistable && strchr(node->name, '/')) {
		parent->unlistable = false;
		for (const struct sim_node *other = parent->child; other; other = other->next)
			if (strchr(other->name, '/'))
				parent->unlistable = true;
	}
}

void sim_remove(struct sim *sim, struct sim_node *node)
{
	if (!node)
		return;
	while (node->child)
		sim_remove(sim, node->child);
	while (node->links)
		sim_remove(sim, node->links);
	unlink_from_target(node);
	hash_remove(sim, node);
	detach(node);
	values_free(node);
	free(node->text);
	free(node);
}

void sim_node_path(const struct sim_node *node, struct lw_str *ret)
{
	if (!node->parent)
		return;
	sim_node_path(node->parent, ret);
	if (ret->len)
		lw_str_add_char(ret, '/');
	lw_str_add(ret, node->name);
}

static bool is_above(const struct sim_node *top, const struct sim_node *node)
{
	for (; node; node = node->parent)
		if (node == top)
			return true;
	return false;
}

static void path_below(const struct sim_node *top, const struct sim_node *node, struct lw_str *ret)
{
	if (node == top)
		return;
	path_below(top, node->parent, ret);
	if (node->parent != top)
		lw_str_add_char(ret, '/');
	lw_str_add(ret, node->name);
}

void sim_link_text(const struct sim_node *link, struct lw_str *ret)
{
	const struct sim_node *top = link->parent;

	if (!link->target) {
		lw_str_add(ret, link->text ? link->text : "");
		return;
	}
	while (!is_above(top, link->target)) {
		lw_str_add(ret, "../");
		top = top->parent;
	}
	path_below(top, link->target, ret);
}

int sim_find(const struct sim *sim, const char *path, struct sim_found *ret)
{
	struct sim_node *node = sim->root;

	*ret = (struct sim_found){ node, NULL };
	while (*path) {
		size_t len = strcspn(path, "/");
		struct sim_node *next = child_n(sim, node, path, len);
		bool end = !path[len];

		if (!next) {
			char name[256] = "";

			if (!end || len >= sizeof(name))
				return -ENOENT;
			memcpy(name, path, len);
			*ret = (struct sim_found){ node, sim_attr_find(node, name) };
			return ret->attr ? 0 : -ENOENT;
		}
		if (!end && next->type != 'd')
			return next->type == 'l' ? -ELOOP : -ENOTDIR;
		node = next;
		path += len + !end;
	}
	*ret = (struct sim_found){ node, node->type == 'f' ? node->attr : NULL };
	return 0;
}
