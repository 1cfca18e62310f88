/* SPDX-License-Identifier: Apache-2.0 */
#include "model/tree/tree_json.h"

#include "base/mem.h"

const char *const tree_json_depths[] = {
	[LW_DEPTH_NAME] = "name",
	[LW_DEPTH_ASKED] = "asked",
	[LW_DEPTH_FULL] = "full",
};

const char *const tree_json_origins[] = {
	[LW_FROM_DECLARED] = "declared",   [LW_FROM_KEPT] = "kept",
	[LW_FROM_REFERENCE] = "reference", [LW_FROM_HARDWARE] = "hardware",
	[LW_FROM_OBSERVED] = "observed",
};

const char *const tree_json_states[] = {
	[LW_DEFAULT] = "default",
	[LW_ABSENT] = "absent",
	[LW_UNREADABLE] = "unreadable",
	[LW_FIXED] = "fixed",
};

/* UNRESOLVED shows in the reference itself, DEAD nodes are not written. */
const struct tree_json_flag tree_json_node_flags[] = {
	{ LW_NODE_HALF, "half" },
	{ LW_NODE_TEMPORARY, "temporary" },
	{ LW_NODE_ORDER_UNKNOWN, "order_unknown" },
	{ LW_NODE_LISTED, "listed" },
	{ LW_NODE_SHOWN, "shown" },
	{ 0, NULL },
};

/* REPEATED shows in there being several. SECRET is written where the vocabulary does not say it anyway. */
const struct tree_json_flag tree_json_attr_flags[] = {
	{ LW_ATTR_SECRET, "secret" },
	{ LW_ATTR_KEYED, "keyed" },
	{ LW_ATTR_GENERATED, "generated" },
	{ LW_ATTR_CARRIED, "carried" },
	{ 0, NULL },
};
