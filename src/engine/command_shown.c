/* SPDX-License-Identifier: Apache-2.0 */
/* A command as somebody may see it. */
#include <string.h>

#include "engine/engine.h"
#include "model/plan/plan.h"
#include "model/tree/secret.h"

/* The value of the operation that must not be seen; NULL: all may. */
static const char *secret_of(const struct lw_tree *tree, const struct op *op)
{
	uint32_t value = op->verb == LW_DELVAL ? op->old_value : op->new_value;

	if (!(op->flags & LW_OP_SECRET) || !op_of_value(op) || value == NO_VALUE)
		return NULL;
	return tree_text(tree, value);
}

void lw_command_shown(const struct lw_plan *plan, uint32_t op, const char *text, size_t len,
		      bool secrets, struct lw_str *out)
{
	const struct op *at = &plan->ops[op];
	const struct lw_tree *tree = at->goal ? plan->goal : plan->have;
	lw_node node = at->goal ? at->goal : at->have;
	const char *secret = secrets ? NULL : secret_of(tree, at);
	const char *found = secret && *secret ? memmem(text, len, secret, strlen(secret)) : NULL;

	if (len == 1 && *text == '\n') {
		lw_str_add(out, "\\n");
		return;
	}
	lw_str_add_shown(out, text, found ? (size_t)(found - text) : len);
	if (found)
		lw_secret_mask(lw_tree_attr_spec(tree, node_at(tree, node)->kind, at->attr), secret,
			       out);
}
