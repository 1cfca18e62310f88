/* SPDX-License-Identifier: Apache-2.0 */
#include "test_schema.h"

#include <string.h>

#include "model/tree/tree.h"
#include "model/schema/type.h"

#define ATTRS(table) .attrs = (table), .nattr = sizeof(table) / sizeof((table)[0])

/* clang-format off */
static const struct lw_attr_spec root_attrs[] = {
	{ .name = "level", .type = &lw_type_uint, .fresh = "0", .max = 9, .help = "how much is told" },
	{ .name = "suspend", .type = &lw_type_int, .when = LW_WHEN_NEVER, .absent = LW_ABSENT_KEEP },
};

static const struct lw_attr_spec box_attrs[] = {
	{ .name = "threads", .type = &lw_type_uint, .fresh = "1", .min = 1, .max = 64 },
};

static const char *const modes[] = { "fast", "safe", NULL };

static const struct lw_attr_spec device_attrs[] = {
	{ .name = "active", .type = &lw_type_bool, .fresh = "1", .flags = LW_A_ACTIVE, .absent = LW_ABSENT_KEEP },
	{ .name = "blocksize", .type = &lw_type_uint, .fresh = "512", .min = 512, .max = 4096,
	  .when = LW_WHEN_CREATE, .flags = LW_A_AT_CREATE },
	{ .name = "comment", .type = &lw_type_stripped, .fresh = "", .max_len = 32 },
	{ .name = "file", .type = &lw_type_path, .when = LW_WHEN_CREATE, .flags = LW_A_AT_CREATE | LW_A_REQUIRED,
	  .help = "where the bytes are" },
	{ .name = "mode", .type = &lw_type_iword, .fresh = "safe", .words = modes },
	{ .name = "naa", .type = &lw_type_hex, .flags = LW_A_IDENTITY, .max_len = 16 },
	{ .name = "read_only", .type = &lw_type_bool, .fresh = "0", .when = LW_WHEN_CREATE,
	  .flags = LW_A_AT_CREATE },
	{ .name = "serial", .type = &lw_type_text, .max_len = 20, .flags = LW_A_IDENTITY,
	  .when = LW_WHEN_UNREFERENCED },
	{ .name = "size", .type = &lw_type_size, .when = LW_WHEN_CREATE, .flags = LW_A_AT_CREATE },
	{ .name = "size_mb", .type = &lw_type_uint, .alias = "size", .factor = 1 << 20, .when = LW_WHEN_CREATE,
	  .flags = LW_A_AT_CREATE },
	{ .name = "vendor", .type = &lw_type_stripped, .fresh = "TEST", .max_len = 8, .effect = LW_EFFECT_DISTURBS,
	  .scope = LW_SCOPE_REFERRERS },
};

static const struct lw_attr_spec target_attrs[] = {
	{ .name = "alias", .type = &lw_type_text, .fresh = "" },
	{ .name = "enabled", .type = &lw_type_bool, .fresh = "0", .flags = LW_A_ENABLE | LW_A_ALWAYS_READ,
	  .absent = LW_ABSENT_OFF },
	{ .name = "id", .type = &lw_type_uint, .fresh = "0", .max = 65535, .when = LW_WHEN_ANY,
	  .unique = LW_UNIQUE_ENGINE, .unique_while = LW_WHILE_ENABLED, .exempt = "0", .spare_low = 60000,
	  .spare_high = 65535 },
	{ .name = "outuser", .type = &lw_type_text, .flags = LW_A_MULTI | LW_A_SINGLE | LW_A_SECRET | LW_A_INPLACE },
	{ .name = "password", .type = &lw_type_text, .flags = LW_A_SECRET, .max_len = 16 },
	{ .name = "portal", .type = &lw_type_stripped, .flags = LW_A_MULTI | LW_A_ALWAYS_READ,
	  .access = LW_ACC_OPEN_WHEN_EMPTY },
	{ .name = "user", .type = &lw_type_text, .flags = LW_A_MULTI | LW_A_SECRET | LW_A_INPLACE | LW_A_ALWAYS_READ,
	  .access = LW_ACC_OPEN_WHEN_EMPTY },
};

static const struct lw_attr_spec lun_attrs[] = {
	{ .name = "read_only", .type = &lw_type_bool, .fresh = "0", .when = LW_WHEN_CREATE,
	  .flags = LW_A_AT_CREATE | LW_A_ALWAYS_READ | LW_A_VIEW },
};

static const struct lw_attr_spec group_attrs[] = {
	{ .name = "method", .type = &lw_type_text, .fresh = "flat" },
};

static const struct lw_attr_spec dgroup_attrs[] = {
	{ .name = "claim", .type = &lw_type_text, .unique = LW_UNIQUE_ENGINE },
};
/* clang-format on */

static const char *const port_names[] = { "hw0", "hw1", NULL };

/* The computed default: a serial made of the name. */
static bool device_fresh(const struct lw_tree *tree, uint32_t node, unsigned attr,
			 struct lw_str *out)
{
	if (strcmp(device_attrs[attr].name, "serial") != 0)
		return false;
	lw_str_addf(out, "S-%s", lw_node_name(tree, node));
	return true;
}

/* A comment that only says that there is none is none. */
static int device_canon(struct lw_tree *tree, uint32_t node)
{
	const char *comment = lw_node_value(tree, node, "comment");

	if (comment && !strcmp(comment, "none"))
		lw_tree_set(tree, node, "comment", "", 0, LW_NO_OFFSET);
	return lw_tree_status(tree);
}

static void device_check(const struct lw_tree *tree, uint32_t node, struct lw_report *report)
{
	const char *comment = lw_node_value(tree, node, "comment");

	if (comment && !strcmp(comment, "wrong"))
		lw_tree_report(tree, node, NULL, report, LW_ERROR, LW_CODE_INVALID,
			       "say something else", "a comment may not be wrong");
}

/* Groups concern the same client when one of them has a pattern, or both have the same initiator. */
static bool groups_overlap(const struct lw_tree *a, uint32_t one, const struct lw_tree *b,
			   uint32_t two)
{
	for (lw_node i = lw_node_first(a, one); i; i = lw_node_next(a, i)) {
		for (lw_node j = lw_node_first(b, two); j; j = lw_node_next(b, j)) {
			if (lw_node_kind(a, i) != T_INITIATOR || lw_node_kind(b, j) != T_INITIATOR)
				continue;
			if (strchr(lw_node_name(a, i), '*') || strchr(lw_node_name(b, j), '*') ||
			    !strcmp(lw_node_name(a, i), lw_node_name(b, j)))
				return true;
		}
	}
	return false;
}

#define EXPORTS (LW_KIND(T_TARGET) | LW_KIND(T_PORT))
#define NAME_KEY .key = { .name = "name", .type = &lw_type_text, .max_len = 64 }
#define NUMBER_KEY .key = { .name = "number", .type = &lw_type_uint, .max = 16383 }

/* clang-format off */
static const struct lw_kind_spec kinds[T_NKIND] = {
	[T_ROOT] = { .name = "root", .label = "engine", .help = "the whole", ATTRS(root_attrs),
		     .unlisted = LW_UNLISTED_KEEP },
	[T_BOX] = { .name = "box", .label = "box", .word = "BOX", .dir = "boxes", .help = "holds devices",
		    .parents = LW_KIND(T_ROOT), NAME_KEY, ATTRS(box_attrs), .origin = LW_KIND_MODULE,
		    .unlisted = LW_UNLISTED_KEEP, .lock = LW_LOCK_NODE },
	[T_DEVICE] = { .name = "disk_device", .label = "device", .word = "DEVICE", .help = "a disk",
		       .parents = LW_KIND(T_BOX), .key = { .name = "name", .type = &lw_type_text, .max_len = 16 },
		       ATTRS(device_attrs), .unique = LW_UNIQUE_ENGINE, .lock = LW_LOCK_NODE,
		       .on_delete = { LW_EFFECT_DROPS, LW_SCOPE_REFERRERS },
		       .hooks = { .canon = device_canon, .fresh = device_fresh, .check = device_check } },
	[T_TARGET] = { .name = "target", .label = "target", .word = "TARGET", .dir = "targets", .help = "an export",
		       .parents = LW_KIND(T_ROOT), NAME_KEY, ATTRS(target_attrs), .access = LW_ROLE_EXPORT,
		       .lock = LW_LOCK_NODE, .on_delete = { LW_EFFECT_DROPS, LW_SCOPE_EXPORT },
		       .bracket_note = "sessions wait" },
	[T_PORT] = { .name = "port", .label = "target", .word = "TARGET", .dir = "targets", .only = port_names,
		     .parents = LW_KIND(T_ROOT), NAME_KEY, ATTRS(target_attrs), .access = LW_ROLE_EXPORT,
		     .origin = LW_KIND_HARDWARE, .unlisted = LW_UNLISTED_REPORT, .lock = LW_LOCK_NODE },
	[T_LUN] = { .name = "lun", .label = "LUN", .word = "LUN", .dir = "luns", .help = "a device at a number",
		    .parents = EXPORTS | LW_KIND(T_GROUP), .ref_kinds = LW_KIND(T_DEVICE), NUMBER_KEY,
		    ATTRS(lun_attrs), .order = LW_ORDER_NUMBER, .on_ref_change = LW_REF_REPLACE,
		    .on_ref_delete = LW_CASCADE, .access = LW_ROLE_GRANT, .lock = LW_LOCK_NODE,
		    .on_create = { LW_EFFECT_DISTURBS, LW_SCOPE_NODE },
		    .on_delete = { LW_EFFECT_DROPS, LW_SCOPE_NODE },
		    .on_replace = { LW_EFFECT_DISTURBS, LW_SCOPE_NODE } },
	[T_PORTAL] = { .name = "portal", .label = "portal", .word = "PORTAL", .dir = "portals",
		       .parents = EXPORTS, .key = { .name = "address", .type = &lw_type_text },
		       .access = LW_ROLE_GRANT, .flags = LW_K_PORTAL, .unique = LW_UNIQUE_TARGET },
	[T_GROUP] = { .name = "group", .label = "group", .word = "GROUP", .dir = "groups", .parents = EXPORTS,
		      NAME_KEY, ATTRS(group_attrs), .order = LW_ORDER_SIGNIFICANT, .access = LW_ROLE_CONTAINER,
		      .lock = LW_LOCK_ENGINE, .on_create = { LW_EFFECT_DISTURBS, LW_SCOPE_ENGINE },
		      .on_delete = { LW_EFFECT_DISTURBS, LW_SCOPE_ENGINE },
		      .hooks = { .overlaps = groups_overlap } },
	[T_INITIATOR] = { .name = "initiator", .label = "initiator", .word = "INITIATOR", .dir = "initiators",
			  .parents = LW_KIND(T_GROUP), NAME_KEY, .order = LW_ORDER_ANY,
			  .flags = LW_K_MOVABLE | LW_K_NAME_ICASE, .access = LW_ROLE_MATCHER,
			  .unique = LW_UNIQUE_EXPORT, .lock = LW_LOCK_ENGINE,
			  .on_move = { LW_EFFECT_DISTURBS, LW_SCOPE_ENGINE } },
	[T_MAP] = { .name = "map", .label = "mapped LUN", .word = "MAP", .dir = "maps", .parents = LW_KIND(T_GROUP),
		    .ref_kinds = LW_KIND(T_LUN), NUMBER_KEY, ATTRS(lun_attrs), .order = LW_ORDER_NUMBER,
		    .flags = LW_K_REF_LOCAL, .on_ref_change = LW_REF_RECREATE, .on_ref_delete = LW_BLOCKED,
		    .access = LW_ROLE_GRANT },
	[T_DGROUP] = { .name = "dgroup", .label = "device group", .word = "DGROUP", .dir = "dgroups",
		       .parents = LW_KIND(T_ROOT), NAME_KEY, ATTRS(dgroup_attrs) },
	[T_DG_DEVICE] = { .name = "dg_device", .label = "device", .word = "DEVICE", .dir = "devices",
			  .parents = LW_KIND(T_DGROUP), .ref_kinds = LW_KIND(T_DEVICE), NAME_KEY,
			  .flags = LW_K_REF_IS_NAME, .unique = LW_UNIQUE_ENGINE, .on_ref_delete = LW_CASCADE },
	[T_DG_TARGET] = { .name = "dg_target", .label = "target", .word = "TARGET", .dir = "targets",
			  .parents = LW_KIND(T_DGROUP), .ref_kinds = EXPORTS, NAME_KEY,
			  .flags = LW_K_REF_IS_NAME | LW_K_REF_OPTIONAL, .unique = LW_UNIQUE_TOP },
	[T_SETTINGS] = { .name = "settings", .label = "settings", .word = "SETTINGS", .dir = "settings",
			 .parents = LW_KIND(T_ROOT), .flags = LW_K_SINGLETON, ATTRS(box_attrs) },
	[T_SESSION] = { .name = "session", .label = "session", .dir = "sessions", .parents = EXPORTS,
			.ref_kinds = EXPORTS | LW_KIND(T_GROUP), .origin = LW_KIND_OBSERVED, .flags = LW_K_SESSION,
			.unlisted = LW_UNLISTED_KEEP },
};
/* clang-format on */

const struct lw_schema test_schema = {
	.name = "test", .title = "for tests", .kinds = kinds, .nkind = T_NKIND
};
