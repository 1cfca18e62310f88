/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A vocabulary: which kinds of objects a storage engine knows, who may hold whom, and what each attribute means.
 * The tables are constant and live as long as the library.
 */
#ifndef LUNWARD_SCHEMA_H
#define LUNWARD_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lunward/error.h"

#ifdef __cplusplus
extern "C" {
#endif

struct lw_schema;

/** What live sessions notice, mildest first: nothing, a pause, a lost unit or session, lost data. */
enum lw_effect { LW_EFFECT_NONE, LW_EFFECT_DISTURBS, LW_EFFECT_DROPS, LW_EFFECT_LOSES };

/** Whose sessions: those that see the node, of its whole export, of the exports of all referrers, everybody's. */
enum lw_scope { LW_SCOPE_NODE, LW_SCOPE_EXPORT, LW_SCOPE_REFERRERS, LW_SCOPE_ENGINE };

/** What may not run at the same time: operations with the same lock of the same object. */
enum lw_lock { LW_LOCK_NONE, LW_LOCK_NODE, LW_LOCK_EXPORT, LW_LOCK_ENGINE };

/** lw_schema_find() - the vocabulary of this name ("scst", "lio"); NULL if there is none. Since 0.1. */
LW_PUBLIC const struct lw_schema *lw_schema_find(const char *name);

/** lw_schema_at() - the @n-th vocabulary that the library knows; NULL past the last. Since 0.1. */
LW_PUBLIC const struct lw_schema *lw_schema_at(unsigned n);

/** lw_schema_name() - "scst", "lio". Since 0.1. */
LW_PUBLIC const char *lw_schema_name(const struct lw_schema *schema);

/** lw_schema_title() - what it is, in a few words for people. Since 0.1. */
LW_PUBLIC const char *lw_schema_title(const struct lw_schema *schema);

/** lw_schema_kind_count() - kinds are numbered from 0 (the root) to this count minus one. Since 0.1. */
LW_PUBLIC unsigned lw_schema_kind_count(const struct lw_schema *schema);

/** lw_schema_kind_name() - unique name of a kind in the vocabulary; NULL past the end. Since 0.1. */
LW_PUBLIC const char *lw_schema_kind_name(const struct lw_schema *schema, unsigned kind);

/** lw_schema_kind_find() - number of the kind with this name; -1 if there is none. Since 0.1. */
LW_PUBLIC int lw_schema_kind_find(const struct lw_schema *schema, const char *name);

/** lw_schema_kind_help() - one line about the kind; NULL past the end. Since 0.1. */
LW_PUBLIC const char *lw_schema_kind_help(const struct lw_schema *schema, unsigned kind);

/**
 * lw_schema_kind_word() - the keyword that declares the kind in its engine's own language ("DEVICE"); NULL when it has none
 * there, and past the end. Since 0.1.
 */
LW_PUBLIC const char *lw_schema_kind_word(const struct lw_schema *schema, unsigned kind);

/** lw_schema_may_hold() - whether a node of kind @parent may hold nodes of kind @child. Since 0.1. */
LW_PUBLIC bool lw_schema_may_hold(const struct lw_schema *schema, unsigned parent, unsigned child);

/** lw_schema_attr_count() - number of attributes that the table names for a kind. Since 0.1. */
LW_PUBLIC unsigned lw_schema_attr_count(const struct lw_schema *schema, unsigned kind);

/**
 * struct lw_attr_info - what the table says of one attribute; start with LW_ATTR_INFO_INIT.
 * @when:     "any", "create", "disabled", "enabled", "unreferenced", "inactive", "never"
 * @fresh:    value right after creation; NULL when it is computed or not known
 * @words:    all legal values, ended by NULL; NULL when they are not a few words
 * @min, @max: bounds of a number; equal: it has none
 * @max_len:  bytes that its canonical spelling may have; 0: no limit of its own
 * @since:    version of the engine or kernel; NULL: always
 * @unnamed:  what becomes of it when a file no longer names it: "default", "stays", "off"
 */
struct lw_attr_info {
	size_t size;
	const char *name;
	const char *type;
	const char *when;
	const char *fresh;
	const char *help;
	bool multi, secret, identity;
	const char *const *words;
	int64_t min, max;
	uint32_t max_len;
	const char *since;
	const char *unnamed;
};
#define LW_ATTR_INFO_INIT \
	{ \
		sizeof(struct lw_attr_info), NULL, NULL, NULL, NULL, NULL, false, false, false, \
			NULL, 0, 0, 0, NULL, NULL \
	}

/** lw_schema_attr() - fill @ret (set @ret->size first) about attribute @attr of @kind; -ENOENT past the end. Since 0.1. */
LW_PUBLIC int lw_schema_attr(const struct lw_schema *schema, unsigned kind, unsigned attr,
			     struct lw_attr_info *ret);

#ifdef __cplusplus
}
#endif
#endif
