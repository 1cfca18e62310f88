/* SPDX-License-Identifier: Apache-2.0 */
/* The operations on a set of values: what is added, taken away, changed in place. */
#include <errno.h>
#include <string.h>

#include "model/diff/diff.h"
#include "model/diff/values.h"
#include "model/tree/secret.h"

/* One operation of a set: @like says on what. */
static int emit_value(struct diff *d, const struct op *like, uint32_t old_value, uint32_t new_value,
		      uint8_t reason)
{
	enum lw_verb verb = old_value == NO_VALUE   ? LW_ADDVAL
			    : new_value == NO_VALUE ? LW_DELVAL
						    : LW_CHVAL;
	struct op *op = diff_op(d, verb, like->have, like->goal);

	if (!op)
		return -ENOMEM;
	op->attr = like->attr;
	op->flags = like->flags;
	op->old_value = old_value;
	op->new_value = new_value;
	op->reason = reason;
	return 0;
}

/* Nothing here interns, so the runs stay where they are. */
static int emit_between(struct diff *d, lw_node g, uint16_t def, const struct value_set *olds,
			const struct value_set *news)
{
	struct op like = { .have = d->to_have[g], .goal = g, .attr = def };
	unsigned count;
	uint8_t reason = diff_reason_of(lw_tree_attr_run(d->goal, g, def, &count));
	int r = 0;

	/* One secret value makes all of them secret: looked for once. */
	if (lw_secret_in(d->have, like.have, d->goal, g, def))
		like.flags |= LW_OP_SECRET;
	for (unsigned i = 0; i < news->count && r == 0; i++) {
		uint32_t old_value = value_set_find(olds, news->values[i].value);

		if (old_value != news->values[i].value)
			r = emit_value(d, &like, old_value, news->values[i].value, reason);
	}
	for (unsigned i = 0; i < olds->count && r == 0; i++)
		if (value_set_find(news, olds->values[i].value) == NO_VALUE)
			r = emit_value(d, &like, olds->values[i].value, NO_VALUE, LW_WHY_UNLISTED);
	return r;
}

int diff_emit_set(struct diff *d, lw_node g, uint16_t def, const struct lw_attr_spec *spec)
{
	lw_node h = diff_made(d, g) ? 0 : d->to_have[g];
	struct value_set old_set = { .slots = NULL }, new_set = { .slots = NULL };
	unsigned nold = 0, nnew = 0;
	const struct attr *olds = diff_values(d->have, h, diff_have_def(d, g, def), &nold);
	const struct attr *news = diff_values(d->goal, g, def, &nnew);
	int r = value_set_init(&old_set, d->have, spec, olds, nold);

	if (r == 0)
		r = value_set_init(&new_set, d->goal, spec, news, nnew);
	if (r == 0)
		r = emit_between(d, g, def, &old_set, &new_set);
	value_set_done(&old_set);
	value_set_done(&new_set);
	return r;
}
